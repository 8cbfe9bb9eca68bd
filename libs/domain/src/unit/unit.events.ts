/** What is said of a unit when it is planned or established. */
export interface UnitDescription {
  readonly name: string;
  /** What sort of unit it is in the organisation's own word, as in "department", "branch" or "directorate"; null when not reported. */
  readonly kind: string | null;
  /** The unit it belongs to; null at the top of the organisation or when not reported. */
  readonly parentId: string | null;
}

/** A unit is to be created; it does not stand yet. */
export interface OrgUnitPlanned {
  readonly type: 'OrgUnitPlanned';
  readonly data: UnitDescription;
}

/** A unit stands. */
export interface OrgUnitEstablished {
  readonly type: 'OrgUnitEstablished';
  readonly data: UnitDescription;
}

/** The unit has another name; it stays the same unit. */
export interface OrgUnitRenamed {
  readonly type: 'OrgUnitRenamed';
  readonly data: { readonly from: string | null; readonly to: string };
}

/** The unit moved under another parent, or to the top of the organisation (`toParentId` null); `fromParentId` null when not reported. */
export interface OrgUnitTransferred {
  readonly type: 'OrgUnitTransferred';
  readonly data: { readonly fromParentId: string | null; readonly toParentId: string | null };
}

/** Other units, or capacities that had no unit of their own, were merged into this one; the absorbed units end. */
export interface OrgUnitsMerged {
  readonly type: 'OrgUnitsMerged';
  readonly data: { readonly absorbedUnitIds: readonly string[]; readonly absorbedCapacities: readonly string[] };
}

/** A new unit that came out of another. */
export interface UnitPart {
  readonly unitId: string;
  readonly name: string;
  readonly kind: string | null;
  /** The unit it belongs to; null or left out: beside the unit it came out of, under the same parent. */
  readonly parentId?: string | null;
}

/** The unit was divided: new units were established out of it, and it goes on or ends as `ends` says. */
export interface OrgUnitSplit {
  readonly type: 'OrgUnitSplit';
  readonly data: {
    readonly into: readonly UnitPart[];
    readonly ends: boolean;
  };
}

/** The unit moved to another place. */
export interface OrgUnitRelocated {
  readonly type: 'OrgUnitRelocated';
  readonly data: { readonly place: string };
}

/** The unit was ended; final. `successorIds` are the units that carry on its work. */
export interface OrgUnitAbolished {
  readonly type: 'OrgUnitAbolished';
  readonly data: { readonly successorIds: readonly string[] };
}

export type UnitEvent =
  | OrgUnitPlanned
  | OrgUnitEstablished
  | OrgUnitRenamed
  | OrgUnitTransferred
  | OrgUnitsMerged
  | OrgUnitSplit
  | OrgUnitRelocated
  | OrgUnitAbolished;
