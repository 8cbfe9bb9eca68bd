import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from '../../scripts/build.mjs';

/** A Cadre server of its own: the built program in its own process, on a free loopback port. */
export interface RunningCadre {
  /** Where it answers, without a slash at the end. */
  readonly url: string;
  readonly folder: string;
  readonly process: ChildProcess;
  /** Everything it printed so far. */
  output(): string;
  /** Ends it as Ctrl-C does; resolves to its exit code. The data folder goes unless it was given. */
  stop(): Promise<number | null>;
}

export interface StartOptions {
  /** Fills the empty log with A/62/627. */
  readonly example?: boolean;
  /** An existing data folder; a fresh one in the temporary folder when left out. */
  readonly folder?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

const ROOT = new URL('../..', import.meta.url).pathname;

/** Builds what is stale, starts the server, resolves when it says its address. Rejects with what it printed if it ends before. */
export async function startCadre({
  example = false,
  folder,
  environment = {},
}: StartOptions = {}): Promise<RunningCadre> {
  await ensureBuilt({ quiet: true });
  const data = folder ?? mkdtempSync(join(tmpdir(), 'cadre-'));
  const child = spawn(process.execPath, [join(ROOT, 'dist/apps/api/src/main.js')], {
    cwd: ROOT,
    env: { ...process.env, PORT: '0', CADRE_DATA: data, CADRE_EXAMPLE: example ? 'a-62-627' : 'none', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  const exit = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  const url = await new Promise<string>((resolve, reject) => {
    const listen = (chunk: Buffer): void => {
      printed += chunk.toString();
      const address = /Cadre answers at (http:\S+)/.exec(printed)?.[1];
      if (address) resolve(address);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    void exit.then((code) => reject(new Error(`the server ended with ${code}: ${printed}`)));
  });
  return {
    url,
    folder: data,
    process: child,
    output: () => printed,
    stop: async () => {
      child.kill('SIGINT');
      const code = await exit;
      if (folder === undefined) rmSync(data, { recursive: true, force: true });
      return code;
    },
  };
}
