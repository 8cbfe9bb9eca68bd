import 'reflect-metadata';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  type Cadre,
  CannotStart,
  DataFolderUnusable,
  openCadre,
  readSettings,
  type Settings,
  withoutSecrets,
} from '@cadre/composition';
import { Unavailable } from '@cadre/kernel';
import { loadExample } from './example.js';
import { serve } from './server.module.js';

const ROOT = fileURLToPath(new URL('../../../..', import.meta.url));
const OLDEST_NODE = 24;
/** The longest a timer can wait, in ms: 24 days. */
const FOR_AS_LONG_AS_IT_TAKES = 2 ** 31 - 1;

/** Opens the data folder, fills an empty log with the example, serves until a signal ends it. */
async function main(): Promise<void> {
  if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE) {
    throw new CannotStart(
      `Cadre needs Node ${OLDEST_NODE} or newer, this is ${process.version}; run it with npm start.`,
    );
  }
  const settings = readSettings(process.env, ROOT);
  const cadre = await openCadre(settings);
  const stop = new AbortController();
  let following: Promise<void> | null = null;
  try {
    await carryOverExample(cadre, settings);
    following = cadre.follow(stop.signal);
    if (settings.read.engine === 'sqlite') await catchUp(cadre);
    const server = await serve(cadre, settings);
    const stopping = signalled(); // asked for before anyone is told that there is something to stop
    console.log(`Cadre answers at ${server.url} (${keptIn(settings)})`);
    await stopping;
    await server.close();
  } finally {
    stop.abort();
    await following;
    await cadre.close();
  }
}

/**
 * Fills an empty log with the example; a mark in the data folder tells the next start to finish what was interrupted. A
 * log that others write to as well is filled whenever that is asked for: what stands in it already is not told again.
 */
async function carryOverExample({ environment }: Cadre, { example, dataFolder, log }: Settings): Promise<void> {
  if (example !== null && log.engine !== 'sqlite') return load(environment, example);
  const mark = join(dataFolder, 'example-under-way');
  if (example === null || ((await environment.log.head()) !== null && !existsSync(mark))) return;
  writeFileSync(mark, example);
  await load(environment, example);
  rmSync(mark);
}

/** @throws CannotStart also when the log cannot be reached: who asks for the example waits for it, and not for a page without. */
async function load(environment: Cadre['environment'], example: string): Promise<void> {
  try {
    await loadExample(environment, join(ROOT, 'data', example), (line) => console.log(line));
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    const why = error.message.replace(/\.$/, '');
    throw new CannotStart(
      `The example cannot be carried over (${why}); start again when the log answers, or with CADRE_EXAMPLE=none.`,
    );
  }
}

/** Where things are kept, without secrets. */
function keptIn({ log, read }: Settings): string {
  const [record, tables] = [log, read].map((it) => {
    if (it.engine === 'sqlite') return it.folder;
    return withoutSecrets(it.engine === 'postgres' ? it.url : it.connectionString);
  });
  return record === tables ? `data in ${record}` : `log in ${record}, tables in ${tables}`;
}

/** Tables that this process keeps are at the head of the log before anybody asks; not waited for while the log cannot be reached. */
async function catchUp({ environment: { log }, progress }: Cadre): Promise<void> {
  const head = await log.head().catch((error: unknown) => {
    if (error instanceof Unavailable) return null;
    throw error;
  });
  if (head) await showCatchingUp(progress.waitFor(head.position, FOR_AS_LONG_AS_IT_TAKES));
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
