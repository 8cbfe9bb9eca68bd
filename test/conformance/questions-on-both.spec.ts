import { openCadre } from '@cadre/composition';
import { codec } from '@cadre/domain';
import { ALL_SHARES } from '@cadre/kernel';
import {
  claimsAnswer,
  createRunner,
  diffAnswer,
  entriesAnswer,
  establishmentAnswer,
  historyAnswer,
  leastCheckpoint,
  lineageAnswer,
  models,
  narrativeAnswer,
  openPool,
  openPostgresReadModels,
  progressOf,
  promisesAnswer,
  type ReadModels,
  rebuildTables,
  tableAnswer,
  type Tables,
  teamsAnswer,
  unitsAnswer,
} from '@cadre/read-models';
import { loadExample } from '../../apps/api/src/example.js';
import { embedded } from '../support/deployments.js';
import { type Postgres, startPostgres } from '../support/postgres.js';

const EXAMPLE = new URL('../../data/a-62-627', import.meta.url).pathname;
const dates = { validOn: '2007-10-25', knownAt: '2008-01-02T00:00:00.000Z' };

let [sqlite, postgres] = [] as unknown as [ReadModels, ReadModels];
let ends: (() => unknown)[] = [];
let server: Postgres;
let log: Parameters<typeof rebuildTables>[1];
beforeAll(async () => {
  server = await startPostgres({ fsync: false });
  const { where, remove } = await embedded.newPlace();
  const cadre = await openCadre(where);
  await loadExample(cadre.environment, EXAMPLE, () => undefined);
  log = cadre.environment.log;
  const pool = openPool(await server.newDatabase());
  [sqlite, postgres] = [cadre.tables, openPostgresReadModels(pool)];
  ends = [() => cadre.close(), () => pool.end(), () => server.stop(), remove];
  for (const tables of [sqlite, postgres]) {
    const stop = new AbortController();
    const runner = createRunner({ log, codec, tables });
    const progress = progressOf(runner);
    const ended = runner.start(stop.signal);
    const isTold = await progress.waitFor((await log.head())!.position, 20_000);
    if (!isTold) throw new Error('the tables were not brought up to the log');
    stop.abort();
    await ended;
  }
}, 120_000);
afterAll(async () => {
  for (const end of ends) await end();
});

/** Every column of every table that can be asked for, with a value that stands in it where there is one. */
async function filtersIn(
  tables: Tables,
): Promise<readonly (readonly [table: string, column: string, value: string])[]> {
  const filters: (readonly [string, string, string])[] = [];
  for (const table of new Set(models.map((model) => model.table))) {
    const { rows } = await tableAnswer(tables, table, { validOn: '2008-12-31', knownAt: dates.knownAt });
    const columns = Object.entries(models.find((model) => model.table === table)!.columns);
    for (const [column, type] of columns.filter(([, it]) => it !== 'objects')) {
      const said = rows
        .flatMap(({ states }) => states.map(({ values }) => values[column]))
        .find((it) => it !== null && it !== undefined);
      const value = type === 'json' ? (said as string[] | undefined)?.[0] : said;
      filters.push([table, column, value === undefined ? (type === 'int' ? '1' : 'nothing') : `${value as string}`]);
    }
    filters.push([table, 'id', rows[0]?.id ?? 'nobody'], [table, 'stream', rows[0]?.stream ?? 'post-nobody']);
  }
  return filters;
}

it('every column of every table can be asked for, and both engines answer the same', async () => {
  const filters = await filtersIn(sqlite);
  expect(filters.length).toBeGreaterThan(90);
  let found = 0;
  for (const [table, column, value] of filters) {
    const words = models.find((model) => model.table === table)!.words?.[column];
    const known = words === undefined || words.includes(value) ? value : words[0]!;
    const question = { ...dates, filters: { [column]: [known] } };
    const answer = await tableAnswer(sqlite, table, question);
    expect([table, column, await tableAnswer(postgres, table, question)]).toEqual([table, column, answer]);
    found += answer.rows.length;
  }
  expect(found).toBeGreaterThan(200); // else they would agree on nothing
});

const screens: Readonly<Record<string, (tables: Tables) => Promise<unknown>>> = {
  establishment: (tables) => establishmentAnswer(tables, dates),
  teams: (tables) => teamsAnswer(tables, { ...dates, kind: 'integrated operational team' }),
  promises: (tables) => promisesAnswer(tables, { ...dates, dueWithinDays: 200 }),
  units: (tables) => unitsAnswer(tables, dates),
  claims: (tables) => claimsAnswer(tables, dates),
  narrative: (tables) => narrativeAnswer(tables, dates),
  names: (tables) => tableAnswer(tables, 'names', { ...dates, search: 'dpko' }),
  within: (tables) => tableAnswer(tables, 'posts', { ...dates, filters: { unit_id: 'dpko', within: 'true' } }),
  lineage: (tables) => lineageAnswer(tables, 'teams', dates),
  history: (tables) => historyAnswer(tables, 'team-darfur', dates.knownAt),
  entries: (tables) => entriesAnswer(tables, { knownAt: dates.knownAt, paragraph: '19', standing: true, limit: 50 }),
  diff: (tables) =>
    diffAnswer(tables, { validOn: '2008-05-01', knownA: '2007-12-01T00:00:00.000Z', knownB: dates.knownAt }),
};

it.each(Object.entries(screens))('both engines answer the same: %s', async (_name, ask) => {
  expect(await ask(postgres)).toEqual(await ask(sqlite));
});

it.each(['SQLite', 'PostgreSQL'])('tables before a rebuild can be put in use again, and forth (%s)', async (name) => {
  const tables = name === 'SQLite' ? sqlite : postgres;
  await rebuildTables(tables, log);
  const { position } = await leastCheckpoint(tables, ALL_SHARES);
  expect(await tables.restorePrevious()).toBe(true);
  expect((await leastCheckpoint(tables, ALL_SHARES)).position).toBe(position);
  expect(await tables.restorePrevious()).toBe(true);
});
