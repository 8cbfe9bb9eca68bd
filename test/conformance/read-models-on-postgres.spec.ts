import { openPool, openPostgresReadModels } from '@cadre/read-models';
import { takeTablesFrom } from '../../libs/read-models/src/read-models.builders.js';
import { type Postgres, startPostgres } from '../support/postgres.js';

// Every example of the tables, which its own room runs on SQLite, runs here on a real PostgreSQL.
let postgres: Postgres;
let made = 0;
/** It closes some hundred databases. */
const STOPPING_MS = 120_000;
const pools: ReturnType<typeof openPool>[] = [];

beforeAll(async () => {
  postgres = await startPostgres({ fsync: false });
  takeTablesFrom(async () => {
    const pool = openPool(await postgres.newDatabase(), { most: 2 });
    pools.push(pool);
    made += 1;
    return openPostgresReadModels(pool);
  });
});
afterEach(async () => {
  for (const pool of pools.splice(0)) await pool.end();
});
afterAll(() => postgres.stop(), STOPPING_MS);

const EXAMPLES = [
  ...['compare/compare', 'exceptions/exceptions', 'moments/moments'],
  ...[
    'claims/claims',
    'establishment/establishment',
    'establishment/incumbency',
    'fork/tables-on-fork',
    'history/history',
  ],
  ...['narrative/narrative'],
  ...[
    'promises/ledger',
    'units/organisation',
    'establishment/burn-up',
    'establishment/breakdown',
    'promises/promises',
    'table/table',
  ],
  ...['teams/readiness', 'teams/teams', 'timeline/timeline'],
  ...['staffing/staffing', 'cases/cases', 'people/people'],
];
for (const examples of EXAMPLES) {
  await import(`../../libs/read-models/src/${examples}.spec.js`);
}

it('the tables were those of PostgreSQL', () => expect(made).toBeGreaterThan(EXAMPLES.length));
