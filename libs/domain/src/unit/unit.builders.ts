import { RecordEvents } from '@cadre/kernel';
import { telling } from '@cadre/kernel/testing';
import type * as Events from './unit.events.js';
import { AbolishUnit, EstablishUnit, MergeUnits, PlanUnit } from './unit.js';
import { RelocateUnit, RenameUnit, SplitUnit, TransferUnit } from './unit.js';

/** The unit every example is about. */
export const UNIT = 'military-affairs';

type Said = Parameters<typeof telling>[0];

const described = { name: 'Military Division', kind: 'division', parentId: 'peacekeeping' } as const;

export const orgUnitPlanned = (data: Partial<Events.OrgUnitPlanned['data']> = {}): Events.OrgUnitPlanned => ({
  type: 'OrgUnitPlanned',
  data: { ...described, ...data },
});
export const orgUnitEstablished = (
  data: Partial<Events.OrgUnitEstablished['data']> = {},
): Events.OrgUnitEstablished => ({ type: 'OrgUnitEstablished', data: { ...described, ...data } });
export const orgUnitRenamed = (data: Partial<Events.OrgUnitRenamed['data']> = {}): Events.OrgUnitRenamed => ({
  type: 'OrgUnitRenamed',
  data: { from: described.name, to: 'Office of Military Affairs', ...data },
});
export const orgUnitTransferred = (
  data: Partial<Events.OrgUnitTransferred['data']> = {},
): Events.OrgUnitTransferred => ({
  type: 'OrgUnitTransferred',
  data: { fromParentId: described.parentId, toParentId: 'field-support', ...data },
});
export const orgUnitsMerged = (data: Partial<Events.OrgUnitsMerged['data']> = {}): Events.OrgUnitsMerged => ({
  type: 'OrgUnitsMerged',
  data: { absorbedUnitIds: ['military-cell'], absorbedCapacities: [], ...data },
});
export const orgUnitSplit = (data: Partial<Events.OrgUnitSplit['data']> = {}): Events.OrgUnitSplit => ({
  type: 'OrgUnitSplit',
  data: { into: [{ unitId: 'military-planning', name: 'Military Planning', kind: 'service' }], ends: false, ...data },
});
export const orgUnitRelocated = (data: Partial<Events.OrgUnitRelocated['data']> = {}): Events.OrgUnitRelocated => ({
  type: 'OrgUnitRelocated',
  data: { place: 'Brindisi', ...data },
});
export const orgUnitAbolished = (data: Partial<Events.OrgUnitAbolished['data']> = {}): Events.OrgUnitAbolished => ({
  type: 'OrgUnitAbolished',
  data: { successorIds: [], ...data },
});

export const planUnit = (data: Partial<PlanUnit['data']> = {}, said: Said = {}): PlanUnit =>
  new PlanUnit(UNIT, orgUnitPlanned(data).data, telling(said));
export const establishUnit = (data: Partial<EstablishUnit['data']> = {}, said: Said = {}): EstablishUnit =>
  new EstablishUnit(UNIT, orgUnitEstablished(data).data, telling(said));
export const renameUnit = (to: string, said: Said = {}): RenameUnit => new RenameUnit(UNIT, { to }, telling(said));
export const transferUnit = (toParentId: string | null, said: Said = {}): TransferUnit =>
  new TransferUnit(UNIT, { toParentId }, telling(said));
export const mergeUnits = (data: Partial<MergeUnits['data']> = {}, said: Said = {}): MergeUnits =>
  new MergeUnits(UNIT, orgUnitsMerged(data).data, telling(said));
export const splitUnit = (data: Partial<SplitUnit['data']> = {}, said: Said = {}): SplitUnit =>
  new SplitUnit(UNIT, orgUnitSplit(data).data, telling(said));
export const relocateUnit = (place: string, said: Said = {}): RelocateUnit =>
  new RelocateUnit(UNIT, { place }, telling(said));
export const abolishUnit = (data: Partial<AbolishUnit['data']> = {}, said: Said = {}): AbolishUnit =>
  new AbolishUnit(UNIT, orgUnitAbolished(data).data, telling(said));
/** The event as a loaded file would bring it: past `decide`. */
export const loadIntoUnit = (event: Events.UnitEvent, said: Said = {}): RecordEvents =>
  new RecordEvents(UNIT, { events: [event] }, telling(said));
