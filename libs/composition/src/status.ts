import { ALL_SHARES, type EventLog } from '@cadre/kernel';
import { leastCheckpoint, type ParkedStream, parkedStreams, type Tables } from '@cadre/read-models';

/** How far the tables have come beside the log. What cannot be found out at the moment is null. */
export interface TablesStatus {
  /** Last position of the log; 0 for an empty one. */
  readonly logPosition: number | null;
  /** Position up to which everything is told in the tables. */
  readonly position: number | null;
  /** Entries not yet told; counted up to MOST_COUNTED. */
  readonly behindEntries: number | null;
  /** How long the oldest of them has been waiting, in seconds. */
  readonly behindSeconds: number | null;
  readonly parked: readonly ParkedStream[] | null;
  /** Why something could not be found out, a sentence for each cause. */
  readonly unknownBecause: readonly string[];
  /** True when the tables tell of more than the log holds. */
  readonly isAhead: boolean;
}

/** More entries than that are not counted one by one. */
export const MOST_COUNTED = 1_000;

/** What was found out, or in a sentence why it is not known. */
export interface Found<T> {
  readonly value: T | null;
  readonly because: string | null;
}

/** Asks one of several things that may each be away; never throws. */
export async function found<T>(ask: () => Promise<T>): Promise<Found<T>> {
  try {
    return { value: await ask(), because: null };
  } catch (error) {
    return { value: null, because: (error as Error).message };
  }
}

/** Looks at both sides, each for itself: one that is away does not hide the other. `now` in ms since 1970. */
export async function tablesStatus(log: EventLog, tables: Tables, now: number): Promise<TablesStatus> {
  const [least, parked, head] = await Promise.all([
    found(() => leastCheckpoint(tables, ALL_SHARES)),
    found(() => parkedStreams(tables)),
    found(() => lastPosition(log)),
  ]);
  const position = least.value?.position ?? null;
  const lag = await found(async () =>
    position === null || head.value === null ? null : lagBehind(log, { position, head: head.value, now }),
  );
  return {
    logPosition: head.value,
    position,
    behindEntries: lag.value?.entries ?? null,
    behindSeconds: lag.value?.seconds ?? null,
    parked: parked.value,
    unknownBecause: [least, parked, head, lag].flatMap(({ because }) => because ?? []),
    isAhead: lag.value?.isAhead ?? false,
  };
}

const lastPosition = async (log: EventLog): Promise<number> => (await log.head())?.position ?? 0;

interface Sides {
  readonly position: number;
  readonly head: number;
  readonly now: number;
}

/** What stands in the log behind a position. A record carried over counts from when it was entered. */
async function lagBehind(
  log: EventLog,
  { position, head, now }: Sides,
): Promise<{ entries: number; seconds: number; isAhead: boolean }> {
  // Both sides were asked at once: what was recorded and told meanwhile is not ahead.
  if (head <= position)
    return { entries: 0, seconds: 0, isAhead: head < position && (await lastPosition(log)) < position };
  let [entries, since]: [number, string | null] = [0, null];
  for await (const entry of log.readAll(position)) {
    since ??= entry.enteredAt ?? entry.recordedAt;
    if (++entries >= MOST_COUNTED) break;
  }
  const seconds = since === null ? 0 : Math.max(0, Math.round((now - Date.parse(since)) / 100) / 10);
  return { entries, seconds, isAhead: false };
}
