/** The last entry a share was reacted to, or a later one of other shares. */
interface StoredCheckpoint {
  readonly position: number;
  readonly eventId: string;
}

/** What a policy could not do, kept until a person has looked at it. */
export interface StoredAlarm {
  readonly policy: string;
  readonly eventId: string;
  readonly stream: string;
  readonly position: number;
  readonly sentence: string;
}

/** An entry a policy recorded, and the event id of the one it was recorded because of. */
export interface StoredFollowed {
  readonly because: string;
  readonly eventId: string;
  readonly stream: string;
  readonly type: string;
  readonly position: number;
}

/** Kept as a whole or not at all. */
export interface StoredStep {
  readonly shares: readonly number[];
  readonly checkpoint: StoredCheckpoint;
  readonly alarms: readonly StoredAlarm[];
  readonly followed: readonly StoredFollowed[];
}

/**
 * How far the policies have read in each share, their alarms, and what they recorded because of what. Kept apart from
 * the tables because a rebuild must not lose it. @throws Unavailable when its storage cannot be reached
 */
export interface StoredPolicyMemory {
  checkpoints(): Promise<ReadonlyMap<number, StoredCheckpoint>>;
  /** Keeps a step; checkpoints that are further already stay. */
  keep(step: StoredStep): Promise<void>;
  followed(because: readonly string[]): Promise<readonly StoredFollowed[]>;
  /** Starts over, for another log or an older copy of it; alarms stay. */
  forget(): Promise<void>;
  /** In the order they were raised. */
  alarms(): Promise<readonly StoredAlarm[]>;
  close(): Promise<void>;
}

/** For how many of the last entries recorded by policies it is remembered what they followed from. */
export const REMEMBERED = 10_000;
