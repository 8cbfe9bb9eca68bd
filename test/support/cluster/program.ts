import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ended, type Watchdog } from '../watchdog.ts';

/** A built program of ours as a process of its own. */
export interface Program {
  readonly name: string;
  /** Of the process it runs as now; null when it has ended. */
  pid(): number | null;
  /** What it said on the way up that `ready` is looked for, as in its address. */
  said(): string;
  /** Everything it printed since it was started last, cut to the end. */
  output(): string;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
  /** Ends it as an operator does; kills it when it takes longer than 15 s. @returns whether it ended by itself */
  stop(): Promise<boolean>;
  /** Starts it again after it ended. @throws Error with what it printed */
  start(): Promise<void>;
}

export interface ProgramOptions {
  /** The folder of the app, as in "api". */
  readonly app: string;
  /** Which of several it is. */
  readonly number: number;
  readonly environment: Readonly<Record<string, string>>;
  /** What it prints when it is up; the first group is what `said` answers. */
  readonly ready: RegExp;
  readonly watchdog: Watchdog;
}

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const START_MS = 60_000;
const STOP_MS = 15_000;
const CHARACTERS_KEPT = 20_000;

/** Where the build puts an app. */
export const builtMain = (app: string): string => join(ROOT, `dist/apps/${app}/src/main.js`);

/** This environment without settings of Cadre: what a program is told is told by whoever starts it. */
export function plainEnvironment(): Record<string, string> {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('CADRE_') && name !== 'PORT');
  return Object.fromEntries(kept) as Record<string, string>;
}

/** Starts a program; resolves when it is up. @throws Error with what it printed when it ends before */
export async function startProgram(options: ProgramOptions): Promise<Program> {
  const { app, number } = options;
  let [child, printed, said] = [null as ChildProcess | null, '', ''];
  const running = (): ChildProcess | null =>
    child !== null && child.exitCode === null && child.signalCode === null ? child : null;

  const start = async (): Promise<void> => {
    printed = '';
    const started = run(options, (text) => (printed = (printed + text).slice(-CHARACTERS_KEPT)));
    child = started;
    said = await isUp(started, options.ready, () => printed);
  };

  await start();
  return {
    name: `${app} ${number}`,
    pid: () => running()?.pid ?? null,
    said: () => said,
    output: () => printed,
    start,
    kill: async () => {
      const victim = running();
      victim?.kill('SIGKILL');
      if (victim) await ended(victim);
    },
    stop: async () => {
      const leaving = running();
      if (!leaving) return true;
      const late = setTimeout(() => leaving.kill('SIGKILL'), STOP_MS);
      leaving.kill('SIGTERM');
      await ended(leaving);
      clearTimeout(late);
      return leaving.signalCode !== 'SIGKILL';
    },
  };
}

function run({ app, environment, watchdog }: ProgramOptions, print: (text: string) => void): ChildProcess {
  const child = spawn(process.execPath, ['--enable-source-maps', builtMain(app)], {
    cwd: ROOT,
    env: { ...plainEnvironment(), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true, // Ctrl-C in a terminal is for whoever started it, who then ends all in order
  });
  watchdog.watch(child);
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => print(chunk.toString()));
  return child;
}

/** What the program said it is ready with. */
function isUp(child: ChildProcess, ready: RegExp, printed: () => string): Promise<string> {
  return new Promise((done, fail) => {
    const end = (act: () => void): void => {
      clearTimeout(deadline);
      for (const stream of [child.stdout!, child.stderr!]) stream.off('data', look);
      child.off('exit', died);
      act();
    };
    const died = (): void => end(() => fail(new Error(`it ended before it was up: ${printed()}`)));
    const look = (): void => {
      const found = ready.exec(printed());
      if (found) end(() => done(found[1] ?? found[0]));
    };
    const deadline = setTimeout(
      () => end(() => fail(new Error(`not up after ${START_MS} ms: ${printed()}`))),
      START_MS,
    );
    child.once('exit', died);
    for (const stream of [child.stdout!, child.stderr!]) stream.on('data', look);
  });
}
