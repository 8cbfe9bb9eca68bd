import { type Samples } from '@cadre/kernel';
import { type Unit, type UnitCommand } from './unit.js';

const described = { name: 'unit', kind: null, parentId: null };

/** The plainest content of each command on a unit. */
export const unitSamples: Samples<Unit, UnitCommand> = {
  PlanUnit: () => [described],
  EstablishUnit: () => [described],
  RenameUnit: ({ name }) => [{ to: name === 'name' ? 'other name' : 'name' }],
  TransferUnit: ({ parentId }) => [
    { toParentId: parentId === null ? 'some-parent' : null },
    { toParentId: 'other-parent' },
  ],
  MergeUnits: () => [{ absorbedUnitIds: [], absorbedCapacities: ['capacity'] }],
  SplitUnit: () => [
    { into: [{ unitId: 'some-part', name: 'part', kind: null }], ends: false },
    { into: [{ unitId: 'other-part', name: 'part', kind: null }], ends: false },
  ],
  RelocateUnit: ({ place }) => [{ place: place === 'place' ? 'other place' : 'place' }],
  AbolishUnit: () => [{ successorIds: [] }],
};
