import { Command, decideBy, type Decider, refuse, type Refusal, type Told } from '@cadre/kernel';
import { type Share } from '../vocabulary/vocabulary.events.js';
import type * as Events from './person.events.js';
import { type PersonEvent } from './person.events.js';

/** Sets a person aside for a post about to be filled, told for the day of the filling. */
export class ReservePerson extends Command<Events.PostReserved['data']> {
  readonly type = 'ReservePerson';
}
/** Sets a person free again when the post refused the filling; told for the same window as the reservation. */
export class ReleaseReservation extends Command<Events.ReservationReleased['data']> {
  readonly type = 'ReleaseReservation';
}
/** Records that the post was filled with this person. */
export class ConfirmEncumbrance extends Command<Events.PostEncumbered['data']> {
  readonly type = 'ConfirmEncumbrance';
}
/** Records that the person left the post. */
export class ReleaseFromPost extends Command<Events.PostReleased['data']> {
  readonly type = 'ReleaseFromPost';
}
/** Closes the record of a person whose data were erased. Told undated, it bars every later telling, also of earlier days. */
export class ErasePerson extends Command<Events.SubjectErased['data']> {
  readonly type = 'ErasePerson';
}

export type PersonCommand = ReservePerson | ReleaseReservation | ConfirmEncumbrance | ReleaseFromPost | ErasePerson;

/** A post that takes up part of a person's time. */
export interface Engagement {
  readonly postId: string;
  readonly share: Share;
}

export interface Person {
  readonly reserved: readonly Engagement[];
  readonly held: readonly Engagement[];
  readonly isErased: boolean;
}

const initial: Person = { reserved: [], held: [], isErased: false };

/**
 * What a person holds: reserved for a post → holds it → released; erased in the end.
 * All are occurrences told for the window of the filling, so that a filling of long ago takes up the person's time
 * then, and a reservation released in the same window takes up none after it.
 */
export const person: Decider<Person, PersonCommand, PersonEvent> = {
  category: 'person',
  initial,
  natures: {
    PostReserved: 'occurrence',
    ReservationReleased: 'occurrence',
    PostEncumbered: 'occurrence',
    PostReleased: 'occurrence',
    SubjectErased: 'occurrence',
  },
  decide: decideBy<Person, PersonCommand, PersonEvent>({
    ReservePerson: 'PostReserved',
    ReleaseReservation: 'ReservationReleased',
    ConfirmEncumbrance: 'PostEncumbered',
    ReleaseFromPost: 'PostReleased',
    ErasePerson: 'SubjectErased',
  }),
  permits,
  evolve,
};

function permits(state: Person, { event }: Told<PersonEvent>): Refusal | null {
  if (event.type === 'PostReleased') return permitsRelease(state, event);
  if (state.isErased) {
    return refuse('PERSON_ERASED', 'This person was erased; nothing but leaving a post can be recorded any more.');
  }
  switch (event.type) {
    case 'PostReserved':
      return permitsReservation(state, event);
    case 'ReservationReleased':
      return isAmong(state.reserved, event.data.postId)
        ? null
        : refuse('NOT_RESERVED', 'This person is not reserved for that post on that date.', { pointer: '/postId' });
    case 'PostEncumbered':
      return permitsEncumbrance(state, event);
    case 'SubjectErased':
      return null;
  }
}

function permitsReservation(state: Person, { data }: Events.PostReserved): Refusal | null {
  if (isAmong(state.held, data.postId)) return alreadyHeld();
  if (isAmong(state.reserved, data.postId)) {
    return refuse('ALREADY_RESERVED', 'This person is already reserved for that post on that date.', {
      pointer: '/postId',
    });
  }
  return permitsShare([...state.held, ...state.reserved], data);
}

/** The post's filling is the fact that counts: its confirmation needs no open reservation, only time left for it. */
function permitsEncumbrance(state: Person, { data }: Events.PostEncumbered): Refusal | null {
  if (isAmong(state.held, data.postId)) return alreadyHeld();
  return permitsShare([...state.held, ...without(state.reserved, data.postId)], data);
}

function permitsRelease(state: Person, { data }: Events.PostReleased): Refusal | null {
  if (isAmong(state.held, data.postId)) return null;
  return refuse('POST_NOT_HELD', 'This person does not hold that post on that date.', { pointer: '/postId' });
}

/** One person is one person: all that is held or reserved at once adds up to full time at most. */
function permitsShare(others: readonly Engagement[], wanted: Engagement): Refusal | null {
  const taken = others.reduce((sum, { share }) => sum + share, 0);
  if (taken + wanted.share <= 100) return null;
  const posts = others.map(({ postId, share }) => `${postId} (${share}%)`).join(', ');
  return refuse(
    'PERSON_HOLDS_ANOTHER_POST',
    `This person already holds or is reserved for ${posts} on that date, which leaves ${100 - taken}%; record the departure first or lower the share.`,
    { pointer: '/share', details: { posts: others } },
  );
}

const alreadyHeld = (): Refusal =>
  refuse('POST_ALREADY_HELD', 'This person already holds that post on that date.', { pointer: '/postId' });

function evolve(state: Person, { event }: Told<PersonEvent>): Person {
  switch (event.type) {
    case 'PostReserved': {
      const { postId, share } = event.data;
      return { ...state, reserved: [...state.reserved, { postId, share }] };
    }
    case 'ReservationReleased':
      return { ...state, reserved: without(state.reserved, event.data.postId) };
    case 'PostEncumbered': {
      const { postId, share } = event.data;
      return { ...state, reserved: without(state.reserved, postId), held: [...state.held, { postId, share }] };
    }
    case 'PostReleased':
      return { ...state, held: without(state.held, event.data.postId) };
    case 'SubjectErased':
      return { ...state, isErased: true };
  }
}

const isAmong = (engagements: readonly Engagement[], postId: string): boolean =>
  engagements.some((engagement) => engagement.postId === postId);

const without = (engagements: readonly Engagement[], postId: string): readonly Engagement[] =>
  engagements.filter((engagement) => engagement.postId !== postId);
