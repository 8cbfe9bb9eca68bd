// What the deployment for several machines takes over HTTP, all of it on this one machine and on the loopback node, which
// is a stand-in and not EventStoreDB. Run by hand, on a quiet machine:
//   npm run build && node test/bench/cluster.mjs [seconds per row]
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { startCluster } from '../support/cluster/cluster.ts';

const seconds = Number(process.argv[2] ?? 5);
/** Commands on records of their own, and such that look at several and so take turns in the whole deployment. */
const SHAPES = [
  { title: 'posts established, 1 sender', senders: 1, command: establish },
  { title: 'posts established, 8 senders', senders: 8, command: establish },
  { title: 'posts established, 32 senders', senders: 32, command: establish },
  { title: 'posts filled, 1 sender', senders: 1, command: fill },
  { title: 'posts filled, 8 senders', senders: 8, command: fill },
];
const percentile = (numbers, of) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length * of)];

const telling = () => ({
  commandId: randomUUID(),
  actor: { id: 'bench', role: 'hr-officer' },
  effective: { on: '2024-01-01' },
  source: { localKnowledge: 'bench' },
});

async function send(url, path, content) {
  const body = JSON.stringify({ ...telling(), ...content });
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${url}/api/${path}`, { method: 'POST', headers, body });
  const receipt = await response.json();
  if (!response.ok) throw new Error(JSON.stringify(receipt));
  return receipt.settledPosition;
}

/** One entry, and no policy has anything to add. */
function establish(url, id = randomUUID()) {
  return send(url, `posts/${id}/establish`, { title: 'Desk Officer', grade: 'P-3', occupancy: 'vacant' });
}

/** Three entries in three steps, two of them by a policy. Posts that stand and are vacant are made beforehand. */
const vacant = [];
function fill(url) {
  return send(url, `posts/${vacant.pop()}/fill`, { personId: randomUUID() });
}

async function measure({ title, senders, command }) {
  const urls = cluster.apis.map((api) => api.said());
  if (command === fill) await makeVacant(urls, seconds * 60);
  const [took, before, began] = [[], busy(), performance.now()];
  let last = 0;
  const keepSending = async (i) => {
    for (let turn = i; performance.now() - began < seconds * 1000; turn += 1) {
      if (command === fill && vacant.length === 0) return;
      const sent = performance.now();
      last = Math.max(last, await command(urls[turn % urls.length]));
      took.push(performance.now() - sent);
    }
  };
  await Promise.all(Array.from({ length: senders }, (_, i) => keepSending(i)));
  const [rate, ended] = [(took.length / (performance.now() - began)) * 1000, performance.now()];
  await seen(urls[0], last);
  const each = Object.entries(busy()).map(([part, ms]) => [
    `${part}, CPU ms each`,
    Math.round((ms - before[part]) / took.length),
  ]);
  return {
    what: title,
    'commands/s': Math.round(rate),
    'median ms': Math.round(percentile(took, 0.5)),
    'p99 ms': Math.round(percentile(took, 0.99)),
    'tables behind at the end, ms': Math.round(performance.now() - ended),
    ...Object.fromEntries(each),
  };
}

/** How long the parts have been computing, in ms: that hardly depends on what else the machine does. */
function busy() {
  const of = (programs) => programs.reduce((sum, it) => sum + computing(it.pid()), 0);
  return {
    api: of(cluster.apis),
    projectors: of(cluster.projectors),
    'stand-in': computing(cluster.eventstore.process().pid),
  };
}

/** User and system time of a process in ms; Linux counts in hundredths of a second. */
function computing(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const [user, system] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 13);
  return (Number(user) + Number(system)) * 10;
}

async function makeVacant(urls, count) {
  while (vacant.length < count) {
    const ids = Array.from({ length: 16 }, () => randomUUID());
    await Promise.all(ids.map((id, i) => establish(urls[i % urls.length], id)));
    vacant.push(...ids);
  }
}

/** Waits until the tables tell of a position. */
async function seen(url, position) {
  for (;;) {
    const { tablesPosition } = await (await fetch(`${url}/api/health`)).json();
    if (tablesPosition >= position) return;
  }
}

const cluster = await startCluster();
try {
  await measure(SHAPES[1]); // warm up
  const table = [];
  for (const shape of SHAPES) table.push(await measure(shape));
  console.table(table);
} finally {
  await cluster.stop();
}
process.exit();
