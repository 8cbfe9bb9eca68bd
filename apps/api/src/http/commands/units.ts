import {
  AbolishUnitRequest,
  MergeUnitsRequest,
  RelocateUnitRequest,
  RenameUnitRequest,
  SplitUnitRequest,
  TransferUnitRequest,
  UnitDescriptionRequest,
} from '@cadre/contract';
import {
  AbolishUnit,
  EstablishUnit,
  MergeUnits,
  PlanUnit,
  RelocateUnit,
  RenameUnit,
  SplitUnit,
  TransferUnit,
} from '@cadre/domain';
import { type CommandRoute, routesOf } from '../command-route.js';
import { asGiven, listed, orNull, unitParts } from '../readers.js';

const route = routesOf('units');
const description = { name: asGiven, kind: orNull, parentId: orNull };

/** Ways to tell of organisational units. */
export const unitRoutes: readonly CommandRoute[] = [
  route(['plan', 'Record that a unit is to be created'], PlanUnit, UnitDescriptionRequest, description),
  route(['establish', 'Let a unit stand'], EstablishUnit, UnitDescriptionRequest, description, {
    name: 'Department of Field Support',
    kind: 'department',
  }),
  route(['rename', 'Give the unit another name'], RenameUnit, RenameUnitRequest, { to: asGiven }),
  route(
    ['transfer', 'Move the unit under another parent, or to the top of the organisation'],
    TransferUnit,
    TransferUnitRequest,
    { toParentId: asGiven },
  ),
  route(['merge', 'Merge other units or capacities into this one'], MergeUnits, MergeUnitsRequest, {
    absorbedUnitIds: listed,
    absorbedCapacities: listed,
  }),
  route(
    ['split', 'Divide the unit'],
    SplitUnit,
    SplitUnitRequest,
    { into: unitParts, ends: asGiven },
    { into: [{ unitId: 'field-support', name: 'Department of Field Support', kind: 'department' }], ends: false },
  ),
  route(['relocate', 'Move the unit to another place'], RelocateUnit, RelocateUnitRequest, { place: asGiven }),
  route(['abolish', 'End the unit for good'], AbolishUnit, AbolishUnitRequest, { successorIds: listed }),
];
