import { z } from 'zod';
import { authority, civilDate, id, share, type StoredShapes, text, v1 } from '../shapes.wire.js';
import type * as Events from './post.events.js';

/** How the events of a post are stored. A stored shape is never edited: add a version and an upcaster. */
export const postShapes: StoredShapes<Events.PostEvent> = {
  PostEstablished: v1<Events.PostEstablished['data']>({
    blockId: id.nullable(),
    number: text.nullable(),
    title: text,
    grade: text.nullable(),
    unitId: id.nullable(),
    seniority: z.literal('senior').nullable(),
    occupancy: z.enum(['vacant', 'not reported']),
  }),
  PostFilled: v1<Events.PostFilled['data']>({ personId: id.nullable(), share, caseId: id.nullable() }),
  PostVacated: v1<Events.PostVacated['data']>({ personId: id.nullable(), cause: text.nullable() }),
  PostFrozen: v1<Events.PostFrozen['data']>({ authority: authority.nullable() }),
  PostUnfrozen: v1<Events.PostUnfrozen['data']>({ authority: authority.nullable() }),
  PostReclassified: v1<Events.PostReclassified['data']>({ from: text.nullable(), to: text }),
  PostRedeployed: v1<Events.PostRedeployed['data']>({ fromUnitId: id.nullable(), toUnitId: id }),
  PostReassigned: v1<Events.PostReassigned['data']>({ fromTitle: text.nullable(), toTitle: text }),
  PostExtended: v1<Events.PostExtended['data']>({ until: civilDate, authority: authority.nullable() }),
  PostLapsed: v1<Events.PostLapsed['data']>({}),
  PostAbolished: v1<Events.PostAbolished['data']>({ authority: authority.nullable() }),
  OfficerInChargeDesignated: v1<Events.OfficerInChargeDesignated['data']>({
    personId: id.nullable(),
    grade: text.nullable(),
  }),
  OfficerInChargeEnded: v1<Events.OfficerInChargeEnded['data']>({}),
  DoubleFillAuthorised: v1<Events.DoubleFillAuthorised['data']>({ until: civilDate, authority }),
};
