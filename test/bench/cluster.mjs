// What the deployment for several machines takes over HTTP, all of it on this one machine and on the loopback node, which
// is a stand-in and not EventStoreDB; and what an entry takes on disk. Run by hand, on a quiet machine:
//   npm run build && node test/bench/cluster.mjs [seconds per row]
import { randomUUID } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { startCluster } from '../support/cluster/cluster.ts';

const seconds = Number(process.argv[2] ?? 5);
const SENDERS = [1, 8, 32];
const percentile = (numbers, of) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length * of)];

const telling = () => ({
  commandId: randomUUID(),
  actor: { id: 'bench', role: 'hr-officer' },
  effective: { on: '2024-01-01' },
  source: { localKnowledge: 'bench' },
});

/** Sends one command; a post established by itself is one entry, and no policy has anything to add. */
async function establish(url) {
  const body = JSON.stringify({ ...telling(), title: 'Desk Officer', grade: 'P-3', occupancy: 'vacant' });
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${url}/api/posts/${randomUUID()}/establish`, { method: 'POST', headers, body });
  const receipt = await response.json();
  if (!response.ok) throw new Error(JSON.stringify(receipt));
  return receipt.settledPosition;
}

async function measure(urls, senders) {
  const [took, began] = [[], performance.now()];
  let last = 0;
  const send = async (i) => {
    for (let turn = i; performance.now() - began < seconds * 1000; turn += 1) {
      const sent = performance.now();
      last = Math.max(last, await establish(urls[turn % urls.length]));
      took.push(performance.now() - sent);
    }
  };
  await Promise.all(Array.from({ length: senders }, (_, i) => send(i)));
  const [rate, ended] = [(took.length / (performance.now() - began)) * 1000, performance.now()];
  await seen(urls[0], last);
  return {
    'senders at once': senders,
    'commands/s': Math.round(rate),
    'median ms': Math.round(percentile(took, 0.5)),
    'p99 ms': Math.round(percentile(took, 0.99)),
    'tables behind at the end, ms': Math.round(performance.now() - ended),
  };
}

/** Waits until the tables tell of a position. */
async function seen(url, position) {
  for (;;) {
    const { tablesPosition } = await (await fetch(`${url}/api/health`)).json();
    if (tablesPosition >= position) return;
  }
}

const bytesOf = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((it) => it.isFile())
    .reduce((sum, it) => sum + statSync(join(it.parentPath, it.name)).size, 0);

async function bytesInPostgres(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query('select pg_database_size(current_database())::float8 as bytes');
  await client.end();
  return rows[0].bytes;
}

const cluster = await startCluster();
try {
  const urls = cluster.apis.map((api) => api.said());
  await measure(urls, 4); // warm up
  const before = await bytesInPostgres(cluster.postgres.url());
  const table = [];
  for (const senders of SENDERS) table.push(await measure(urls, senders));
  console.table(table);
  const entries = table.reduce((sum, row) => sum + row['commands/s'] * seconds, 0);
  const grown = (await bytesInPostgres(cluster.postgres.url())) - before;
  console.log(`about ${Math.round(grown / entries)} bytes an entry in PostgreSQL, ${entries} entries`);
  console.log(`the node's folder has ${Math.round(bytesOf(join(cluster.folder, 'eventstore')) / 1024)} KiB`);
} finally {
  await cluster.stop();
}
process.exit();
