// How fast the tables are kept and asked, beside better-sqlite3 that writes and reads the same rows and does nothing else;
// and how fast they are kept and asked in a PostgreSQL on this machine.
// Run by hand, on a quiet machine:
//   npm run build && node test/bench/read-models.mjs [entries …]
// Each size is told once; questions are medians of rounds, the two taking turns, because disks and neighbours drift.
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';

const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [10_000, 100_000];
const ROUNDS = 7;
const root = fileURLToPath(new URL('../..', import.meta.url));
const built = process.env.CADRE_BUILT ?? join(root, 'dist');
const { openMemoryLog } = await import(join(built, 'libs/log/src/index.js'));
const { codec } = await import(join(built, 'libs/domain/src/index.js'));
const { createRunner, openPool, openPostgresReadModels, openSqliteReadModels, progressOf, tableAnswer } = await import(
  join(built, 'libs/read-models/src/index.js')
);
const { startPostgres } = await import(join(root, 'test/support/postgres.ts'));
const postgres = await startPostgres();
const scratch = mkdtempSync(join(built, 'bench-')); // not in /tmp: that may be memory, where a disk costs nothing

const TOLD_PER_POST = 8;
const [VALID_ON, KNOWN_AT] = ['2024-06-15', '2030-01-01T00:00:00.000Z'];
const holder = (post, n) => ({ personId: `person-${post}-${n}`, share: 100, caseId: null });

/** What becomes of a post: [type, data, month of 2024, days its window is wide]. */
const LIFE = [
  (i) => ['PostEstablished', { ...described(i), occupancy: 'vacant' }, 1, 0],
  (i) => ['PostFilled', holder(i, 1), 2, i % 3 === 0 ? 9 : 0],
  () => ['PostReclassified', { from: 'P-3', to: 'P-4' }, 3, 0],
  (i) => ['PostVacated', { personId: `person-${i}-1`, cause: null }, 5, i % 4 === 0 ? 20 : 0],
  () => ['PostFrozen', { authority: null }, 6, 0],
  () => ['PostUnfrozen', { authority: null }, 7, 3],
  (i) => ['PostFilled', holder(i, 2), 8, 0],
  (i) => ['PostRedeployed', { fromUnitId: `unit-${i % 50}`, toUnitId: `unit-${(i + 1) % 50}` }, 9, 0],
];

function described(i) {
  const title = `Officer ${i}`;
  return { blockId: `block-${i % 20}`, number: `${i}`, title, grade: 'P-3', unitId: `unit-${i % 50}`, seniority: null };
}

/** Month by month, post by post, as organisations tell it. */
async function historyOf(size) {
  const log = openMemoryLog();
  const posts = Math.ceil(size / TOLD_PER_POST);
  let told = 0;
  for (const [step, moment] of LIFE.entries()) {
    for (let i = 0; i < posts && told < size; i++, told++) {
      const [type, data, month, width] = moment(i);
      await log.append(`post-${i}`, step - 1, [newEntry(told, { type, data }, month, width)]);
    }
  }
  return log;
}

function newEntry(n, event, month, width) {
  const day = (it) => `2024-${`${month}`.padStart(2, '0')}-${`${it}`.padStart(2, '0')}`;
  const [id, first] = [`00000000-0000-4000-8000-${`${n}`.padStart(12, '0')}`, 1 + (n % 8)];
  return {
    ...{ eventId: id, schemaVersion: 1, event, commandId: id, commandHash: 'a'.repeat(64), correlationId: id },
    effective: { earliest: day(first), latest: day(first + width), phrase: width === 0 ? null : 'as told' },
    recordedAt: new Date(Date.UTC(2025, 0, 1) + n * 60_000).toISOString(),
    ...{ enteredAt: null, actor: { id: 'a-1', role: 'hr-officer' }, source: { kind: 'local-knowledge', who: 'a-1' } },
    ...{ reason: null, causationId: null, precedes: [], retells: null, fact: null },
  };
}

/** Tells the whole log; entries per second. */
async function tell(log, size, tables) {
  const runner = createRunner({ log, codec, tables });
  const progress = progressOf(runner);
  const stop = new AbortController();
  const started = performance.now();
  const ended = runner.start(stop.signal);
  await progress.waitFor(size, 3_600_000);
  const perSecond = (size / (performance.now() - started)) * 1000;
  stop.abort();
  await ended;
  return perSecond;
}

/** Every row that stands at the end, written into empty tables of the same shape in transactions as large as the runner's. */
function copyBare(folder, size, path) {
  const [db, source] = [new Database(path), new Database(join(folder, 'read-models-1.sqlite'))];
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = NORMAL');
  const shapes = source
    .prepare("SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type = 'index'")
    .all()
    .filter(({ name }) => !/_rtree_(node|parent|rowid)$|^sqlite_/.test(name));
  for (const { sql } of shapes) db.exec(sql);
  const writes = shapes
    .filter(({ type }) => type === 'table')
    .flatMap(({ name }) => {
      const rows = source.prepare(`SELECT * FROM ${name}`).raw().all();
      if (rows.length === 0) return [];
      const insert = db.prepare(`INSERT INTO ${name} VALUES (${rows[0].map(() => '?').join(', ')})`);
      return rows.map((row) => [insert, row]);
    });
  const write = db.transaction((some) => some.forEach(([insert, row]) => insert.run(...row)));
  const perBatch = Math.ceil((writes.length / size) * 500);
  const started = performance.now();
  for (let i = 0; i < writes.length; i += perBatch) write(writes.slice(i, i + perBatch));
  return { db, perSecond: (size / (performance.now() - started)) * 1000 };
}

const DATES = 'valid_from <= ? AND ? < valid_to AND known_from <= ? AND ? < known_to';
const dates = [VALID_ON, VALID_ON, KNOWN_AT, KNOWN_AT];
const QUESTIONS = [
  {
    question: 'all posts, ms',
    unit: 1,
    times: 1,
    engine: (tables) => tableAnswer(tables, 'posts', { validOn: VALID_ON, knownAt: KNOWN_AT }),
    bare: (db) => db.prepare(`SELECT * FROM posts WHERE ${DATES}`).all(...dates),
  },
  {
    question: 'vacant posts of a unit, ms',
    unit: 1,
    times: 1,
    engine: (tables) =>
      tableAnswer(tables, 'posts', {
        ...{ validOn: VALID_ON, knownAt: KNOWN_AT, filters: { unit_id: 'unit-7', occupancy: 'vacant' } },
      }),
    bare: (db) =>
      db
        .prepare(`SELECT * FROM posts WHERE ${DATES} AND unit_id = ? AND occupancy = ?`)
        .all(...dates, 'unit-7', 'vacant'),
  },
  {
    question: 'one post, µs',
    unit: 1000,
    times: 50,
    engine: (tables, n) =>
      tableAnswer(tables, 'posts', {
        validOn: VALID_ON,
        knownAt: KNOWN_AT,
        filters: { stream: `post-${n * 17}` },
      }),
    bare: (db, n) => db.prepare(`SELECT * FROM posts WHERE stream = ? AND ${DATES}`).all(`post-${n * 17}`, ...dates),
  },
];

async function timed(ask, times) {
  const started = performance.now();
  for (let n = 0; n < times; n++) await ask(n);
  return (performance.now() - started) / times;
}

const bytesIn = async (pool) => (await pool.query('select pg_database_size(current_database()) as it')).rows[0].it;
const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
const short = (number) => Number(number.toPrecision(3));

async function compare({ question, unit, times, engine, bare }, tables, db, shared) {
  const [ours, theirs, inPostgres] = [[], [], []];
  for (let round = 0; round < ROUNDS; round++) {
    theirs.push((await timed((n) => bare(db, n), times)) * unit);
    ours.push((await timed((n) => engine(tables, n), times)) * unit);
    inPostgres.push((await timed((n) => engine(shared, n), times)) * unit);
  }
  const ratio = median(ours.map((it, i) => it / theirs[i]));
  return {
    ...{ question, bare: short(median(theirs)), tables: short(median(ours)), 'times bare': short(ratio) },
    'in PostgreSQL': short(median(inPostgres)),
  };
}

try {
  for (const size of sizes) {
    const log = await historyOf(size);
    const folder = mkdtempSync(join(scratch, 'tables-'));
    const tables = openSqliteReadModels(folder);
    const perSecond = await tell(log, size, tables);
    const pool = openPool(await postgres.newDatabase());
    const empty = await bytesIn(pool);
    const shared = openPostgresReadModels(pool);
    const sharedPerSecond = await tell(log, size, shared);
    const bare = copyBare(folder, size, join(folder, 'bare.sqlite'));
    const upkeep = { question: 'upkeep, entries/s', bare: short(bare.perSecond), tables: short(perSecond) };
    const bytes = (await bytesIn(pool)) - empty;
    console.log(`${size} entries; ${Math.round(bytes / size)} bytes an entry in the tables of PostgreSQL`);
    const ratio = { 'times bare': short(perSecond / bare.perSecond), 'in PostgreSQL': short(sharedPerSecond) };
    const compared = [{ ...upkeep, ...ratio }];
    for (const question of QUESTIONS) compared.push(await compare(question, tables, bare.db, shared));
    console.table(compared);
    bare.db.close();
    await tables.close();
    await shared.close();
    await pool.end();
  }
} finally {
  await postgres.stop();
  rmSync(scratch, { recursive: true });
}
