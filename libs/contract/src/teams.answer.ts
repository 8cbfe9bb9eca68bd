import { AsOf, Because, CountAnswer, WindowAnswer } from './answers.js';
import { PromiseSummary } from './promises.answer.js';

export class SubTeamAnswer {
  id: string;
  name: string;
  sharesPool: boolean;
}

export class TeamAnswer {
  stream: string;
  id: string;
  name: string;
  kind: string | null;
  unitId: string | null;
  unitName: string | null;
  statuses: string[];
  certain: boolean;
  /** When it stood up, as told; null when that is not known. */
  stoodUp: WindowAnswer | null;
  stoodDown: WindowAnswer | null;
  composition: { what: string; atLeast: number; atMost: number | null }[];
  /** The source's own word for its strength, never computed with. */
  strengthWording: string | null;
  members: CountAnswer;
  subTeams: SubTeamAnswer[];
  promises: PromiseSummary[];
  because: Because[];
}

export class TeamsByUnit {
  unitId: string | null;
  unitName: string | null;
  /** Planned for it, as known at the moment asked for. */
  teams: CountAnswer;
  subTeams: CountAnswer;
}

export class TeamsAnswer {
  asOf: AsOf;
  /** Teams standing on that day. */
  standing: CountAnswer;
  /** Teams told of by the known moment, planned or standing or stood down, whatever the day asked for. */
  known: CountAnswer;
  byUnit: TeamsByUnit[];
  teams: TeamAnswer[];
}
