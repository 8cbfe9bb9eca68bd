import { setTimeout as pause } from 'node:timers/promises';
import { type Entry, typed } from '@cadre/kernel';
import { type Application, type PolicyProgress } from '../application.js';
import { type Policy } from './policy.js';

/** Where policies keep how far they have read, and what they could not do. */
export interface PolicyMemory {
  checkpoint(): number;
  /** Keeps a new checkpoint and, in the same step, the alarms raised on the way to it. */
  advance(position: number, alarms: readonly PolicyAlarm[]): void;
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

/** Reads the log from the checkpoint on and lets every policy react, one entry after the other. */
export class PolicyRunner implements PolicyProgress {
  private position: number;
  private failure: Error | null = null;
  private readonly waiting = new Set<() => void>();

  constructor(
    private readonly policies: readonly Policy[],
    private readonly memory: PolicyMemory,
    private readonly waitMs = 5_000,
  ) {
    this.position = memory.checkpoint();
  }

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

  private async run(application: Application, signal: AbortSignal): Promise<void> {
    try {
      for await (const entry of application.environment.log.subscribeAll(this.position, signal)) {
        const alarms = 'caughtUp' in entry ? [] : await this.reactTo(application, entry);
        this.advance(entry.position, alarms);
        this.failure = null;
      }
    } catch (error) {
      this.failure = error as Error;
      throw error;
    } finally {
      this.wake();
    }
  }

  async waitFor(position: number): Promise<void> {
    const deadline = AbortSignal.timeout(this.waitMs);
    while (this.position < position) {
      if (this.failure) throw this.failure;
      if (deadline.aborted) throw new Error(`policies have not reached position ${position} within ${this.waitMs} ms`);
      await this.nextStep(deadline);
    }
  }

  private async reactTo(application: Application, entry: Entry): Promise<readonly PolicyAlarm[]> {
    const alarms: PolicyAlarm[] = [];
    for (const policy of this.policies.filter(({ on }) => on.includes(entry.event.type))) {
      const sentence = await reaction(policy, application, entry);
      if (sentence !== null)
        alarms.push({
          policy: policy.name,
          eventId: entry.eventId,
          stream: entry.stream,
          position: entry.position,
          sentence,
        });
    }
    return alarms;
  }

  private advance(position: number, alarms: readonly PolicyAlarm[]): void {
    if (position > this.position || alarms.length > 0) this.memory.advance(position, alarms);
    this.position = Math.max(this.position, position);
    this.wake();
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
  const readable = readableEntry(application, entry);
  return typeof readable === 'string' ? readable : policy.react(application, readable);
}

function readableEntry({ environment }: Application, entry: Entry): Entry | string {
  try {
    return typed(environment.codec, entry);
  } catch (error) {
    return (error as Error).message;
  }
}
