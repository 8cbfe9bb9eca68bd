import { z } from 'zod';
import { id, streamName, type StoredShapes, text, v1, wholeNumber, window } from '../shapes.wire.js';
import type * as Events from './commitment.events.js';

/** How the events of a commitment are stored. A stored shape is never edited: add a version and an upcaster. */
export const commitmentShapes: StoredShapes<Events.CommitmentEvent> = {
  CommitmentMade: v1<Events.CommitmentMade['data']>({
    what: text,
    ownerUnitId: id.nullable(),
    due: window,
    about: z.array(streamName),
    measure: z.strictObject({ wording: text, of: wholeNumber, arithmeticMinimum: wholeNumber }).nullable(),
  }),
  CommitmentRedated: v1<Events.CommitmentRedated['data']>({ due: window }),
  CommitmentMet: v1<Events.CommitmentMet['data']>({}),
  CommitmentMissed: v1<Events.CommitmentMissed['data']>({}),
  CommitmentDropped: v1<Events.CommitmentDropped['data']>({}),
};
