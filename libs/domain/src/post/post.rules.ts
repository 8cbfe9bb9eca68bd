import { type CivilDate, refuse, type Refusal, type Told, type Window } from '@cadre/kernel';
import { type Share } from '../vocabulary/vocabulary.events.js';
import type * as Events from './post.events.js';
import { type PostEvent } from './post.events.js';

/** Someone who holds a post; `personId` null when the source does not say who. */
export interface Incumbent {
  readonly personId: string | null;
  readonly share: Share;
}

/** Where a post stands in its life, before anyone sits on it. */
export type Standing = 'not established' | 'live' | 'frozen' | 'lapsed' | 'abolished';

export interface Post {
  readonly standing: Standing;
  readonly title: string | null;
  readonly grade: string | null;
  readonly unitId: string | null;
  /** Null when nothing is said of who holds it; empty when it is vacant. */
  readonly incumbents: readonly Incumbent[] | null;
  readonly officerInCharge: { readonly personId: string | null } | null;
  /** Last day of a time-limited post (a position) as far as extended; null when no extension is told of. */
  readonly until: CivilDate | null;
  /** Last day two holders are allowed, or null. */
  readonly doubleFillUntil: CivilDate | null;
}

/** Whether an event may stand at its place in a post's life, and if not, why. */
export function permits(state: Post, { event, effective }: Told<PostEvent>): Refusal | null {
  if (event.type === 'PostEstablished') {
    return state.standing === 'not established'
      ? null
      : refuse('POST_ALREADY_ESTABLISHED', 'This post already stands; record what changed instead.');
  }
  const notStanding = permitsNothing(state) ?? permitsAdvice(event);
  if (notStanding) return notStanding;
  switch (event.type) {
    case 'PostFilled':
      return permitsFilling(state, event, effective);
    case 'PostVacated':
      return permitsVacating(state, event);
    case 'PostFrozen':
      return state.standing === 'live' ? null : refuse('POST_FROZEN', 'This post is already frozen on that date.');
    case 'PostUnfrozen':
      return state.standing === 'frozen' ? null : refuse('POST_NOT_FROZEN', 'This post is not frozen on that date.');
    case 'PostExtended':
      return permitsUntil(event.data.until, effective) ?? permitsExtending(state, event);
    case 'PostLapsed':
      return permitsEnding(state) ?? permitsLapsing(state, effective);
    case 'PostAbolished':
      return permitsEnding(state);
    case 'OfficerInChargeEnded':
      return state.officerInCharge
        ? null
        : refuse('NO_OFFICER_IN_CHARGE', 'Nobody is acting on this post on that date.');
    case 'DoubleFillAuthorised':
      return permitsUntil(event.data.until, effective);
    case 'PostReclassified':
    case 'PostRedeployed':
    case 'PostReassigned':
    case 'OfficerInChargeDesignated':
      return null;
  }
}

/** Refuses whatever needs a standing post when there is none on that date. */
function permitsNothing(state: Post): Refusal | null {
  switch (state.standing) {
    case 'not established':
      return refuse(
        'POST_NOT_APPROVED',
        'Nothing recorded has this post stand on that date: identify it from its approved block, or establish it; or correct the date or the id.',
      );
    case 'lapsed':
      return refuse('POST_LAPSED', 'This post has lapsed on that date.');
    case 'abolished':
      return refuse('POST_ABOLISHED', 'This post is abolished on that date; abolition is final.');
    case 'live':
    case 'frozen':
      return null;
  }
}

/** Whatever cites an authority cites a decision. */
function permitsAdvice({ data }: PostEvent): Refusal | null {
  if (!('authority' in data) || data.authority?.kind !== 'recommendation') return null;
  return refuse(
    'RECOMMENDATION_IS_NOT_APPROVAL',
    'A recommendation decides nothing about a post; cite the decision that followed it.',
    { pointer: '/authority/kind' },
  );
}

function permitsFilling(state: Post, event: Events.PostFilled, effective: Window): Refusal | null {
  if (state.standing === 'frozen') return refuse('POST_FROZEN', 'This post is frozen on that date; unfreeze it first.');
  if (state.until !== null && effective.earliest !== null && effective.earliest > state.until) {
    return refuse('POST_LAPSED', `This position goes on until ${state.until} only; record its extension first.`);
  }
  const incumbents = state.incumbents ?? [];
  const holdsIt = event.data.personId !== null && incumbents.some(({ personId }) => personId === event.data.personId);
  if (holdsIt)
    return refuse('POST_ALREADY_HELD_BY_PERSON', 'This person already holds the post on that date.', {
      pointer: '/personId',
    });
  const shares = incumbents.reduce((sum, { share }) => sum + share, event.data.share);
  if (shares <= 100 || (shares <= 200 && isDoubleFill(state, effective))) return null;
  return refuse(
    'POST_ALREADY_FILLED',
    `This post is held by ${incumbents.map(({ personId }) => personId ?? 'someone not named').join(', ')} on that date; record the departure first, or authorise a double fill.`,
  );
}

/** True when the filling surely happens while two holders are allowed. */
const isDoubleFill = ({ doubleFillUntil }: Post, { latest }: Window): boolean =>
  doubleFillUntil !== null && latest !== null && latest <= doubleFillUntil;

function permitsVacating({ incumbents }: Post, event: Events.PostVacated): Refusal | null {
  if (incumbents === null) return null;
  if (incumbents.length === 0) return refuse('POST_ALREADY_VACANT', 'Nobody holds this post on that date.');
  const isAnyUnnamed = incumbents.some(({ personId }) => personId === null);
  if (event.data.personId === null) {
    if (incumbents.length === 1 || isAnyUnnamed) return null;
    return refuse('INCUMBENT_NOT_NAMED', 'Several people hold this post on that date; say who left.', {
      pointer: '/personId',
    });
  }
  if (isAnyUnnamed || incumbents.some(({ personId }) => personId === event.data.personId)) return null;
  return refuse('NOT_THE_INCUMBENT', 'This person does not hold the post on that date.', { pointer: '/personId' });
}

function permitsUntil(until: CivilDate, { earliest }: Window): Refusal | null {
  if (earliest === null || until >= earliest) return null;
  return refuse('UNTIL_BEFORE_START', `The last day ${until} lies before ${earliest}, when this takes effect.`, {
    pointer: '/until',
  });
}

function permitsExtending({ until }: Post, event: Events.PostExtended): Refusal | null {
  if (until === null || event.data.until > until) return null;
  return refuse('EXTENSION_SHORTENS', `This position already goes on until ${until}; an extension ends later.`, {
    pointer: '/until',
  });
}

function permitsLapsing({ until }: Post, { latest }: Window): Refusal | null {
  if (until === null || latest === null || latest > until) return null;
  return refuse(
    'POST_STILL_EXTENDED',
    `This position goes on until ${until}; it lapses the day after, or is abolished.`,
  );
}

function permitsEnding({ incumbents }: Post): Refusal | null {
  if (incumbents === null || incumbents.length === 0) return null;
  return refuse('POST_ENCUMBERED', 'Someone holds this post on that date; record the departure first.');
}
