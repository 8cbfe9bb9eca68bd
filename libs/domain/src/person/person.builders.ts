import { telling } from '@cadre/kernel/testing';
import type * as Events from './person.events.js';
import { ConfirmEncumbrance, ErasePerson, ReleaseFromPost, ReleaseReservation, ReservePerson } from './person.js';

/** Facts and orders about one person, everything filled in but what the rule under test is about. */

type Said = Parameters<typeof telling>[0];
const ID = 'pat';
const POST = { postId: 'chief-of-staff' };

export const reserved = (data: Partial<Events.PostReserved['data']> = {}): Events.PostReserved => ({
  type: 'PostReserved',
  data: { ...POST, share: 100, caseId: null, before: [], ...data },
});
export const reservationReleased = (
  data: Partial<Events.ReservationReleased['data']> = {},
): Events.ReservationReleased => ({
  type: 'ReservationReleased',
  data: { ...POST, because: 'POST_FROZEN', ...data },
});
export const encumbered = (data: Partial<Events.PostEncumbered['data']> = {}): Events.PostEncumbered => ({
  type: 'PostEncumbered',
  data: { ...POST, share: 100, ...data },
});
export const released = (data: Partial<Events.PostReleased['data']> = {}): Events.PostReleased => ({
  type: 'PostReleased',
  data: { ...POST, ...data },
});
export const erased = (): Events.SubjectErased => ({ type: 'SubjectErased', data: {} });

export const reserve = (data: Partial<Events.PostReserved['data']> = {}, said: Said = {}): ReservePerson =>
  new ReservePerson(ID, reserved(data).data, telling(said));
export const releaseReservation = (
  data: Partial<Events.ReservationReleased['data']> = {},
  said: Said = {},
): ReleaseReservation => new ReleaseReservation(ID, reservationReleased(data).data, telling(said));
export const confirm = (data: Partial<Events.PostEncumbered['data']> = {}, said: Said = {}): ConfirmEncumbrance =>
  new ConfirmEncumbrance(ID, encumbered(data).data, telling(said));
export const releaseFromPost = (data: Partial<Events.PostReleased['data']> = {}, said: Said = {}): ReleaseFromPost =>
  new ReleaseFromPost(ID, released(data).data, telling(said));
export const erase = (said: Said = {}): ErasePerson => new ErasePerson(ID, erased().data, telling(said));
