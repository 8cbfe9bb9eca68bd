import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

const GONE_MS = 10_000;

/**
 * Whatever ends the process that started it, the watchdog's standard input ends too. It is told the process to end line
 * by line; an empty line says that this one ended. SIGQUIT makes PostgreSQL end its children and give back its shared
 * memory; one that was killed has left a segment behind, named in the seventh line of postmaster.pid.
 */
const WATCHDOG = `
trap '' INT TERM HUP
lives() { [ -r "/proc/$1/stat" ] && ! grep -q ') Z' "/proc/$1/stat"; }
while read -r line; do pid=$line; done
if [ -n "$pid" ]; then
  kill -QUIT "$pid" 2>/dev/null
  tries=100
  while lives "$pid" && [ $tries -gt 0 ]; do sleep 0.05; tries=$((tries - 1)); done
  kill -KILL "$pid" 2>/dev/null
fi
segment=$(sed -n 7p "$1/data/postmaster.pid" 2>/dev/null | { read -r key id; echo "$id"; })
if [ -n "$segment" ]; then ipcrm -m "$segment" 2>/dev/null; fi
if [ "$2" = remove ]; then rm -rf "$1"; fi
`;

/** A small process that outlives this one, to leave nothing of a server behind. */
export interface Watchdog {
  /** Names the process to end; null when it has ended. */
  tell(pid: number | null): void;
  /** Lets it do its work, and waits for it. */
  end(): Promise<void>;
}

/** Sets a watchdog on a server's folder, which it removes at the end or keeps. */
export function startWatchdog(folder: string, atEnd: 'keep' | 'remove'): Watchdog {
  const child = spawn('/bin/sh', ['-c', WATCHDOG, 'watchdog', folder, atEnd], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true, // Ctrl-C in a terminal is not for it
    cwd: '/',
  });
  child.unref();
  unref(child.stdin);
  child.stdin.on('error', () => undefined); // it is gone: there is nobody to tell
  return {
    tell: (pid) => void child.stdin.write(`${pid ?? ''}\n`),
    end: async () => {
      const done = ended(child);
      child.stdin.end();
      await done;
    },
  };
}

/** Keeps a pipe to a child from keeping this process up; Node's types do not know that it is a socket. */
export const unref = (pipe: unknown): void => (pipe as { unref(): void }).unref();

/** Waits for a child to end. @returns its exit code, null after a signal */
export function ended(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
  child.ref();
  return new Promise((done, fail) => {
    child.once('exit', (code) => done(code));
    child.once('error', fail);
  });
}

/** Kills a process and those it started, and waits until all are gone. @throws Error when one lives on */
export async function killAll(parent: number): Promise<void> {
  const all = [parent, ...childrenOf(parent)];
  for (const pid of all) killNow(pid);
  for (const deadline = Date.now() + GONE_MS; !all.every(isGone); await wait(5)) {
    if (Date.now() > deadline) throw new Error(`A process of these lives on: ${all.join(' ')}`);
  }
}

/** Processes whose parent is this one, from Linux's own list. */
function childrenOf(parent: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && statOf(Number(name))?.parent === parent)
    .map(Number);
}

/** State letter and parent of a process; null when there is none. */
function statOf(pid: number): { readonly state: string; readonly parent: number } | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [state, parent] = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return { state: state!, parent: Number(parent) };
  } catch {
    return null;
  }
}

/** Ended, though nobody may have asked for its exit code yet. */
const isGone = (pid: number): boolean => ['Z', 'X', undefined].includes(statOf(pid)?.state);

function killNow(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
