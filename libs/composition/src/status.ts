import { ALL_SHARES, type EventLog } from '@cadre/kernel';
import { leastCheckpoint, type ParkedStream, parkedStreams, type Tables } from '@cadre/read-models';

/** How far the tables have come beside the log. */
export interface TablesStatus {
  /** Last position of the log; null for an empty one. */
  readonly logPosition: number | null;
  /** Position up to which everything is told in the tables. */
  readonly position: number;
  /** Entries not yet told; counted up to MOST_COUNTED. */
  readonly behindEntries: number;
  /** How long the oldest of them has been waiting, in seconds. */
  readonly behindSeconds: number;
  readonly parked: readonly ParkedStream[];
  /** Why the tables cannot be those of this log, in a sentence; null while they can. */
  readonly trouble: string | null;
}

/** More entries than that are not counted one by one. */
export const MOST_COUNTED = 1_000;

/** Looks at both sides; `now` in ms since 1970. @throws Unavailable when one of them cannot be reached. */
export async function tablesStatus(log: EventLog, tables: Tables, now: number): Promise<TablesStatus> {
  const { position } = await leastCheckpoint(tables, ALL_SHARES);
  const parked = await parkedStreams(tables);
  const head = await log.head();
  const lag = head === null || head.position <= position ? { entries: 0, since: null } : await lagBehind(log, position);
  return {
    logPosition: head?.position ?? null,
    position,
    behindEntries: lag.entries,
    behindSeconds: lag.since === null ? 0 : Math.max(0, Math.round((now - Date.parse(lag.since)) / 100) / 10),
    parked,
    trouble: position > (head?.position ?? 0) ? aheadOf(head?.position ?? 0, position) : null,
  };
}

const aheadOf = (end: number, position: number): string =>
  `The tables tell of the log up to position ${position}, but it ends at ${end}: it was restored from an older copy, or is another one.`;

/** What stands in the log behind a position. A record carried over counts from when it was entered. */
async function lagBehind(log: EventLog, position: number): Promise<{ entries: number; since: string | null }> {
  let [entries, since]: [number, string | null] = [0, null];
  for await (const entry of log.readAll(position)) {
    since ??= entry.enteredAt ?? entry.recordedAt;
    if (++entries >= MOST_COUNTED) break;
  }
  return { entries, since };
}
