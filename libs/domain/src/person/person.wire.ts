import { z } from 'zod';
import { eventId, id, share, type StoredShapes, text, v1 } from '../shapes.wire.js';
import type * as Events from './person.events.js';

/** How the events of a person are stored: ids only, no personal data. A stored shape is never edited: add a version and an upcaster. */
export const personShapes: StoredShapes<Events.PersonEvent> = {
  PostReserved: v1<Events.PostReserved['data']>({
    postId: id,
    share,
    caseId: id.nullable(),
    before: z.array(eventId).max(100),
  }),
  ReservationReleased: v1<Events.ReservationReleased['data']>({ postId: id, because: text }),
  PostEncumbered: v1<Events.PostEncumbered['data']>({ postId: id, share }),
  PostReleased: v1<Events.PostReleased['data']>({ postId: id }),
  SubjectErased: v1<Events.SubjectErased['data']>({}),
};
