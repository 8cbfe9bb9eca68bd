import { AsOf, CountAnswer } from './answers.js';

/** Posts of a block that have a grade, a unit or an origin in common. */
export class BreakdownPart {
  /** The grade, the id of the unit, or how the decision is cited. */
  key: string;
  /** The unit's name; else the same as the key. */
  name: string;
  /** What sort of decision, where parted by origin. */
  authorityKind: string | null;
  /** Not reported where the part is named without a number. */
  posts: CountAnswer;
  onDuty: CountAnswer;
}

/** The posts of a block by grade, unit or origin, as far as that is told. */
export class BreakdownAnswer {
  asOf: AsOf;
  block: string;
  name: string;
  /** The group the block belongs to, or null. */
  group: string | null;
  by: 'grade' | 'unit' | 'origin';
  /** Whether the whole are the posts approved, or, where none are told to be, those proposed. */
  of: 'approved' | 'proposed';
  whole: CountAnswer;
  parts: BreakdownPart[];
  /** What no part has, derived: the whole less the parts. It is nobody's part, and never zero for want of a report. */
  rest: CountAnswer;
}
