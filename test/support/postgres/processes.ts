import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

const GONE_MS = 10_000;

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
