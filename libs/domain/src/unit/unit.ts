import { Command, decideBy, type Decider, partsOf, refuse, type Refusal, type Told } from '@cadre/kernel';
import type * as Events from './unit.events.js';
import { type UnitDescription, type UnitEvent } from './unit.events.js';

/** Records that a unit is to be created. */
export class PlanUnit extends Command<Events.OrgUnitPlanned['data']> {
  readonly type = 'PlanUnit';
}
/** Lets a unit stand; of a unit that was there all along, tell it with a window open at the start. */
export class EstablishUnit extends Command<Events.OrgUnitEstablished['data']> {
  readonly type = 'EstablishUnit';
}
/** Gives the unit another name. */
export class RenameUnit extends Command<Pick<Events.OrgUnitRenamed['data'], 'to'>> {
  readonly type = 'RenameUnit';
}
/** Moves the unit under another parent, or to the top of the organisation. */
export class TransferUnit extends Command<Pick<Events.OrgUnitTransferred['data'], 'toParentId'>> {
  readonly type = 'TransferUnit';
}
/** Merges other units, or capacities without a unit of their own, into this one. */
export class MergeUnits extends Command<Events.OrgUnitsMerged['data']> {
  readonly type = 'MergeUnits';
}
/** Divides the unit. */
export class SplitUnit extends Command<Events.OrgUnitSplit['data']> {
  readonly type = 'SplitUnit';
}
/** Moves the unit to another place. */
export class RelocateUnit extends Command<Events.OrgUnitRelocated['data']> {
  readonly type = 'RelocateUnit';
}
/** Ends the unit for good. */
export class AbolishUnit extends Command<Events.OrgUnitAbolished['data']> {
  readonly type = 'AbolishUnit';
}

export type UnitCommand =
  PlanUnit | EstablishUnit | RenameUnit | TransferUnit | MergeUnits | SplitUnit | RelocateUnit | AbolishUnit;

/** Where a unit stands in its life. */
export type UnitStanding = 'not told of' | 'planned' | 'established' | 'abolished';

export interface Unit extends Omit<UnitDescription, 'name'> {
  readonly standing: UnitStanding;
  readonly name: string | null;
  /** Where it sits; null when not reported. */
  readonly place: string | null;
  /** Units that ended by being merged into this one. */
  readonly absorbedUnitIds: readonly string[];
}

/** A unit's life: planned → established → renamed, transferred, merged, split, relocated → abolished; a plan may be renamed and transferred as well. */
export const unit: Decider<Unit, UnitCommand, UnitEvent> = {
  category: 'unit',
  initial: { standing: 'not told of', name: null, kind: null, parentId: null, place: null, absorbedUnitIds: [] },
  natures: {
    OrgUnitPlanned: 'decision',
    OrgUnitEstablished: 'decision',
    OrgUnitRenamed: 'decision',
    OrgUnitTransferred: 'decision',
    OrgUnitsMerged: 'decision',
    OrgUnitSplit: 'decision',
    OrgUnitRelocated: 'decision',
    OrgUnitAbolished: 'decision',
  },
  decide: decideBy<Unit, UnitCommand, UnitEvent>({
    PlanUnit: 'OrgUnitPlanned',
    EstablishUnit: 'OrgUnitEstablished',
    RenameUnit: ({ data }, { name }) => [{ type: 'OrgUnitRenamed', data: { from: name, to: data.to } }],
    TransferUnit: ({ data }, { parentId }) => [
      { type: 'OrgUnitTransferred', data: { fromParentId: parentId, toParentId: data.toParentId } },
    ],
    MergeUnits: 'OrgUnitsMerged',
    SplitUnit: 'OrgUnitSplit',
    RelocateUnit: 'OrgUnitRelocated',
    AbolishUnit: 'OrgUnitAbolished',
  }),
  permits,
  evolve,
};

function permits(state: Unit, { event, stream }: Told<UnitEvent>): Refusal | null {
  const { id } = partsOf(stream);
  switch (event.type) {
    case 'OrgUnitPlanned':
      return permitsPlanning(state) ?? permitsParent(id, event.data.parentId, '/parentId');
    case 'OrgUnitEstablished':
      return permitsEstablishing(state) ?? permitsParent(id, event.data.parentId, '/parentId');
    case 'OrgUnitRenamed':
      return permitsNaming(state) ?? permitsName(state, event.data.to);
    case 'OrgUnitTransferred':
      return permitsNaming(state) ?? permitsTransfer(state, id, event.data.toParentId);
    case 'OrgUnitsMerged':
      return permitsChange(state) ?? permitsMerging(state, id, event.data);
    case 'OrgUnitSplit':
      return permitsChange(state) ?? permitsSplitting(id, event.data);
    case 'OrgUnitRelocated':
      return permitsChange(state) ?? permitsPlace(state, event.data.place);
    case 'OrgUnitAbolished':
      return permitsChange(state) ?? permitsSuccessors(id, event.data.successorIds);
  }
}

function permitsPlanning(state: Unit): Refusal | null {
  return state.standing === 'planned'
    ? refuse('UNIT_ALREADY_PLANNED', 'This unit is already planned on that date; correct the plan instead.')
    : permitsEstablishing(state);
}

function permitsEstablishing({ standing }: Unit): Refusal | null {
  switch (standing) {
    case 'not told of':
    case 'planned':
      return null;
    case 'established':
      return refuse('UNIT_ALREADY_ESTABLISHED', 'This unit already stands on that date; record what changed instead.');
    case 'abolished':
      return abolished();
  }
}

/** What is planned can get another name and another place in the organisation as well as what stands. */
function permitsNaming(state: Unit): Refusal | null {
  return state.standing === 'planned' ? null : permitsChange(state);
}

/** Refuses whatever needs a standing unit when there is none on that date. */
function permitsChange({ standing }: Unit): Refusal | null {
  switch (standing) {
    case 'not told of':
    case 'planned':
      return refuse(
        'UNIT_NOT_ESTABLISHED',
        'This unit is not established on that date; record its establishment first (undated if no source gives a date) or correct the date.',
      );
    case 'established':
      return null;
    case 'abolished':
      return abolished();
  }
}

function abolished(): Refusal {
  return refuse('UNIT_ABOLISHED', 'This unit is abolished on that date; abolition is final.');
}

function permitsParent(id: string, parentId: string | null, pointer: string): Refusal | null {
  return parentId === id
    ? refuse('UNIT_OWN_PARENT', 'A unit cannot belong to itself; name another parent.', { pointer })
    : null;
}

function permitsName(state: Unit, to: string): Refusal | null {
  return state.name === to
    ? refuse('UNIT_NAME_UNCHANGED', `This unit is already called "${to}" on that date.`, { pointer: '/to' })
    : null;
}

function permitsTransfer(state: Unit, id: string, toParentId: string | null): Refusal | null {
  if (toParentId === state.parentId) {
    return refuse('UNIT_ALREADY_THERE', `This unit already belongs to ${toParentId ?? 'no other'} on that date.`, {
      pointer: '/toParentId',
    });
  }
  return permitsParent(id, toParentId, '/toParentId');
}

function permitsPlace(state: Unit, place: string): Refusal | null {
  return place === state.place
    ? refuse('UNIT_PLACE_UNCHANGED', `This unit already sits in ${place} on that date.`, { pointer: '/place' })
    : null;
}

function permitsMerging(
  state: Unit,
  id: string,
  { absorbedUnitIds, absorbedCapacities }: Events.OrgUnitsMerged['data'],
): Refusal | null {
  const pointer = '/absorbedUnitIds';
  if (absorbedUnitIds.length + absorbedCapacities.length === 0)
    return refuse('NOTHING_TO_MERGE', 'Name the units or capacities that were merged into this one.', { pointer });
  if (absorbedUnitIds.includes(id))
    return refuse('UNIT_MERGED_INTO_ITSELF', 'A unit cannot be merged into itself; name the other units.', { pointer });
  const again = absorbedUnitIds.find(
    (unitId, i) => state.absorbedUnitIds.includes(unitId) || absorbedUnitIds.indexOf(unitId) < i,
  );
  return again === undefined
    ? null
    : refuse('UNIT_ALREADY_MERGED', `${again} was already merged into this unit; name it once.`, { pointer });
}

function permitsSplitting(id: string, { into, ends }: Events.OrgUnitSplit['data']): Refusal | null {
  const ids = into.map(({ unitId }) => unitId);
  const pointer = '/into';
  if (ids.length === 0)
    return refuse('NOTHING_TO_SPLIT_INTO', 'Name the units that came out of this one.', { pointer });
  if (ids.includes(id))
    return refuse('UNIT_SPLIT_INTO_ITSELF', 'Name only the new units; say with "ends" whether this one goes on.', {
      pointer,
    });
  if (new Set(ids).size < ids.length) return refuse('UNIT_NAMED_TWICE', 'Name each new unit once.', { pointer });
  if (ends && into.some(({ parentId }) => parentId === id))
    return refuse('PARENT_ENDS', 'This unit ends by the split; name another parent for its parts.', { pointer });
  const own = into.find(({ unitId, parentId }) => parentId === unitId);
  return own ? permitsParent(own.unitId, own.unitId, pointer) : null;
}

function permitsSuccessors(id: string, successorIds: readonly string[]): Refusal | null {
  return successorIds.includes(id)
    ? refuse('UNIT_OWN_SUCCESSOR', 'An abolished unit cannot carry on its own work; name other units.', {
        pointer: '/successorIds',
      })
    : null;
}

function evolve(state: Unit, { event }: Told<UnitEvent>): Unit {
  switch (event.type) {
    case 'OrgUnitPlanned':
      return { ...state, standing: 'planned', ...event.data };
    case 'OrgUnitEstablished': {
      const { name, kind, parentId } = event.data;
      return {
        ...state,
        standing: 'established',
        name,
        kind: kind ?? state.kind,
        parentId: parentId ?? state.parentId,
      };
    }
    case 'OrgUnitRenamed':
      return { ...state, name: event.data.to };
    case 'OrgUnitTransferred':
      return { ...state, parentId: event.data.toParentId };
    case 'OrgUnitsMerged':
      return { ...state, absorbedUnitIds: [...state.absorbedUnitIds, ...event.data.absorbedUnitIds] };
    case 'OrgUnitSplit':
      return { ...state, standing: event.data.ends ? 'abolished' : state.standing };
    case 'OrgUnitRelocated':
      return { ...state, place: event.data.place };
    case 'OrgUnitAbolished':
      return { ...state, standing: 'abolished' };
  }
}
