import { z } from 'zod';
import { authority, countOf, countRange, id, type StoredShapes, text, v1 } from '../shapes.wire.js';
import type * as Events from './block.events.js';

const description = {
  name: text.nullable(),
  group: text.nullable(),
  grade: text.nullable(),
  unitIds: z.array(id).readonly(),
  breakdown: z.array(countOf).readonly(),
};

/** A blank reference fits the shape, so that the rule can refuse it by its own code. */
const citedAuthority = authority.extend({ reference: z.string().trim().max(2000) });

/** How the events of a post block are stored. A stored shape is never edited: add a version and an upcaster. */
export const blockShapes: StoredShapes<Events.BlockEvent> = {
  PostProposed: v1<Events.PostProposed['data']>({ ...description, count: countRange.nullable() }),
  PostApproved: v1<Events.PostApproved['data']>({ ...description, count: countRange, authority: citedAuthority }),
  PostApprovalRevised: v1<Events.PostApprovalRevised['data']>({ count: countRange, authority: citedAuthority }),
  PostNotRecommended: v1<Events.PostNotRecommended['data']>({ body: text, reference: text.nullable() }),
  PostDeclined: v1<Events.PostDeclined['data']>({ authority: citedAuthority }),
  PostIdentified: v1<Events.PostIdentified['data']>({
    postId: id,
    number: text.nullable(),
    title: text,
    grade: text.nullable(),
    unitId: id.nullable(),
  }),
  BlockProgressReported: v1<Events.BlockProgressReported['data']>({
    stage: z.enum(['advertised', 'selected', 'on duty']),
    count: countRange.nullable(),
    wording: text.nullable(),
  }),
};
