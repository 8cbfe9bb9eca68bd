// How close the embedded log comes to SQLite itself, with the same durability, and what the log on EventStoreDB takes by
// way of the loopback node: that is the adapter and the official client, beside a stand-in and not the real server. With
// EVENTSTOREDB_URL set, the real server at that address takes its place. Run by hand, on a quiet machine:
//   npm run build && node test/bench/append.mjs [rounds] [ms per round]
// The two take turns, and the ratio is the median over pairs of neighbouring rounds, because disks and neighbours drift.
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';

const [rounds, ms] = [Number(process.argv[2] ?? 7), Number(process.argv[3] ?? 600)];
const root = fileURLToPath(new URL('../..', import.meta.url));
const built = process.env.CADRE_BUILT ?? join(root, 'dist');
const { openEventStoreLog, openSqliteLog } = await import(join(built, 'libs/log/src/index.js'));
const { launchNode } = await import(join(root, 'test/support/eventstore-node/launch.ts'));
const scratch = mkdtempSync(join(built, 'bench-')); // not in /tmp: that may be memory, where a sync costs nothing

/** Writers at once, entries per call, and the share of bare SQLite we want to reach. */
const SHAPES = [
  { title: '1 writer, 1 per call', writers: 1, perCall: 1, target: 0.75 },
  { title: '64 writers, 1 per call', writers: 64, perCall: 1, target: 0.6 },
  { title: '1 writer, 10 per call', writers: 1, perCall: 10, target: 0.75 },
];

/** An entry of about 400 bytes, as commands make them. */
function newEntry() {
  const id = randomUUID();
  return {
    eventId: id,
    schemaVersion: 1,
    event: { type: 'PostFilled', data: { personId: id } },
    effective: { earliest: '2024-01-01', latest: '2024-01-01', phrase: null },
    recordedAt: '2024-01-01T00:00:00.000Z',
    enteredAt: null,
    actor: { id: 'a-1', role: 'hr-officer' },
    source: { kind: 'local-knowledge', who: 'a-1' },
    reason: null,
    commandId: id,
    commandHash: 'a'.repeat(64),
    correlationId: id,
    causationId: null,
    precedes: [],
    retells: null,
    fact: null,
  };
}

/** better-sqlite3 and nothing else: the same rows and indexes; the entries of all writers in one transaction, as one caller would. */
function openBare(folder) {
  const db = new Database(join(folder, 'bare.sqlite'));
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec(`CREATE TABLE entries (position INTEGER PRIMARY KEY, stream TEXT NOT NULL, revision INTEGER NOT NULL,
    event_id TEXT NOT NULL UNIQUE, type TEXT NOT NULL, schema_version INTEGER NOT NULL, recorded_at TEXT NOT NULL,
    data TEXT NOT NULL, meta TEXT NOT NULL, UNIQUE (stream, revision))`);
  const insert = db.prepare(`INSERT INTO entries VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const insertAll = db.transaction((rows) => {
    for (const row of rows) insert.run(...row);
  });
  return {
    async run({ writers, perCall }, until) {
      let [stored, revision] = [0, -1];
      while (performance.now() < until) {
        const rows = [];
        for (let writer = 0; writer < writers; writer++) {
          for (let i = 1; i <= perCall; i++) {
            const { eventId, event, schemaVersion, recordedAt, ...meta } = newEntry();
            const [data, told] = [JSON.stringify(event.data), JSON.stringify(meta)];
            rows.push([`post-${writer}`, revision + i, eventId, event.type, schemaVersion, recordedAt, data, told]);
          }
        }
        revision += perCall;
        insertAll(rows);
        stored += rows.length;
      }
      return stored;
    },
    close: async () => void db.close(),
  };
}

const openEngine = (folder) => writing(openSqliteLog({ folder }));

/** The node is a process of its own, as a server is; on a real one each round has streams of its own. */
async function openAdapter(folder) {
  const connectionString = process.env.EVENTSTOREDB_URL;
  if (connectionString) {
    return writing(openEventStoreLog({ connectionString, prefix: `bench${randomUUID().slice(0, 8)}.` }));
  }
  const node = await launchNode({ folder });
  return writing(openEventStoreLog({ connectionString: node.connectionString }), () => node.stop());
}

/** Every writer appends to a stream of its own, one call after the other. */
function writing(log, end = async () => undefined) {
  return {
    async run({ writers, perCall }, until) {
      let stored = 0;
      const write = async (stream) => {
        for (let revision = -1; performance.now() < until; stored += perCall) {
          ({ revision } = await log.append(stream, revision, Array.from({ length: perCall }, newEntry)));
        }
      };
      await Promise.all(Array.from({ length: writers }, (_, i) => write(`post-${i}`)));
      return stored;
    },
    async close() {
      await log.close();
      await end();
    },
  };
}

/** Entries per second of one round on a new file. */
async function measure(open, shape) {
  const folder = mkdtempSync(join(scratch, 'round-'));
  const contestant = await open(folder);
  const delay = monitorEventLoopDelay({ resolution: 1 });
  const started = performance.now();
  delay.enable();
  const stored = await contestant.run(shape, started + ms);
  delay.disable();
  const rate = (stored / (performance.now() - started)) * 1000;
  await contestant.close();
  rmSync(folder, { recursive: true });
  return { rate, loopP99: delay.percentile(99) / 1e6 };
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

async function compare(shape) {
  const [bare, engine, adapter] = [[], [], []];
  for (let round = 0; round < rounds; round++) {
    bare.push(await measure(openBare, shape));
    engine.push(await measure(openEngine, shape));
    adapter.push(await measure(openAdapter, shape));
  }
  const [bareRate, rate] = [bare, engine].map((them) => median(them.map((it) => it.rate)));
  return {
    shape: shape.title,
    'bare/s': Math.round(bareRate),
    'log/s': Math.round(rate),
    ratio: Number(median(engine.map((it, i) => it.rate / bare[i].rate)).toFixed(2)),
    target: shape.target,
    'on EventStoreDB/s': Math.round(median(adapter.map((it) => it.rate))),
    'loop p99 ms': Number(median(engine.map((it) => it.loopP99)).toFixed(1)),
  };
}

try {
  await measure(openEngine, SHAPES[0]); // warm up
  const table = [];
  for (const shape of SHAPES) table.push(await compare(shape));
  console.table(table);
} finally {
  rmSync(scratch, { recursive: true });
}
