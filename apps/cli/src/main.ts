import { outputTo } from './output.js';
import { run } from './run.js';

const OLDEST_NODE = 24;

/** Runs one command; Ctrl-C ends it between two steps, and a reader that has seen enough ends it quietly. */
async function main(): Promise<void> {
  const output = outputTo(process.stdout, process.stderr);
  if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE) {
    output.note(`Cadre needs Node ${OLDEST_NODE} or newer, this is ${process.version}; run it with npm run cadre.`);
    process.exitCode = 1;
    return;
  }
  const stop = new AbortController();
  // Kept while it runs: npm and the terminal may both pass the signal on.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop.abort(new Error('stopped')));
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
  process.exitCode = await run(process.argv.slice(2), {
    output,
    environment: process.env,
    input: process.stdin,
    signal: stop.signal,
  });
}

await main();
