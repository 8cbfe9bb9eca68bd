import { type Share } from '../vocabulary/vocabulary.events.js';

/** The person is set aside for a post about to be filled; first of the three steps of filling. */
export interface PostReserved {
  readonly type: 'PostReserved';
  readonly data: {
    readonly postId: string;
    readonly share: Share;
    readonly caseId: string | null;
    /** Event ids of the post's own entries that the filling is told to come before. */
    readonly before: readonly string[];
  };
}

/** The post could not be filled; the person is free again. */
export interface ReservationReleased {
  readonly type: 'ReservationReleased';
  /** `because` is the code of the refusal that stopped the filling. */
  readonly data: { readonly postId: string; readonly because: string };
}

/** The person holds the post; last of the three steps of filling. */
export interface PostEncumbered {
  readonly type: 'PostEncumbered';
  readonly data: { readonly postId: string; readonly share: Share };
}

/** The person no longer holds the post. */
export interface PostReleased {
  readonly type: 'PostReleased';
  readonly data: { readonly postId: string };
}

/** The person's data were erased, wherever they were kept (the log holds ids alone and no data key yet); counts and timelines stay, the person can take up nothing more. */
export interface SubjectErased {
  readonly type: 'SubjectErased';
  readonly data: Record<string, never>;
}

export type PersonEvent = PostReserved | ReservationReleased | PostEncumbered | PostReleased | SubjectErased;
