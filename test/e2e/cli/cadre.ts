import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ensureBuilt } from '../../../scripts/build.mjs';

/** What a run of the command line left behind. */
export interface Ran {
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

const ROOT = new URL('../../..', import.meta.url).pathname;

/** Where the worked example lies. */
export const EXAMPLE = join(ROOT, 'data/a-62-627/entries.ndjson');

/** Builds what is stale. */
export const built = (): Promise<void> => ensureBuilt({ quiet: true });

interface Running {
  /** Its standard input. */
  readonly input?: string;
  /** It is ended once it has said this on standard error. */
  readonly stopWhen?: RegExp | null;
  /** How it is ended; as by Ctrl-C when nothing else is said. */
  readonly stopBy?: 'SIGINT' | 'SIGKILL';
}

/** Runs the built command line to its end. */
export function cadre(
  args: readonly string[],
  { input = '', stopWhen = null, stopBy = 'SIGINT' }: Running = {},
): Promise<Ran> {
  const child = spawn(process.execPath, [join(ROOT, 'dist/apps/cli/src/main.js'), ...args], {
    env: { ...process.env, CADRE_DATA: '', NODE_OPTIONS: '' },
  });
  let [output, errors] = ['', ''];
  let isStopped = false;
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
    if (isStopped || !stopWhen?.test(errors)) return;
    isStopped = true;
    child.kill(stopBy);
  });
  child.stdin.on('error', () => undefined); // it may end without reading
  child.stdin.end(input);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output, errors }));
  });
}
