import { models } from '@cadre/read-models';
import { TABLES } from '../../apps/api/src/http/read-routes.js';
import { deployments, embedded, stopServers } from '../support/deployments.js';
import { serveCadre, type ServedCadre } from '../support/serve-cadre.js';

// The same questions of the same record, asked of tables in SQLite and of tables in PostgreSQL.

const NOW = '2026-01-15T10:00:00.000Z';
const LOADING_MS = 180_000;
const ASKING_MS = 180_000;
/** Before what A/62/627 tells, in the midst of it, and after. */
const DAYS = ['2006-06-30', '2007-12-31', '2008-12-31'];
/** Of each column, so many values that are there are asked for. */
const MOST_VALUES = 3;
/** Asked of every column: what is not there, what sorts otherwise elsewhere, and what has a meaning in SQL or JSON. */
const ODD_VALUES = ['nothing', 'ŽLUTÝ 部', "'", '"', '%', '\\', '[', '{}', '-1', '999999999999999', 'yes', 'null'];

type Values = Readonly<Record<string, unknown>>;

interface Answered {
  readonly status: number;
  readonly body: unknown;
}

let inSqlite: ServedCadre;
let inPostgres: ServedCadre;

beforeAll(async () => {
  inSqlite = await serveCadre({ now: NOW, example: true, on: embedded });
  inPostgres = await serveCadre({ now: NOW, example: true, on: deployments.at(-1)! });
  await isAllTold(inPostgres);
}, LOADING_MS);
afterAll(async () => {
  await inSqlite.stop();
  await inPostgres.stop();
  await stopServers();
}, LOADING_MS);

describe('a filter on any column of', () => {
  it.each(TABLES)(
    '%s finds the same in SQLite and in PostgreSQL',
    async (table) => {
      const seen = await valuesOf(table);
      const missed: string[] = [];
      const refused = new Set<string>();
      for (const [column, type] of columnsOf(table)) {
        for (const value of [...(seen.get(column) ?? []), ...ODD_VALUES]) {
          const filter = `${column}=${encodeURIComponent(value)}`;
          const { status, body } = await sameAnswer(`${table}?validOn=2007-12-31&within=true&${filter}`);
          const isThere = seen.get(column)?.includes(value) ?? false;
          if (status === 422 && type !== 'int') refused.add(column);
          if (isThere && type !== 'objects' && (status !== 200 || rowsIn(body).length === 0)) missed.push(filter);
        }
      }
      expect(missed).toEqual([]);
      // Objects are never asked for; columns that say one of a few words refuse others.
      const shownOnly = columnsOf(table).flatMap(([column, type]) => (type === 'objects' ? [column] : []));
      expect([...refused]).toEqual(expect.arrayContaining(shownOnly));
    },
    ASKING_MS,
  );
});

describe('a screen answers the same in SQLite and in PostgreSQL:', () => {
  it.each([
    ...['establishment', 'teams-overview', 'promises', 'units-tree', 'narrative', 'claims'],
    ...['teams-overview?kind=integrated%20operational%20team', 'teams-overview?kind=nothing'],
    ...['timeline', 'timeline?bare=true&kinds=teams,commitments', 'timeline?from=2007-10-01&to=2007-12-31&limit=5'],
    ...['promises?overdue=true', 'promises?dueWithinDays=180', 'promises?about=block-additional', 'promises?about=x'],
    ...['promise-ledger', 'promise-ledger?show=overdue,met&sort=slipped&group=owner', 'promise-slippage?by=kind'],
    ...['promise-ledger?owner=dpko&subUnits=true&text=post&limit=3', 'promise-slippage?by=stage'],
    ...['organisation', 'organisation/dpko', 'organisation/situation-centre', 'organisation/nobody'],
    ...['burn-up?block=additional-posts', 'burn-up?block=standing-police-capacity&step=year', 'burn-up?block=x'],
    ...['grade', 'unit', 'origin'].map((by) => `breakdown?block=standing-police-capacity&by=${by}`),
    ...['breakdown?block=iot-specialists&by=unit', 'breakdown?block=x&by=grade', 'team-readiness'],
    ...['team-readiness?kind=integrated%20operational%20team', 'team-readiness?kind=nothing'],
    ...['names?search=office', 'names?search=%25', 'names?search=_', 'names?search=%5C', 'names?search=%C3%96'],
    ...[
      'staffing',
      'staffing?sort=unit&descending=true',
      'staffing?sort=vacancy',
      'staffing?sort=title&offset=3&limit=4',
    ],
    ...[
      'staffing?units=dpko&states=vacant,frozen',
      'staffing?text=officer',
      'staffing?text=%25',
      'staffing?sort=number',
    ],
    ...['staffing/military-adviser', 'staffing/nobody', 'cases', 'cases?all=true&sort=stage', 'cases?text=adviser'],
    ...['cases/military-adviser', 'people', 'people?search=a', 'people/nobody'],
    ...TABLES.flatMap((table) => [table, `explain?table=${table}`]),
  ])('%s', async (path) => {
    for (const day of DAYS) {
      const dates = `${path.includes('?') ? '&' : '?'}validOn=${day}`;
      expect((await sameAnswer(`${path}${dates}`)).status).toBe(200);
      expect((await sameAnswer(`${path}${dates}&knownAt=2007-12-31`)).status).toBe(200);
    }
  });

  it.each([
    ...['entries?limit=500', 'entries?category=unit', 'entries?standing=true&limit=500', 'entries?on=2007-10-31'],
    ...['entries?document=A%2F62%2F627', 'entries?paragraph=12', 'entries?fact=T07', 'entries?fact=%27'],
    ...['entries?types=PostVacated,TeamStoodUp', 'entries?recordedFrom=2007-01-01&recordedTo=2026-01-01'],
    ...['entries?actor=importer', 'entries?stream=block-additional', 'entries?stream=block-%25'],
    ...[
      'units-changes?from=2007-06-30&to=2007-07-01',
      'units-changes?from=2007-06-30&to=2007-12-31&knownFrom=2007-01-01',
    ],
    'diff?knownA=2007-01-01&knownB=2026-01-15&validOn=2007-12-31',
    'entries?learned=true&knownAfter=2007-01-01',
    ...['compare?knownA=2007-01-01&knownB=2026-01-15&validA=2007-12-31&validB=2007-10-15', 'moments', 'moments?most=3'],
    ...[
      'exceptions?limit=200',
      'exceptions?live=true&backDatedDays=0',
      'exceptions?unit=office-of-operations&within=true',
    ],
  ])('%s', async (path) => {
    expect((await sameAnswer(path)).status).toBe(200);
  });

  it('every entry, with its hashes', async () => {
    const { body } = await ask(inSqlite, 'entries?limit=500');
    const { entries } = body as { entries: { eventId: string }[] };
    for (const { eventId } of entries) expect((await sameAnswer(`entries/${eventId}`)).status).toBe(200);
    expect((await sameAnswer('entries/none')).status).toBe(404);
    expect((await sameAnswer('exceptions?kinds=none')).status).toBe(422);
  });

  it('the history of everything', async () => {
    const { body } = await ask(inSqlite, 'entries?limit=500');
    const streams = new Set((body as { entries: { stream: string }[] }).entries.map(({ stream }) => stream));
    expect(streams.size).toBeGreaterThan(20);
    for (const stream of streams) expect((await sameAnswer(`history/${stream}`)).status).toBe(200);
  });
});

it.each(['entries?fact=%00', 'entries?actor=%00', 'entries?stream=a%00', 'names?search=%00', 'posts?grade=P-4%00'])(
  'what no text can hold is refused in SQLite and in PostgreSQL (%s)',
  async (path) => {
    expect(await sameAnswer(path)).toMatchObject({ status: 422, body: { code: 'QUERY_NOT_READABLE' } });
  },
);

/** The answer of both, which must be one and no fault; log positions are each log's own. */
async function sameAnswer(path: string): Promise<Answered> {
  const [sqlite, postgres] = await Promise.all([ask(inSqlite, path), ask(inPostgres, path)]);
  expect({ path, ...postgres }).toEqual({ path, ...sqlite });
  expect([path, sqlite.status < 500]).toEqual([path, true]);
  return sqlite;
}

async function ask({ url }: ServedCadre, path: string): Promise<Answered> {
  const response = await fetch(`${url}/api/${path}`);
  const text = await response.text();
  const body: unknown = JSON.parse(text, (key, value: unknown) => (/position$/i.test(key) ? undefined : value));
  return { status: response.status, body };
}

/** Waits until the projector has told all that the log holds. */
async function isAllTold({ url }: ServedCadre): Promise<void> {
  const deadline = Date.now() + LOADING_MS / 2;
  for (;;) {
    const health = (await (await fetch(`${url}/api/health`)).json()) as { behind: number; status: string };
    if (health.behind === 0 && health.status === 'ok') return;
    if (Date.now() > deadline) throw new Error(`not told yet: ${JSON.stringify(health)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const columnsOf = (table: string): readonly (readonly [string, string])[] => [
  ...Object.entries(models.find((model) => model.table === table)!.columns),
  ...['id', 'stream', 'item'].map((name) => [name, 'text'] as const),
];

/** Some values of each column that its rows have on the last day of 2007. */
async function valuesOf(table: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const { body } = await ask(inSqlite, `${table}?validOn=2007-12-31`);
  const found = new Map<string, readonly string[]>();
  for (const { id, stream, item, states } of rowsIn(body)) {
    for (const values of [{ id, stream, item }, ...states.map((state) => state.values)]) {
      for (const [column, value] of Object.entries(values)) {
        const texts = [value].flat().flatMap((it) => (isPlain(it) ? [String(it)] : []));
        found.set(column, [...new Set([...(found.get(column) ?? []), ...texts])].slice(0, MOST_VALUES));
      }
    }
  }
  return found;
}

/** A value that can be asked for as it stands: commas part several of them. */
const isPlain = (value: unknown): boolean =>
  typeof value === 'number' || (typeof value === 'string' && value.trim() === value && /^[^,]+$/.test(value));

interface Row {
  readonly id: string;
  readonly stream: string;
  readonly item: string;
  readonly states: readonly { readonly values: Values }[];
}

const rowsIn = (body: unknown): readonly Row[] => (body as { readonly rows: readonly Row[] }).rows;
