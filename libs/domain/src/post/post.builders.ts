import { telling } from '@cadre/kernel/testing';
import type * as Events from './post.events.js';
import {
  AbolishPost,
  AuthoriseDoubleFill,
  DesignateOfficerInCharge,
  EndOfficerInCharge,
  EstablishPost,
  ExtendPost,
  FillPost,
  FreezePost,
  LapsePost,
  ReassignPost,
  ReclassifyPost,
  RedeployPost,
  UnfreezePost,
  VacatePost,
} from './post.js';

/** Facts and orders about one post, everything filled in but what the rule under test is about. */

type Said = Parameters<typeof telling>[0];
const ID = 'chief-of-staff';
const memo = { kind: 'memo', reference: 'Memo 12' } as const;

/** A vacant post. */
export const established = (data: Partial<Events.PostEstablished['data']> = {}): Events.PostEstablished => ({
  type: 'PostEstablished',
  data: {
    blockId: null,
    number: null,
    title: 'Chief of Staff',
    grade: 'D-2',
    unitId: 'dpko',
    seniority: null,
    occupancy: 'vacant',
    ...data,
  },
});
export const filled = (data: Partial<Events.PostFilled['data']> = {}): Events.PostFilled => ({
  type: 'PostFilled',
  data: { personId: 'pat', share: 100, caseId: null, ...data },
});
export const vacated = (data: Partial<Events.PostVacated['data']> = {}): Events.PostVacated => ({
  type: 'PostVacated',
  data: { personId: 'pat', cause: null, ...data },
});
export const frozen = (data: Partial<Events.PostFrozen['data']> = {}): Events.PostFrozen => ({
  type: 'PostFrozen',
  data: { authority: null, ...data },
});
export const unfrozen = (): Events.PostUnfrozen => ({ type: 'PostUnfrozen', data: { authority: null } });
export const reclassified = (data: Partial<Events.PostReclassified['data']> = {}): Events.PostReclassified => ({
  type: 'PostReclassified',
  data: { from: 'D-2', to: 'ASG', ...data },
});
export const redeployed = (data: Partial<Events.PostRedeployed['data']> = {}): Events.PostRedeployed => ({
  type: 'PostRedeployed',
  data: { fromUnitId: 'dpko', toUnitId: 'dfs', ...data },
});
export const reassigned = (data: Partial<Events.PostReassigned['data']> = {}): Events.PostReassigned => ({
  type: 'PostReassigned',
  data: { fromTitle: 'Chief of Staff', toTitle: 'Director', ...data },
});
export const extended = (data: Partial<Events.PostExtended['data']> = {}): Events.PostExtended => ({
  type: 'PostExtended',
  data: { until: '2008-06-30', authority: null, ...data },
});
export const lapsed = (): Events.PostLapsed => ({ type: 'PostLapsed', data: {} });
export const abolished = (data: Partial<Events.PostAbolished['data']> = {}): Events.PostAbolished => ({
  type: 'PostAbolished',
  data: { authority: memo, ...data },
});
export const officerInCharge = (
  data: Partial<Events.OfficerInChargeDesignated['data']> = {},
): Events.OfficerInChargeDesignated => ({
  type: 'OfficerInChargeDesignated',
  data: { personId: 'sam', grade: 'ASG', ...data },
});
export const officerInChargeEnded = (): Events.OfficerInChargeEnded => ({ type: 'OfficerInChargeEnded', data: {} });
export const doubleFill = (data: Partial<Events.DoubleFillAuthorised['data']> = {}): Events.DoubleFillAuthorised => ({
  type: 'DoubleFillAuthorised',
  data: { until: '2008-01-31', authority: memo, ...data },
});

export const establish = (said: Said = {}): EstablishPost => new EstablishPost(ID, established().data, telling(said));
export const fill = (data: Partial<Events.PostFilled['data']> = {}, said: Said = {}): FillPost =>
  new FillPost(ID, filled(data).data, telling(said));
export const vacate = (data: Partial<Events.PostVacated['data']> = {}, said: Said = {}): VacatePost =>
  new VacatePost(ID, vacated(data).data, telling(said));
export const freeze = (data: Partial<Events.PostFrozen['data']> = {}, said: Said = {}): FreezePost =>
  new FreezePost(ID, frozen(data).data, telling(said));
export const unfreeze = (said: Said = {}): UnfreezePost => new UnfreezePost(ID, unfrozen().data, telling(said));
export const reclassify = (to = 'ASG', said: Said = {}): ReclassifyPost =>
  new ReclassifyPost(ID, { to }, telling(said));
export const redeploy = (toUnitId = 'dfs', said: Said = {}): RedeployPost =>
  new RedeployPost(ID, { toUnitId }, telling(said));
export const reassign = (toTitle = 'Director', said: Said = {}): ReassignPost =>
  new ReassignPost(ID, { toTitle }, telling(said));
export const extend = (data: Partial<Events.PostExtended['data']> = {}, said: Said = {}): ExtendPost =>
  new ExtendPost(ID, extended(data).data, telling(said));
export const lapse = (said: Said = {}): LapsePost => new LapsePost(ID, lapsed().data, telling(said));
export const abolish = (data: Partial<Events.PostAbolished['data']> = {}, said: Said = {}): AbolishPost =>
  new AbolishPost(ID, abolished(data).data, telling(said));
export const designate = (
  data: Partial<Events.OfficerInChargeDesignated['data']> = {},
  said: Said = {},
): DesignateOfficerInCharge => new DesignateOfficerInCharge(ID, officerInCharge(data).data, telling(said));
export const endOfficerInCharge = (said: Said = {}): EndOfficerInCharge =>
  new EndOfficerInCharge(ID, officerInChargeEnded().data, telling(said));
export const authoriseDoubleFill = (
  data: Partial<Events.DoubleFillAuthorised['data']> = {},
  said: Said = {},
): AuthoriseDoubleFill => new AuthoriseDoubleFill(ID, doubleFill(data).data, telling(said));
