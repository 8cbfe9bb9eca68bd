import { type CountRange } from '@cadre/kernel';
import { type CountOf } from '../vocabulary/vocabulary.events.js';

/** A team is to be formed. A plan may be told again with more detail until the team is approved; null and empty leave what was said. */
export interface TeamPlanned {
  readonly type: 'TeamPlanned';
  readonly data: {
    readonly name: string;
    /** What sort of team, as in "integrated operational team". */
    readonly kind: string | null;
    /** The unit that hosts it. */
    readonly unitId: string | null;
    /** Members planned by function; empty when not reported. */
    readonly composition: readonly CountOf[];
    /** The source's own word for the team's strength ("full"), kept as a claim, never computed with. */
    readonly strengthWording: string | null;
  };
}

/** The team's creation was approved. */
export interface TeamApproved {
  readonly type: 'TeamApproved';
  readonly data: { readonly reference: string | null };
}

/** The team has another name; it stays the same team. */
export interface TeamRenamed {
  readonly type: 'TeamRenamed';
  readonly data: { readonly from: string | null; readonly to: string };
}

/** Another unit hosts the team; `fromUnitId` null when not reported. */
export interface TeamReassigned {
  readonly type: 'TeamReassigned';
  readonly data: { readonly fromUnitId: string | null; readonly toUnitId: string };
}

/** The team exists and works. */
export interface TeamStoodUp {
  readonly type: 'TeamStoodUp';
  readonly data: Record<string, never>;
}

/** A part of the team with a field of its own; `sharesPool` when its specialists are those of the whole team, never counted twice. */
export interface SubTeamAdded {
  readonly type: 'SubTeamAdded';
  readonly data: { readonly subTeamId: string; readonly name: string; readonly sharesPool: boolean };
}

/** A member joined the team for a function ("military"). */
export interface TeamMemberAssigned {
  readonly type: 'TeamMemberAssigned';
  readonly data: { readonly personId: string; readonly function: string | null; readonly postId: string | null };
}

/** A member left the team. */
export interface TeamMemberReleased {
  readonly type: 'TeamMemberReleased';
  readonly data: { readonly personId: string };
}

/** The team, or `count` of its members, went to a place or mission; count null when not reported. */
export interface TeamDeployed {
  readonly type: 'TeamDeployed';
  readonly data: { readonly to: string; readonly count: CountRange | null };
}

/** The team was ended; it may stand up again. */
export interface TeamStoodDown {
  readonly type: 'TeamStoodDown';
  readonly data: Record<string, never>;
}

export type TeamEvent =
  | TeamPlanned
  | TeamApproved
  | TeamRenamed
  | TeamReassigned
  | TeamStoodUp
  | SubTeamAdded
  | TeamMemberAssigned
  | TeamMemberReleased
  | TeamDeployed
  | TeamStoodDown;
