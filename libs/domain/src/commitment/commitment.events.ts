import { type Window } from '@cadre/kernel';

/** A promise was made: what, by when, and about which streams. */
export interface CommitmentMade {
  readonly type: 'CommitmentMade';
  readonly data: {
    /** What is promised, in our own words. */
    readonly what: string;
    readonly ownerUnitId: string | null;
    /** When it is promised for; open ends where the source sets none. */
    readonly due: Window;
    /** Streams it is about ("post-military-adviser", "block-additional"). */
    readonly about: readonly string[];
    /** A share in words with its arithmetic minimum beside it ("majority" of 152: at least 77), never a head count; null when none is promised. */
    readonly measure: { readonly wording: string; readonly of: number; readonly arithmeticMinimum: number } | null;
  };
}

/** The promise has a new date; the first one stays on record. The entry's reason says why. */
export interface CommitmentRedated {
  readonly type: 'CommitmentRedated';
  readonly data: { readonly due: Window };
}

/** What was promised is done. */
export interface CommitmentMet {
  readonly type: 'CommitmentMet';
  readonly data: Record<string, never>;
}

/** What was promised was not done in time. */
export interface CommitmentMissed {
  readonly type: 'CommitmentMissed';
  readonly data: Record<string, never>;
}

/** The promise was given up. */
export interface CommitmentDropped {
  readonly type: 'CommitmentDropped';
  readonly data: Record<string, never>;
}

export type CommitmentEvent = CommitmentMade | CommitmentRedated | CommitmentMet | CommitmentMissed | CommitmentDropped;
