import { type Appended } from '@cadre/kernel';
import { type AppendRequest, type Verdict } from '../verdict.js';
import { asUnavailable, isBusy } from './failure.js';

export interface AppendQueue {
  submit(request: AppendRequest): Promise<Appended>;
  /** Resolves when nothing waits any more. */
  drained(): Promise<void>;
}

/** Most entries in one transaction, so that a burst holds the event loop for some milliseconds at most. */
const GROUP_ENTRIES = 128;
/** Pause before the lock is tried again, in ms. */
const LOCK_PAUSE_MS = 5;

interface Waiting {
  readonly request: AppendRequest;
  readonly resolve: (appended: Appended) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Group commit: appends that arrive in one turn of the event loop share one transaction, and so one sync.
 * While another process holds the lock, appends wait here, not in SQLite, for `lockWaitMs` at most.
 */
export function createAppendQueue(
  commit: (requests: readonly AppendRequest[]) => readonly Verdict[],
  lockWaitMs: number,
): AppendQueue {
  let waiting: Waiting[] = [];
  let onDrained: (() => void)[] = [];
  let isScheduled = false;
  let lockedSince: number | null = null;

  function schedule(): void {
    if (isScheduled) return;
    isScheduled = true;
    setImmediate(flush);
  }

  function flush(): void {
    const group = nextGroup(waiting);
    try {
      settle(group, commit(group.map(({ request }) => request)));
      waiting = waiting.slice(group.length);
      lockedSince = null;
    } catch (error) {
      lockedSince ??= performance.now();
      if (isBusy(error) && performance.now() - lockedSince < lockWaitMs) return void setTimeout(flush, LOCK_PAUSE_MS);
      // Whoever waits behind a lock that long has waited long enough; any other failure is this group's alone.
      const failed = isBusy(error) ? waiting : group;
      for (const { reject } of failed) reject(asUnavailable(error));
      waiting = waiting.slice(failed.length);
      lockedSince = null;
    }
    isScheduled = false;
    if (waiting.length > 0) return schedule();
    for (const resolve of onDrained) resolve();
    onDrained = [];
  }

  return {
    submit: (request) =>
      new Promise((resolve, reject) => {
        waiting.push({ request, resolve, reject });
        schedule();
      }),
    drained: () => (isScheduled ? new Promise((resolve) => onDrained.push(resolve)) : Promise.resolve()),
  };
}

function nextGroup(waiting: readonly Waiting[]): readonly Waiting[] {
  let entries = 0;
  const end = waiting.findIndex(({ request }, i) => (entries += request.entries.length) > GROUP_ENTRIES && i > 0);
  return end < 0 ? waiting : waiting.slice(0, end);
}

function settle(group: readonly Waiting[], verdicts: readonly Verdict[]): void {
  group.forEach(({ resolve, reject }, i) => {
    const verdict = verdicts[i]!;
    if (verdict instanceof Error) reject(verdict);
    else resolve(verdict);
  });
}
