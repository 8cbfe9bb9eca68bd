import 'reflect-metadata';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DataFolderUnusable, openCadre } from '@cadre/embedded';
import { loadExample } from './example.js';
import { serve } from './server.module.js';
import { CannotStart, readSettings } from './settings.js';

const ROOT = fileURLToPath(new URL('../../../..', import.meta.url));
const OLDEST_NODE = 24;

/** Opens the data folder, fills an empty log with the example, serves until a signal ends it. */
async function main(): Promise<void> {
  if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE) {
    throw new CannotStart(
      `Cadre needs Node ${OLDEST_NODE} or newer, this is ${process.version}; run it with npm start.`,
    );
  }
  const settings = readSettings(process.env, ROOT);
  const cadre = await openCadre(settings.dataFolder);
  const stop = new AbortController();
  let following: Promise<void> | null = null;
  try {
    if (settings.example !== null && (await cadre.environment.log.head()) === null) {
      await loadExample(cadre.environment, join(ROOT, 'data', settings.example), (line) => console.log(line));
    }
    following = cadre.follow(stop.signal);
    const head = await cadre.environment.log.head();
    if (head) await showCatchingUp(cadre.runner.waitFor(head.position, Number.MAX_SAFE_INTEGER % 2 ** 31));
    const server = await serve(cadre, settings);
    console.log(`Cadre answers at ${server.url} (data in ${settings.dataFolder})`);
    await signalled();
    await server.close();
  } finally {
    stop.abort();
    await following;
    await cadre.close();
  }
}

async function showCatchingUp(caughtUp: Promise<boolean>): Promise<void> {
  const told = setTimeout(() => console.log('bringing the tables up to the log ...'), 1_000);
  await caughtUp;
  clearTimeout(told);
}

function signalled(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
}

main().catch((error: unknown) => {
  console.error(
    `cadre: ${error instanceof CannotStart || error instanceof DataFolderUnusable ? error.message : (error as Error).stack}`,
  );
  process.exitCode = 1;
});
