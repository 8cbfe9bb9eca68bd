import { setTimeout as pause } from 'node:timers/promises';
import { ALL_SHARES, shareOf } from '@cadre/kernel';
import { type PolicyProgress, type Recorded } from '../application.js';
import { type Policy } from './policy.js';
import { type PolicyMemory } from './policy-memory.js';
import { createWaiting, NotSettled, settleBy } from './policy-progress.js';

const LOOK_MS = 20;

/**
 * How far policies that run in other processes have reacted, read from the memory they share: looked up every 20 ms,
 * once for all who wait in this process, and only while someone does.
 */
export class PolicyReader implements PolicyProgress {
  private places: ReadonlyMap<number, number> = new Map();
  private failure: Error | null = null;
  private isLooking = false;
  private readonly waiting = createWaiting();

  constructor(
    private readonly policies: readonly Policy[],
    private readonly memory: Pick<PolicyMemory, 'checkpoints' | 'followed'>,
    private readonly waitMs = 5_000,
  ) {}

  waitFor(position: number): Promise<void> {
    return this.reach(ALL_SHARES, position, AbortSignal.timeout(this.waitMs));
  }

  settle(recorded: Recorded): Promise<number> {
    const deadline = AbortSignal.timeout(this.waitMs);
    return settleBy(this.policies, this.memory, recorded, (stream, position) =>
      this.reach([shareOf(stream)], position, deadline),
    );
  }

  private async reach(shares: Iterable<number>, position: number, deadline: AbortSignal): Promise<void> {
    const wanted = [...shares];
    const isReached = (): boolean => {
      if (this.failure) throw this.failure;
      return wanted.every((share) => (this.places.get(share) ?? 0) >= position);
    };
    this.failure = null; // of an earlier look
    const done = this.waiting.until(isReached, deadline);
    void this.look();
    if (!(await done)) throw new NotSettled(`policies have not reached position ${position} within ${this.waitMs} ms`);
  }

  private async look(): Promise<void> {
    if (this.isLooking) return;
    this.isLooking = true;
    try {
      while (this.waiting.count() > 0) {
        this.places = new Map([...(await this.memory.checkpoints())].map(([share, { position }]) => [share, position]));
        this.waiting.wake();
        if (this.waiting.count() > 0) await pause(LOOK_MS);
      }
    } catch (error) {
      this.failure = error as Error;
      this.waiting.wake();
    } finally {
      this.isLooking = false;
    }
  }
}
