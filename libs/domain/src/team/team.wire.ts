import { z } from 'zod';
import { countOf, countRange, id, type StoredShapes, text, v1 } from '../shapes.wire.js';
import type * as Events from './team.events.js';

/** How the events of a team are stored. A stored shape is never edited: add a version and an upcaster. */
export const teamShapes: StoredShapes<Events.TeamEvent> = {
  TeamPlanned: v1<Events.TeamPlanned['data']>({
    name: text,
    kind: text.nullable(),
    unitId: id.nullable(),
    composition: z.array(countOf),
    strengthWording: text.nullable(),
  }),
  TeamApproved: v1<Events.TeamApproved['data']>({ reference: text.nullable() }),
  TeamRenamed: v1<Events.TeamRenamed['data']>({ from: text.nullable(), to: text }),
  TeamReassigned: v1<Events.TeamReassigned['data']>({ fromUnitId: id.nullable(), toUnitId: id }),
  TeamStoodUp: v1<Events.TeamStoodUp['data']>({}),
  SubTeamAdded: v1<Events.SubTeamAdded['data']>({ subTeamId: id, name: text, sharesPool: z.boolean() }),
  TeamMemberAssigned: v1<Events.TeamMemberAssigned['data']>({
    personId: id,
    function: text.nullable(),
    postId: id.nullable(),
  }),
  TeamMemberReleased: v1<Events.TeamMemberReleased['data']>({ personId: id }),
  TeamDeployed: v1<Events.TeamDeployed['data']>({ to: text, count: countRange.nullable() }),
  TeamStoodDown: v1<Events.TeamStoodDown['data']>({}),
};
