import { z } from 'zod';
import { id, shortText, type StoredShapes, text, v1 } from '../shapes.wire.js';
import type * as Events from './unit.events.js';

const kind = shortText.nullable();
const description = { name: text, kind, parentId: id.nullable() };

/** How the events of a unit are stored. A stored shape is never edited: add a version and an upcaster. */
export const unitShapes: StoredShapes<Events.UnitEvent> = {
  OrgUnitPlanned: v1<Events.OrgUnitPlanned['data']>(description),
  OrgUnitEstablished: v1<Events.OrgUnitEstablished['data']>(description),
  OrgUnitRenamed: v1<Events.OrgUnitRenamed['data']>({ from: text.nullable(), to: text }),
  OrgUnitTransferred: v1<Events.OrgUnitTransferred['data']>({ fromParentId: id.nullable(), toParentId: id.nullable() }),
  OrgUnitsMerged: v1<Events.OrgUnitsMerged['data']>({
    absorbedUnitIds: z.array(id),
    absorbedCapacities: z.array(text),
  }),
  OrgUnitSplit: v1<Events.OrgUnitSplit['data']>({
    into: z.array(z.strictObject({ unitId: id, name: text, kind, parentId: id.nullable().optional() })),
    ends: z.boolean(),
  }),
  OrgUnitRelocated: v1<Events.OrgUnitRelocated['data']>({ place: text }),
  OrgUnitAbolished: v1<Events.OrgUnitAbolished['data']>({ successorIds: z.array(id) }),
};
