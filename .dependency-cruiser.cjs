// Who may import whom, as one table (the architecture page tells why). "npm run arch" checks it.

/**
 * A row per room: the rooms it may enter, those it may take types from and nothing that runs, the npm packages it may
 * use, the parts of Node it may use (absent: all).
 * A package name ending in "/" stands for every package of that scope.
 */
const NEST = ['@nestjs/', 'reflect-metadata', 'rxjs'];
const BESIDE_NEST = ['express', 'helmet', 'compression', 'class-validator', 'class-transformer'];
const LIBS = [
  'kernel',
  'contract',
  'domain',
  'log',
  'audit',
  'privacy',
  'application',
  'identity',
  'read-models',
  'composition',
];
const everyLib = LIBS.map((it) => `libs/${it}`);
const contract = 'libs/contract';
const server = { rooms: [...everyLib, 'data'], npm: [...NEST, ...BESIDE_NEST] };

const ROOMS = {
  'libs/kernel': { rooms: [], npm: [], node: ['crypto'] }, // a hash, for ids that follow from a command
  'libs/contract': { rooms: [], npm: ['class-validator', 'class-transformer', '@nestjs/swagger'], node: [] },
  'libs/domain': { rooms: ['libs/kernel'], npm: ['zod'], node: [] },
  'libs/log': { rooms: ['libs/kernel'], npm: ['better-sqlite3', '@eventstore/db-client'] },
  'libs/audit': { rooms: ['libs/kernel'], npm: [], node: ['crypto'] },
  'libs/privacy': { rooms: ['libs/kernel'], npm: [], node: ['crypto'] },
  'libs/application': { rooms: ['libs/kernel', 'libs/domain'], npm: ['@nestjs/common', '@nestjs/cqrs', 'rxjs'] },
  'libs/identity': { rooms: ['libs/kernel', 'libs/contract'], npm: [...NEST, 'jose', 'openid-client'] },
  'libs/read-models': {
    rooms: ['libs/kernel', 'libs/domain'],
    types: [contract], // what a question answers
    npm: ['kysely', 'better-sqlite3', 'pg', '@nestjs/common', '@nestjs/cqrs', 'rxjs'],
  },
  // The one-machine deployment, composed once for the server and the command line.
  'libs/composition': {
    rooms: ['kernel', 'domain', 'log', 'application', 'read-models'].map((it) => `libs/${it}`),
    npm: [],
  },
  'apps/api': server,
  'apps/projector': server,
  // The words of a terminal need to know the shape of an answer, not how HTTP describes it.
  'apps/cli': { ...server, rooms: server.rooms.filter((it) => it !== contract), types: [contract] },
  'apps/web': {
    rooms: [], // its types are generated from the OpenAPI document
    npm: [
      ...['react', 'react-dom', 'antd', '@ant-design/', 'dayjs', 'i18next', 'react-i18next', 'wouter'],
      ...['@tanstack/', 'openapi-fetch', 'echarts', 'd3-hierarchy', 'csv-stringify', 'vite', '@vitejs/'],
    ],
  },
  // Facts carried over from a document, told in the words of the domain. Not a room: it has no front door.
  data: { rooms: ['libs/kernel', 'libs/domain'], npm: [] },
};

/** Files that never reach production; they may use the test tools and Node on top of their room's row. */
const TESTS = ['\\.spec\\.tsx?$', '\\.builders\\.ts$', '^libs/kernel/src/testing/'];
const TEST_TOOLS = ['fast-check', '@jest/globals', '@nestjs/testing', 'supertest', 'reflect-metadata'];

/** "command-handlers" is the one factory that stamps @CommandHandler on plain classes; "main" starts an app. */
const SHOWS_NEST = '(\\.(handler|module|controller|filter|decorator|guard|command)|/command-handlers|/main)\\.ts$';

const oneOf = (words) => `(${words.join('|')})`;
const inside = (rooms) => rooms.map((it) => `^${it}/`);
/** A package as the cruiser names it: below node_modules, or bare when it is not installed. */
const packages = (names) =>
  names.map((it) => `(^|node_modules/)(@types/)?${it.replaceAll('.', '\\.')}${it.endsWith('/') ? '' : '(/|$)'}`);
/** Neither of this repository nor of Node. */
const ANY_PACKAGE = { path: '^(?!(apps|libs|data|test|scripts)/|\\.)', dependencyTypesNot: ['core'] };

const forbidden = Object.entries(ROOMS).flatMap(([room, { types = [], ...may }]) => [
  {
    name: `${room} enters only: ${may.rooms.join(', ') || 'no other room'}`,
    from: { path: `^${room}/` },
    to: { path: '^(apps|libs|data|test)/', pathNot: inside([room, ...may.rooms, ...types]) },
  },
  ...types.map((other) => ({
    name: `${room} takes only types from: ${other}`,
    from: { path: `^${room}/` },
    to: { path: `^${other}/`, dependencyTypesNot: ['type-only'] },
  })),
  {
    name: `${room} uses from npm only: ${may.npm.join(', ') || 'nothing'}`,
    from: { path: `^${room}/`, pathNot: TESTS },
    to: { ...ANY_PACKAGE, pathNot: packages(may.npm) },
  },
  {
    name: `${room} tests use from npm only: its own row and the test tools`,
    from: { path: `^${room}/.*${oneOf(TESTS.map((it) => it.replace('^', '')))}` },
    to: { ...ANY_PACKAGE, pathNot: packages([...may.npm, ...TEST_TOOLS]) },
  },
  ...(may.node
    ? [
        {
          name: `${room} uses from Node only: ${may.node.join(', ') || 'nothing'}`,
          from: { path: `^${room}/`, pathNot: TESTS },
          to: { dependencyTypes: ['core'], pathNot: may.node.map((it) => `^(node:)?${it}$`) },
        },
      ]
    : []),
]);

forbidden.push(
  {
    name: 'every room has a row in the table',
    from: { path: '^(apps|libs)/', pathNot: inside(Object.keys(ROOMS)) },
    to: {},
  },
  {
    name: 'nothing imports an app',
    comment: 'except the tests that start one',
    from: { path: '^(apps/([^/]+)/|libs/|data/)' },
    to: { path: '^apps/', pathNot: '^apps/$2/' },
  },
  {
    name: 'rooms are entered by the front door (index.ts)',
    from: { path: '^([^/]+/[^/]+|data|test)/' },
    to: {
      path: '^libs/[^/]+/',
      pathNot: [
        ...['^$1/', '^libs/[^/]+/src/index\\.ts$', '^libs/kernel/src/testing/index\\.ts$'],
        '\\.builders\\.ts$', // see the next rule but one
      ],
    },
  },
  {
    name: 'only tests use the test kit of the kernel',
    from: { path: '^(apps|libs|data)/', pathNot: TESTS },
    to: { path: '^libs/kernel/src/testing/' },
  },
  {
    name: 'only tests use the builders of test facts',
    from: { path: '^(apps|libs|data)/', pathNot: TESTS },
    to: { path: '\\.builders\\.ts$' },
  },
  {
    name: 'streams meet only through *.events.ts',
    from: { path: '^libs/domain/src/([^/]+)/' },
    to: { path: '^libs/domain/src/[^/]+/', pathNot: ['^libs/domain/src/$1/', '\\.events\\.ts$'] },
  },
  {
    name: 'Nest shows in the file name',
    comment: 'libs/contract is exempt: there @nestjs/swagger only describes the classes',
    from: { path: '^(apps|libs)/', pathNot: [SHOWS_NEST, '^libs/contract/', ...TESTS] },
    to: { path: packages(['@nestjs/']) },
  },
  {
    name: 'read models use Nest only in *.handler.ts and *.module.ts',
    from: { path: '^libs/read-models/', pathNot: ['\\.(handler|module)\\.ts$', ...TESTS] },
    to: { path: packages(['@nestjs/', 'rxjs']) },
  },
  {
    name: 'zod only where a stored shape is read (*.wire.ts)',
    from: { path: '^(apps|libs)/', pathNot: '\\.wire\\.ts$' },
    to: { path: packages(['zod']) },
  },
  { name: 'no cycles', from: {}, to: { circular: true } },
);

module.exports = {
  forbidden: forbidden.map((rule) => ({ ...rule, severity: 'error' })),
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|coverage)/' }, // ours only: many packages resolve to a dist folder of their own
    tsPreCompilationDeps: true, // a type import is an import
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
