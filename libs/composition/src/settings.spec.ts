import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEFAULT_RECRUITMENT_TARGETS } from '@cadre/read-models';
import { CannotStart } from './setting-readers.js';
import { type App, namesOfSettings, readSettings, SETTINGS } from './settings.js';
import { withoutSecrets } from './without-secrets.js';

const read = (environment: Record<string, string>, app?: App) => readSettings(environment, '/opt/cadre', app);

/** The sentence of a start that cannot be; fails when it can. */
function sentenceOf(environment: Record<string, string>, app?: App): string {
  try {
    read(environment, app);
  } catch (error) {
    if (error instanceof CannotStart) return error.message;
    throw error;
  }
  throw new Error(`it can start with ${JSON.stringify(environment)}`);
}

describe('settings', () => {
  it('are for one machine when none is given', () =>
    expect(read({ PATH: '/bin' })).toEqual({
      port: 3000,
      host: '127.0.0.1',
      isContained: false,
      dataFolder: '/opt/cadre/.cadre',
      example: 'a-62-627',
      log: { engine: 'sqlite', folder: '/opt/cadre/.cadre' },
      read: { engine: 'sqlite', folder: '/opt/cadre/.cadre' },
      projectorId: hostname(),
      recruitmentTargets: DEFAULT_RECRUITMENT_TARGETS,
    }));

  it('are read as written when all are given', () =>
    expect(
      read({
        PORT: '0',
        CADRE_HOST: '0.0.0.0',
        CADRE_CONTAINER: 'yes',
        CADRE_DATA: '/data',
        CADRE_EXAMPLE: 'a-62-627',
        CADRE_LOG: 'esdb+discover://cadre:pw@node1:2113,node2:2113?tls=true',
        CADRE_LOG_PREFIX: 'other.',
        CADRE_READ: 'postgres://cadre:pw@db:5432/cadre',
        CADRE_RECRUITMENT_TARGET_DAYS: '90, advertised=60, opened=0',
        CADRE_PROJECTOR_ID: 'read by projectors only',
      }),
    ).toEqual({
      port: 0,
      host: '0.0.0.0',
      isContained: true,
      dataFolder: '/data',
      example: 'a-62-627',
      log: {
        engine: 'eventstoredb',
        connectionString: 'esdb+discover://cadre:pw@node1:2113,node2:2113?tls=true',
        prefix: 'other.',
      },
      read: { engine: 'postgres', url: 'postgres://cadre:pw@db:5432/cadre' },
      projectorId: hostname(),
      recruitmentTargets: {
        overallDays: 90,
        stageDays: Object.fromEntries(
          Object.entries({ ...DEFAULT_RECRUITMENT_TARGETS.stageDays, advertised: 60 }).filter(
            ([it]) => it !== 'opened',
          ),
        ),
      },
    }));

  it('fill an empty EventStoreDB with nothing unless an example is asked for', () => {
    expect(read({ CADRE_LOG: 'esdb://node:2113' }).example).toBeNull();
    expect(read({ CADRE_LOG: 'esdb://node:2113', CADRE_EXAMPLE: 'a-62-627' }).example).toBe('a-62-627');
  });

  it('share no tables of a log that is one machine’s own', () => {
    expect(sentenceOf({ CADRE_READ: 'postgresql://cadre@db/cadre' })).toBe(
      'CADRE_READ names a PostgreSQL, which several machines share, but CADRE_LOG no EventStoreDB: set both, or neither.',
    );
    const mixed = read({ CADRE_LOG: 'esdb://node:2113', CADRE_DATA: '/data' });
    expect(mixed).toMatchObject({ log: { engine: 'eventstoredb' }, read: { engine: 'sqlite', folder: '/data' } });
  });

  it('that are empty are as good as not given', () =>
    expect(read({ CADRE_DATA: '', PORT: '', CADRE_LOG: '', CADRE_READ_FILE: '' })).toEqual(read({})));

  it('of one app do not trouble another', () => {
    expect(sentenceOf({ PORT: 'eighty' }, 'api')).toContain('PORT is "eighty"');
    expect(read({ PORT: 'eighty', CADRE_HOST: '0.0.0.0' }, 'cli').port).toBe(3000);
    expect(sentenceOf({ CADRE_LOG: 'eighty' }, 'cli')).toContain('CADRE_LOG');
    expect(sentenceOf({ CADRE_PROJECTOR_ID: 'a b' }, 'projector')).toContain('CADRE_PROJECTOR_ID is "a b"');
  });

  it('are each read by some app, under a name of their own', () => {
    const rows = Object.values(SETTINGS);
    expect(rows.filter(({ apps }) => apps.length === 0)).toEqual([]);
    expect(new Set(namesOfSettings()).size).toBe(namesOfSettings().length);
  });
});

describe('settings that make no sense', () => {
  it.each([
    [{ PORT: '70000' }, 'PORT is "70000"; give a number from 0 to 65535.'],
    [{ CADRE_HOST: '10.0.0.1' }, 'CADRE_HOST is "10.0.0.1", but there is no sign-in yet'],
    [{ CADRE_CONTAINER: 'true' }, 'CADRE_CONTAINER is "true"; give yes or no.'],
    [{ CADRE_EXAMPLE: '../etc' }, 'CADRE_EXAMPLE is "../etc"'],
    [{ CADRE_LOG: 'http://node:2113' }, 'CADRE_LOG is "http://node:2113"; give sqlite, or the address of EventStoreDB'],
    [{ CADRE_READ: 'postgres://db' }, 'CADRE_READ is "postgres://db"; give sqlite, or the address of a PostgreSQL'],
    [{ CADRE_READ: 'postgres://db:port/cadre' }, 'CADRE_READ is "postgres://db:port/cadre"'],
    [{ CADRE_LOG_PREFIX: '$cadre.', CADRE_LOG: 'esdb://node' }, 'CADRE_LOG_PREFIX is "$cadre."'],
    [{ CADRE_LOG_PREFIX: 'cadre', CADRE_LOG: 'esdb://node' }, 'CADRE_LOG_PREFIX is "cadre"'],
    [{ CADRE_RECRUITMENT_TARGET_DAYS: '0' }, 'CADRE_RECRUITMENT_TARGET_DAYS is "0": the days in all are at least 1'],
    [{ CADRE_RECRUITMENT_TARGET_DAYS: '4 months' }, '"4 months" is no whole number of days up to 3650'],
    [{ CADRE_RECRUITMENT_TARGET_DAYS: '120, hired=3' }, '"hired" is no stage that can have a target: opened'],
    [{ CADRE_REED: 'sqlite' }, 'CADRE_REED is no setting; did you mean CADRE_READ?'],
    [{ CADRE_READ_FIL: 'x' }, 'CADRE_READ_FIL is no setting; did you mean CADRE_READ_FILE?'],
    [{ CADRE_WHATEVER_ELSE: 'x' }, 'CADRE_WHATEVER_ELSE is no setting; the operations page lists those there are.'],
  ])('are named in one sentence: %j', (environment, sentence) => {
    const said = sentenceOf(environment);
    expect(said).toContain(sentence);
    expect(said).toMatch(/^[^\n]+[.?]$/);
  });

  it.each([
    { CADRE_LOG: 'esdb:/cadre:swordfish@node' },
    { CADRE_LOG: 'http://cadre:swordfish@node:2113' },
    { CADRE_READ: 'postgres://cadre:swordfish@db' },
    { CADRE_READ: 'postgres://cadre:sword/swordfish@fish@db:x/y' },
    { CADRE_READ: 'swordfish' },
    { CADRE_READ: 'mysql://db/cadre?password=swordfish' },
  ] as Record<string, string>[])('never show a password: %j', (environment) =>
    expect(sentenceOf(environment)).not.toContain('swordfish'),
  );
});

describe('a secret setting', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'cadre-settings-'))));
  afterEach(() => rmSync(folder, { recursive: true }));
  const fileWith = (content: string): string => {
    const file = join(folder, 'secret');
    writeFileSync(file, content);
    return file;
  };

  it('may stand in a file', () => {
    const file = fileWith('postgres://cadre:pw@db/cadre\n');
    expect(read({ CADRE_READ_FILE: file, CADRE_LOG: 'esdb://node:2113' }).read).toEqual({
      engine: 'postgres',
      url: 'postgres://cadre:pw@db/cadre',
    });
  });

  it('is not taken from two places', () =>
    expect(sentenceOf({ CADRE_LOG: 'sqlite', CADRE_LOG_FILE: fileWith('sqlite') })).toBe(
      'CADRE_LOG and CADRE_LOG_FILE are both given; give one of them.',
    ));

  it('does not become the default because its file is empty or missing', () => {
    expect(sentenceOf({ CADRE_LOG_FILE: fileWith('\n') })).toMatch(/^CADRE_LOG_FILE names .*, which is empty\.$/);
    expect(sentenceOf({ CADRE_LOG_FILE: join(folder, 'missing') })).toMatch(/which cannot be read: ENOENT/);
  });
});

it.each([
  ['esdb://cadre:swordfish@a:1,b:2?tls=true', 'esdb://cadre:***@a:1,b:2?tls=true'],
  ['postgres://cadre@db/cadre', 'postgres://cadre@db/cadre'],
  ['postgres://cadre:p@ss/w?rd@db/cadre', 'postgres://cadre:***@db/cadre'],
  ['postgres://db/cadre?user=x&password=y&sslmode=require', 'postgres://db/cadre?user=x&password=***&sslmode=require'],
  ['esdb://node:2113', 'esdb://node:2113'],
  ['sqlite', 'sqlite'],
])('%s is shown as %s', (address, shown) => expect(withoutSecrets(address)).toBe(shown));
