import { ApiProperty } from '@nestjs/swagger';

/** Why a move is not open, or may not be. */
export class MoveReason {
  /** Stable code of the refusal, as in POST_FROZEN. */
  code: string;
  sentence: string;
}

/** A command on a thing, and whether it can be given as of a day, as known now. */
export class MoveAnswer {
  /** Name of the command, as in "FillPost". */
  command: string;
  /** Where it is sent: POST /api/{group}/{id}/{step}. */
  group: string;
  step: string;
  /** True when a state the thing may be in on that day permits it. */
  legal: boolean;
  /** True when every state it may be in permits it, and no fact recorded later stands in its way. Never true of what is not legal. */
  certain: boolean;
  /** Why not; why perhaps not, when it is legal and not certain; null when it is certain. */
  @ApiProperty({ type: () => MoveReason, nullable: true })
  why: MoveReason | null;
}

/** What can be recorded of a thing next. */
export class MovesAnswer {
  /** Null for a thing that is not there yet. */
  stream: string | null;
  /** Kind of thing, as in "post". */
  category: string;
  validOn: string;
  knownAt: string;
  /** Revision of the thing's record that was looked at, -1 when it has none; send it as `expectedRevision`. */
  revision: number;
  /** Log position that was looked at. */
  position: number;
  moves: MoveAnswer[];
}
