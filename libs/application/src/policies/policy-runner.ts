import { setTimeout as pause } from 'node:timers/promises';
import { type CaughtUp, type Entry, type EventLog, typed, Unavailable } from '@cadre/kernel';
import { type Application, type PolicyProgress } from '../application.js';
import { type Policy } from './policy.js';
import { watchAppends } from './watch-appends.js';

/** The last entry all policies have reacted to; position 0 and no id before the first. */
export interface PolicyCheckpoint {
  readonly position: number;
  readonly eventId: string;
}

/** Where policies keep how far they have read, and what they could not do. */
export interface PolicyMemory {
  checkpoint(): PolicyCheckpoint;
  /** Keeps a new checkpoint and, in the same step, the alarms raised on the way to it. */
  advance(checkpoint: PolicyCheckpoint, alarms: readonly PolicyAlarm[]): void;
  /** Starts over: the log is another one, or an older copy of it. */
  forget(): void;
}

/** A policy was refused: a person must look at it. */
export interface PolicyAlarm {
  readonly policy: string;
  readonly eventId: string;
  readonly stream: string;
  /** Log position of the entry it reacted to. */
  readonly position: number;
  readonly sentence: string;
}

const [FIRST_PAUSE_MS, LONGEST_PAUSE_MS] = [50, 5_000];
/** Entries nobody reacts to are passed over so many at a time before the checkpoint is kept. */
const KEEP_EVERY = 256;
/** For how many entries it is remembered what followed from them. */
const REMEMBERED = 10_000;

/** Reads the log from the checkpoint on and lets every policy react, one entry after the other. */
export class PolicyRunner implements PolicyProgress {
  private position = 0;
  private kept = 0;
  private failure: Error | null = null;
  private readonly waiting = new Set<() => void>();
  /** Position of an entry → last position of what was recorded because of it. */
  private readonly followed = new Map<number, number>();

  constructor(
    private readonly policies: readonly Policy[],
    private readonly memory: PolicyMemory,
    private readonly waitMs = 5_000,
  ) {}

  /** Follows the log until the signal ends it; when the log fails it goes on where it stopped, after a growing pause. */
  async follow(application: Application, signal: AbortSignal): Promise<void> {
    for (let pauseMs = FIRST_PAUSE_MS; !signal.aborted; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
      try {
        await this.run(application, signal);
      } catch {
        await pause(pauseMs, undefined, { signal }).catch(() => undefined);
      }
    }
  }

  /** Why the runner cannot go on at the moment, or null. */
  trouble(): string | null {
    return this.failure?.message ?? null;
  }

  async waitFor(position: number): Promise<void> {
    const deadline = AbortSignal.timeout(this.waitMs);
    while (this.position < position) {
      if (this.failure) throw this.failure;
      if (deadline.aborted)
        throw new Unavailable(`policies have not reached position ${position} within ${this.waitMs} ms`);
      await this.nextStep(deadline);
    }
  }

  async settle(first: number, last: number): Promise<number> {
    await this.waitFor(last);
    let settled = last;
    for (let position = first; position <= last; position++) {
      const next = this.followed.get(position);
      if (next !== undefined) settled = Math.max(settled, await this.settle(Math.max(position, last) + 1, next));
    }
    return settled;
  }

  private async run(application: Application, signal: AbortSignal): Promise<void> {
    try {
      const { log } = application.environment;
      this.position = this.kept = await this.placeIn(log);
      for await (const entry of log.subscribeAll(this.position, signal)) {
        await this.take(application, entry);
        this.failure = null;
        this.wake();
      }
    } catch (error) {
      this.failure = error as Error;
      throw error;
    } finally {
      this.wake();
    }
  }

  /** Where to go on: behind the checkpoint if this log has it, else from the start. What was done once is not done again. */
  private async placeIn(log: EventLog): Promise<number> {
    const { position, eventId } = this.memory.checkpoint();
    if (position === 0) return 0;
    if ((await log.entryAt(position))?.eventId === eventId) return position;
    this.memory.forget();
    return 0;
  }

  private async take(application: Application, entry: Entry | CaughtUp): Promise<void> {
    if ('caughtUp' in entry) return;
    const policies = this.policies.filter(({ on }) => on.includes(entry.event.type));
    const alarms: PolicyAlarm[] = [];
    for (const policy of policies) {
      const sentence = await reaction(policy, this.watched(application, entry.position), entry);
      const { eventId, stream, position } = entry;
      if (sentence !== null) alarms.push({ policy: policy.name, eventId, stream, position, sentence });
    }
    if (policies.length > 0 || entry.position >= this.kept + KEEP_EVERY) {
      this.memory.advance({ position: entry.position, eventId: entry.eventId }, alarms);
      this.kept = entry.position;
    }
    this.position = entry.position;
  }

  /** The application, with an eye on what is appended through it because of the entry at a position. */
  private watched(application: Application, because: number): Application {
    const log = watchAppends(application.environment.log, ({ position }) => {
      this.followed.set(because, Math.max(position, this.followed.get(because) ?? 0));
      if (this.followed.size > REMEMBERED) this.followed.delete(this.followed.keys().next().value!);
    });
    return { ...application, environment: { ...application.environment, log } };
  }

  private wake(): void {
    for (const resume of this.waiting) resume();
    this.waiting.clear();
  }

  private nextStep(deadline: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      this.waiting.add(resolve);
      deadline.addEventListener('abort', () => resolve(), { once: true });
    });
  }
}

/** A refusal, or an entry nobody can read, becomes an alarm; only a failing log stops the runner. */
async function reaction(policy: Policy, application: Application, entry: Entry): Promise<string | null> {
  try {
    return await policy.react(application, typed(application.environment.codec, entry));
  } catch (error) {
    if (error instanceof Unavailable) throw error;
    return (error as Error).message;
  }
}
