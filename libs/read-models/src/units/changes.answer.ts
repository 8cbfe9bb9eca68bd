import { type Because } from '../answers.js';
import { type RelatedUnit } from './organisation.answer.js';

// The shapes of libs/contract/src/changes.answer.ts; the compiler compares them in apps/api.

/** A unit on one of the two days: everything that is possible; nothing where it was not there. */
export interface UnitSide {
  names: string[];
  parents: RelatedUnit[];
  statuses: string[];
  places: string[];
  /** True when it possibly was not there, and when it surely was not. */
  mayBeAbsent: boolean;
}

/** What became of a unit between two days. */
export interface UnitChange {
  stream: string;
  unitId: string;
  /** 'merged': it took others in, or was taken in; 'unrecorded': what said it was there has been taken back since. */
  what: 'planned' | 'established' | 'renamed' | 'moved' | 'relocated' | 'merged' | 'split' | 'abolished' | 'unrecorded';
  /** 'possibly' when the answers for the two days differ in part, 'not excluded' when they are alike and both leave it open. */
  certainty: 'surely' | 'possibly' | 'not excluded';
  before: UnitSide;
  after: UnitSide;
  /** Units it took in, came out of it or carry on its work; empty unless merged, split or abolished. */
  others: RelatedUnit[];
  because: Because[];
}

/** What became of units from one day, as known at one moment, to another. */
export interface UnitsChangesAnswer {
  from: string;
  knownFrom: string;
  to: string;
  knownAt: string;
  /** Log position the tables had reached. */
  position: number;
  changes: UnitChange[];
}
