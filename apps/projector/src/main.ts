import { CannotStart, DataFolderUnusable, openProjector, readSettings } from '@cadre/composition';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../..', import.meta.url));
const OLDEST_NODE = 24;
/** How often trouble is looked for, in ms; the same trouble is said once. */
const LOOK_MS = 1_000;

/** Keeps tables and runs policies, beside other projectors, until a signal ends it. */
async function main(): Promise<void> {
  if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE) {
    throw new CannotStart(`Cadre needs Node ${OLDEST_NODE} or newer, this is ${process.version}.`);
  }
  const settings = readSettings(process.env, ROOT, 'projector');
  const projector = await openProjector(settings, settings.projectorId);
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop.abort());
  const saying = sayTrouble(() => projector.trouble());
  console.log(`Cadre's projector ${projector.holder} works`);
  try {
    await projector.run(stop.signal);
  } finally {
    clearInterval(saying);
    await projector.close();
  }
}

function sayTrouble(trouble: () => string | null): NodeJS.Timeout {
  let said: string | null = null;
  return setInterval(() => {
    const now = trouble();
    if (now === said) return;
    said = now;
    console.error(now === null ? 'cadre: goes on' : `cadre: ${now}`);
  }, LOOK_MS);
}

main().catch((error: unknown) => {
  const isForPeople = error instanceof CannotStart || error instanceof DataFolderUnusable;
  console.error(`cadre: ${isForPeople ? error.message : (error as Error).stack}`);
  process.exitCode = 1;
});
