// npm run cluster:local: the deployment for several machines as plain processes on loopback, until Ctrl-C.
//   --data DIR    keep the data in DIR, and go on with what is there; without, they go at the end
//   --check       put it through trouble under load instead, and say how it came out; exit code 1 when it broke a promise
//   --quick       with --check: less of each
import { parseArgs } from 'node:util';
import { ensureBuilt } from './build.mjs';

const { values } = parseArgs({
  options: { data: { type: 'string' }, check: { type: 'boolean' }, quick: { type: 'boolean' } },
});
const { startCluster } = await import('../test/support/cluster/cluster.ts');

await ensureBuilt({ quiet: true });
const interrupted = new Promise((resolve) => {
  // "disconnect" comes when a test that started this has ended, however it did.
  for (const end of ['SIGINT', 'SIGTERM', 'disconnect']) process.once(end, () => resolve(end));
});
const giveUp = new AbortController();
void interrupted.then(() => giveUp.abort());
const { signal } = giveUp;
const cluster = await startCluster({ folder: values.data, example: !values.check, say: console.log, signal }).catch(
  (error) => {
    if (signal.aborted) process.exit(values.check ? 130 : 0); // asked for: no failure
    console.error(`cadre: ${error.message}`);
    process.exit(1);
  },
);
try {
  if (values.check) await check();
  else await show();
} finally {
  await cluster.stop();
}
process.exit();

async function show() {
  for (const api of cluster.apis) console.log(`${api.name} answers at ${api.said()}`);
  console.log(`EventStoreDB (loopback stand-in): ${cluster.settings.CADRE_LOG}`);
  console.log(`PostgreSQL: ${cluster.settings.CADRE_READ}`);
  console.log(`data in ${cluster.folder}${values.data ? '' : ', until Ctrl-C'}`);
  await interrupted;
}

async function check() {
  const { survive, FULL, QUICK } = await import('../test/support/cluster/survive.ts');
  const { reportOf } = await import('../test/support/cluster/report.ts');
  const survival = await Promise.race([survive(cluster, values.quick ? QUICK : FULL, console.log), interrupted]);
  if (typeof survival === 'string') {
    process.exitCode = 130;
    return;
  }
  for (const line of reportOf(survival)) console.log(line);
  if (survival.wrong.length > 0) process.exitCode = 1;
}
