import { Command, decideBy, type Decider, type Told } from '@cadre/kernel';
import type * as Events from './post.events.js';
import { type PostEvent } from './post.events.js';
import { type Incumbent, permits, type Post } from './post.rules.js';

export { type Incumbent, type Post, type Standing } from './post.rules.js';

/** Records a single post, drawn from a block or reported by itself. */
export class EstablishPost extends Command<Events.PostEstablished['data']> {
  readonly type = 'EstablishPost';
}
/** Puts a person into the post; last but one step of filling, sent by the policy that reserved the person. */
export class FillPost extends Command<Events.PostFilled['data']> {
  readonly type = 'FillPost';
}
/** Ends an incumbency. */
export class VacatePost extends Command<Events.PostVacated['data']> {
  readonly type = 'VacatePost';
}
/** Bars the post from being filled. */
export class FreezePost extends Command<Events.PostFrozen['data']> {
  readonly type = 'FreezePost';
}
/** Lifts a freeze. */
export class UnfreezePost extends Command<Events.PostUnfrozen['data']> {
  readonly type = 'UnfreezePost';
}
/** Changes the grade. */
export class ReclassifyPost extends Command<Pick<Events.PostReclassified['data'], 'to'>> {
  readonly type = 'ReclassifyPost';
}
/** Moves the post to another unit. */
export class RedeployPost extends Command<Pick<Events.PostRedeployed['data'], 'toUnitId'>> {
  readonly type = 'RedeployPost';
}
/** Gives the post other functions in the same unit. */
export class ReassignPost extends Command<Pick<Events.PostReassigned['data'], 'toTitle'>> {
  readonly type = 'ReassignPost';
}
/** Lets a time-limited post go on. */
export class ExtendPost extends Command<Events.PostExtended['data']> {
  readonly type = 'ExtendPost';
}
/** Lets a time-limited post end. */
export class LapsePost extends Command<Events.PostLapsed['data']> {
  readonly type = 'LapsePost';
}
/** Ends the post for good. */
export class AbolishPost extends Command<Events.PostAbolished['data']> {
  readonly type = 'AbolishPost';
}
/** Has someone act for the holder. */
export class DesignateOfficerInCharge extends Command<Events.OfficerInChargeDesignated['data']> {
  readonly type = 'DesignateOfficerInCharge';
}
/** Ends acting cover. */
export class EndOfficerInCharge extends Command<Events.OfficerInChargeEnded['data']> {
  readonly type = 'EndOfficerInCharge';
}
/** Allows two holders until a day. */
export class AuthoriseDoubleFill extends Command<Events.DoubleFillAuthorised['data']> {
  readonly type = 'AuthoriseDoubleFill';
}

export type PostCommand =
  | EstablishPost
  | FillPost
  | VacatePost
  | FreezePost
  | UnfreezePost
  | ReclassifyPost
  | RedeployPost
  | ReassignPost
  | ExtendPost
  | LapsePost
  | AbolishPost
  | DesignateOfficerInCharge
  | EndOfficerInCharge
  | AuthoriseDoubleFill;

const initial: Post = {
  standing: 'not established',
  title: null,
  grade: null,
  unitId: null,
  incumbents: null,
  officerInCharge: null,
  until: null,
  doubleFillUntil: null,
};

/** A post's life: established → vacant ⇄ filled, frozen and unfrozen, changed, extended, lapsed, abolished. */
export const post: Decider<Post, PostCommand, PostEvent> = {
  category: 'post',
  initial,
  natures: {
    PostEstablished: 'decision',
    PostFilled: 'occurrence',
    PostVacated: 'occurrence',
    PostFrozen: 'decision',
    PostUnfrozen: 'decision',
    PostReclassified: 'decision',
    PostRedeployed: 'decision',
    PostReassigned: 'decision',
    PostExtended: 'decision',
    PostLapsed: 'decision',
    PostAbolished: 'decision',
    OfficerInChargeDesignated: 'decision',
    OfficerInChargeEnded: 'decision',
    DoubleFillAuthorised: 'decision',
  },
  decide: decideBy<Post, PostCommand, PostEvent>({
    EstablishPost: 'PostEstablished',
    FillPost: 'PostFilled',
    // Who left need not be named where only one can have.
    VacatePost: ({ data }, { incumbents }) => [
      { type: 'PostVacated', data: { ...data, personId: data.personId ?? onlyOneOf(incumbents) } },
    ],
    FreezePost: 'PostFrozen',
    UnfreezePost: 'PostUnfrozen',
    ReclassifyPost: ({ data }, { grade }) => [{ type: 'PostReclassified', data: { from: grade, to: data.to } }],
    RedeployPost: ({ data }, { unitId }) => [
      { type: 'PostRedeployed', data: { fromUnitId: unitId, toUnitId: data.toUnitId } },
    ],
    ReassignPost: ({ data }, { title }) => [
      { type: 'PostReassigned', data: { fromTitle: title, toTitle: data.toTitle } },
    ],
    ExtendPost: 'PostExtended',
    LapsePost: 'PostLapsed',
    AbolishPost: 'PostAbolished',
    DesignateOfficerInCharge: 'OfficerInChargeDesignated',
    EndOfficerInCharge: 'OfficerInChargeEnded',
    AuthoriseDoubleFill: 'DoubleFillAuthorised',
  }),
  permits,
  evolve,
};

function evolve(state: Post, { event }: Told<PostEvent>): Post {
  switch (event.type) {
    case 'PostEstablished': {
      const { title, grade, unitId, occupancy } = event.data;
      return { ...state, standing: 'live', title, grade, unitId, incumbents: occupancy === 'vacant' ? [] : null };
    }
    case 'PostFilled': {
      const { personId, share } = event.data;
      return { ...state, incumbents: [...(state.incumbents ?? []), { personId, share }], officerInCharge: null };
    }
    case 'PostVacated':
      return { ...state, incumbents: withoutOne(state.incumbents ?? [], event.data.personId) };
    case 'PostFrozen':
      return { ...state, standing: 'frozen' };
    case 'PostUnfrozen':
      return { ...state, standing: 'live' };
    case 'PostReclassified':
      return { ...state, grade: event.data.to };
    case 'PostRedeployed':
      return { ...state, unitId: event.data.toUnitId };
    case 'PostReassigned':
      return { ...state, title: event.data.toTitle };
    case 'PostExtended':
      return { ...state, until: event.data.until };
    case 'PostLapsed':
      return { ...state, standing: 'lapsed' };
    case 'PostAbolished':
      return { ...state, standing: 'abolished' };
    case 'OfficerInChargeDesignated':
      return { ...state, officerInCharge: { personId: event.data.personId }, incumbents: state.incumbents ?? [] };
    case 'OfficerInChargeEnded':
      return { ...state, officerInCharge: null };
    case 'DoubleFillAuthorised':
      return { ...state, doubleFillUntil: event.data.until };
  }
}

/** Takes one incumbent off: the named one, else one not named, else the only one. */
function withoutOne(incumbents: readonly Incumbent[], personId: string | null): readonly Incumbent[] {
  const named = incumbents.findIndex((incumbent) => incumbent.personId === personId);
  const gone =
    named >= 0 ? named : incumbents.findIndex((incumbent) => incumbent.personId === null || personId === null);
  return incumbents.filter((_, i) => i !== gone);
}

const onlyOneOf = (incumbents: readonly Incumbent[] | null): string | null =>
  incumbents?.length === 1 ? incumbents[0]!.personId : null;
