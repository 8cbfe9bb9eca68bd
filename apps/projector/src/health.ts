import { isProjectorAlive, readSettings } from '@cadre/composition';
import { fileURLToPath } from 'node:url';

// Exit code 0 when the projector of this name was heard of within the time of a lease; else 1 and why.
const ROOT = fileURLToPath(new URL('../../../..', import.meta.url));
try {
  const settings = readSettings(process.env, ROOT, 'projector');
  if (!(await isProjectorAlive(settings, settings.projectorId))) {
    throw new Error(`no projector ${settings.projectorId} was heard of lately`);
  }
} catch (error) {
  console.error(`cadre: ${(error as Error).message}`);
  process.exitCode = 1;
}
