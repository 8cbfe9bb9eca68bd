import { setTimeout as pause } from 'node:timers/promises';
import { ALL_SHARES, type CaughtUp, type Entry, type EventLog, everyShare, shareOf, type Shares } from '@cadre/kernel';
import { type Application, type PolicyProgress, type Recorded } from '../application.js';
import { type Policy } from './policy.js';
import { type PolicyCheckpoint, type PolicyMemory } from './policy-memory.js';
import { createWaiting, NotSettled, settleBy } from './policy-progress.js';
import { reactionsTo } from './reactions.js';
import { watchedLog } from './watched-log.js';

const [FIRST_PAUSE_MS, LONGEST_PAUSE_MS] = [50, 5_000];
/** Entries nobody reacts to are passed over so many at a time before the checkpoints are kept, … */
const KEEP_EVERY = 256;
/** … or as many as came in so long a time, in ms. */
const KEEP_MS = 200;
/** A log that seems not to be the one reacted to is looked at again after so long, in ms: one look may be a server's first. */
const LOOK_AGAIN_MS = 1_000;
/** No log empties itself: rather than forget what was reacted to, somebody has to look. */
const LOST = 'the log is empty, but policies have reacted to entries of one: see that the settings name the right log';

/**
 * Reads the log once for all shares this process holds, from the least of their checkpoints on, and lets every policy
 * react, one entry after the other. Reacting twice records nothing twice, so a share that two processes take themselves
 * to hold for a moment does no harm.
 */
export class PolicyRunner implements PolicyProgress {
  /** Position up to which each share held was reacted to when it was taken up. */
  private places: ReadonlyMap<number, number> = new Map();
  /** The last entry taken, of whatever share: everything held is reacted to up to here. */
  private last: PolicyCheckpoint = { position: 0, eventId: '' };
  /** Entries taken since the checkpoints of all shares were kept. */
  private unkept = 0;
  /** Those checkpoints on their way, by whoever asked first. */
  private keeping: Promise<void> | null = null;
  /** Why they could not be kept when that was tried last. Nobody waits for them, so nobody's waiting ends with it. */
  private notKept: Error | null = null;
  /** Command of the last entry reacted to: what was recorded together with it is waited for, too. */
  private reactedTo: string | null = null;
  private failure: Error | null = null;
  private readonly waiting = createWaiting();

  constructor(
    private readonly policies: readonly Policy[],
    private readonly memory: PolicyMemory,
    private readonly shares: Shares = everyShare,
    private readonly waitMs = 5_000,
  ) {}

  /** Follows the log until the signal ends it; when log or memory fails it goes on where it stopped, after a growing pause. */
  async follow(application: Application, signal: AbortSignal): Promise<void> {
    let pauseMs = FIRST_PAUSE_MS;
    let furthest = 0;
    while (!signal.aborted) {
      try {
        await this.run(application, signal);
        pauseMs = FIRST_PAUSE_MS;
      } catch {
        pauseMs = this.last.position > furthest ? FIRST_PAUSE_MS : Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
        furthest = Math.max(furthest, this.last.position);
        await pause(pauseMs, undefined, { signal }).catch(() => undefined);
      }
    }
  }

  /** Why the runner cannot go on at the moment, or null. */
  trouble(): string | null {
    return (this.failure ?? this.notKept)?.message ?? null;
  }

  waitFor(position: number): Promise<void> {
    return this.reach([...ALL_SHARES], position, AbortSignal.timeout(this.waitMs));
  }

  settle(recorded: Recorded): Promise<number> {
    const deadline = AbortSignal.timeout(this.waitMs);
    return settleBy(this.policies, this.memory, recorded, (stream, position) =>
      this.reach([shareOf(stream)], position, deadline),
    );
  }

  private async reach(shares: readonly number[], position: number, deadline: AbortSignal): Promise<void> {
    const isReached = (): boolean => {
      if (shares.every((share) => this.placeOf(share) >= position)) return true;
      if (this.failure) throw this.failure;
      return false;
    };
    if (!(await this.waiting.until(isReached, deadline)))
      throw new NotSettled(`policies have not reached position ${position} within ${this.waitMs} ms`);
  }

  private placeOf(share: number): number {
    const place = this.places.get(share);
    return place === undefined ? -1 : Math.max(place, this.last.position);
  }

  /** Follows the log for the shares held now, until other shares are held or the signal aborts. */
  private async run(application: Application, signal: AbortSignal): Promise<void> {
    const held = this.shares.held();
    const stop = new AbortController();
    const either = AbortSignal.any([signal, stop.signal]);
    const changed = this.shares.changed(held, either).then(() => stop.abort());
    let regularly: NodeJS.Timeout | undefined;
    this.notKept = null;
    try {
      if (held.size === 0) {
        this.failure = null; // it was about what others do now
        return await changed;
      }
      await this.takeUp(application.environment.log, held, either);
      this.waiting.wake();
      regularly = setInterval(() => {
        this.keepAll().catch(() => undefined); // shows as trouble, and the next time tries again
      }, KEEP_MS);
      for await (const entry of application.environment.log.subscribeAll(this.last.position, either)) {
        await this.take(application, entry);
        this.failure = null;
        this.waiting.wake();
      }
    } catch (error) {
      if (either.aborted) return; // whatever it was about is over
      this.failure = error as Error;
      throw error;
    } finally {
      clearInterval(regularly);
      stop.abort();
      await this.keeping?.catch(() => undefined);
      this.waiting.wake();
    }
  }

  /** Finds where to go on: behind the least checkpoint, if this log has them all; else from the start. What was done once is not done again. */
  private async takeUp(log: EventLog, held: ReadonlySet<number>, signal: AbortSignal): Promise<void> {
    const checkpoints = await this.checkpointsIn(log, held, signal);
    this.last = [...checkpoints.values()].reduce((least, it) => (it.position < least.position ? it : least));
    this.places = new Map([...checkpoints].map(([share, { position }]) => [share, position]));
    this.unkept = 0;
  }

  /** The checkpoints of the shares held; all at the start once the log is seen to be an older copy. @throws Error when it is empty */
  private async checkpointsIn(log: EventLog, held: ReadonlySet<number>, signal: AbortSignal): Promise<Checkpoints> {
    const first = await this.checkpointsKept(held);
    if (await isOfLog(log, first)) return first;
    await pause(LOOK_AGAIN_MS, undefined, { signal });
    const second = await this.checkpointsKept(held); // others may have started over meanwhile
    if (await isOfLog(log, second)) return second;
    if ((await log.head()) === null) throw new Error(LOST);
    await this.memory.forget();
    return this.checkpointsKept(held);
  }

  private async checkpointsKept(held: ReadonlySet<number>): Promise<Checkpoints> {
    const kept = await this.memory.checkpoints();
    return new Map([...held].map((share) => [share, kept.get(share) ?? START]));
  }

  private async take(application: Application, entry: Entry | CaughtUp): Promise<void> {
    if ('caughtUp' in entry) return this.keepAll();
    const share = shareOf(entry.stream);
    const place = this.places.get(share);
    if (place !== undefined && place < entry.position) await this.react(application, entry, share);
    this.last = { position: entry.position, eventId: entry.eventId };
    this.unkept += 1;
    if (this.unkept >= KEEP_EVERY) await this.keepAll();
  }

  private async react(application: Application, entry: Entry, share: number): Promise<void> {
    const { eventId, position, commandId } = entry;
    const policies = this.policies.filter(({ on }) => on.includes(entry.event.type));
    if (policies.length === 0 && commandId !== this.reactedTo) return;
    const watched = watchedLog(application.environment.log, eventId);
    const alarms = await reactionsTo(entry, policies, application, watched.log);
    this.reactedTo = commandId;
    await this.memory.keep({
      shares: [share],
      checkpoint: { position, eventId },
      alarms,
      followed: watched.followed(),
    });
  }

  /** Moves the checkpoints of all shares held, also of those that nothing happened in: they need not be read again. */
  private async keepAll(): Promise<void> {
    if (this.unkept === 0) return;
    await (this.keeping ??= this.keepUnkept().finally(() => (this.keeping = null)));
  }

  private async keepUnkept(): Promise<void> {
    const taken = this.unkept;
    try {
      await this.memory.keep({ shares: [...this.places.keys()], checkpoint: this.last, alarms: [], followed: [] });
      this.unkept -= taken;
      this.notKept = null;
    } catch (error) {
      this.notKept = error as Error;
      throw error;
    }
  }
}

type Checkpoints = ReadonlyMap<number, PolicyCheckpoint>;
const START: PolicyCheckpoint = { position: 0, eventId: '' };

async function isOfLog(log: EventLog, checkpoints: Checkpoints): Promise<boolean> {
  const distinct = new Map([...checkpoints.values()].map(({ position, eventId }) => [position, eventId]));
  for (const [position, eventId] of distinct) {
    if (position > 0 && (await log.entryAt(position))?.eventId !== eventId) return false;
  }
  return true;
}
