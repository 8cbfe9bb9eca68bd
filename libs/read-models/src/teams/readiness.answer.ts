import { type AsOf, type Because, type CountAnswer, type WindowAnswer } from '../answers.js';

// The shapes of libs/contract/src/readiness.answer.ts.

/** One function in a team: how many are planned for it and how many have joined. */
export interface FunctionReadiness {
  /** Null for members whose function is not reported. */
  what: string | null;
  planned: CountAnswer;
  /** Not reported until a member of that function is told of, whatever is told of others. */
  assigned: CountAnswer;
}

/** Something on record that stands between a team and its standing, or weighs on it. */
export interface TeamBlocker {
  /**
   * promise: an open promise about the team. approval: no approval of it is told. members: fewer told of than planned.
   * duty: members whose posts are not known to be filled. posts: approved posts of its unit, or of the unit that
   * promised it, not all surely on duty. constraint: a constraint or risk somebody recorded about it.
   */
  kind: 'promise' | 'approval' | 'members' | 'duty' | 'posts' | 'constraint';
  /** False when the dates or the counts leave open whether it is in the way. */
  certain: boolean;
  /** The promise, the posts or the statement in the words of the record; null where the kind says all. */
  what: string | null;
  /** Id of the promise or the block, else null. */
  id: string | null;
  due: WindowAnswer | null;
  overdue: 'yes' | 'possibly' | 'no';
  /** How many members are missing or posts not filled; null where nothing is counted. */
  count: CountAnswer | null;
  because: Because[];
}

/** A team against its plan. */
export interface TeamReadiness {
  stream: string;
  id: string;
  name: string;
  stands: 'yes' | 'possibly' | 'no';
  functions: FunctionReadiness[];
  /** Sum over its functions. Sub-teams that share its specialists add none. */
  planned: CountAnswer;
  assigned: CountAnswer;
  subTeams: number;
  /** How many of the sub-teams have the specialists of the whole team. */
  sharing: number;
  blockers: TeamBlocker[];
}

/** The teams of a kind against their plans; specialists that sub-teams share are counted once. */
export interface TeamReadinessAnswer {
  asOf: AsOf;
  planned: CountAnswer;
  assigned: CountAnswer;
  teams: TeamReadiness[];
}
