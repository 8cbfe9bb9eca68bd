/** The last entry of a share's streams that all policies have reacted to, or a later entry of other shares; position 0 and no id before the first. */
export interface PolicyCheckpoint {
  readonly position: number;
  readonly eventId: string;
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

/** An entry that a policy recorded, and the event id of the one it was recorded because of. */
export interface Followed {
  readonly because: string;
  readonly eventId: string;
  readonly stream: string;
  readonly type: string;
  /** Its log position, or that of a later entry recorded together with it. */
  readonly position: number;
}

/** How far some shares have come, and what came of it. */
export interface PolicyStep {
  readonly shares: readonly number[];
  readonly checkpoint: PolicyCheckpoint;
  readonly alarms: readonly PolicyAlarm[];
  readonly followed: readonly Followed[];
}

/**
 * Where policies keep how far they have read, what they could not do and, for those who wait, what they recorded.
 * Processes share it; every method is atomic. @throws Unavailable when it cannot be reached
 */
export interface PolicyMemory {
  /** Checkpoint of every share that has one. */
  checkpoints(): Promise<ReadonlyMap<number, PolicyCheckpoint>>;
  /** Keeps a step as a whole. A checkpoint never goes back: who comes late with a lesser position leaves it. */
  keep(step: PolicyStep): Promise<void>;
  /** What was recorded because of some entries, as long as it is remembered: for the last ten thousand or so. */
  followed(because: readonly string[]): Promise<readonly Followed[]>;
  /** Starts over with all shares: the log is another one, or an older copy of it. Alarms stay until a person has looked. */
  forget(): Promise<void>;
}
