import {
  AuthoriseDoubleFillRequest,
  DesignateOfficerInChargeRequest,
  EstablishPostRequest,
  ExtendPostRequest,
  FillPostRequest,
  PostDecisionRequest,
  ReassignPostRequest,
  ReclassifyPostRequest,
  RedeployPostRequest,
  TellingRequest,
  VacatePostRequest,
} from '@cadre/contract';
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
} from '@cadre/domain';
import { type CommandRoute, routesOf } from '../command-route.js';
import { asGiven, day, or, orNull } from '../readers.js';

const route = routesOf('posts');
const FULL_TIME = 100;

/** Ways to tell of single posts. */
export const postRoutes: readonly CommandRoute[] = [
  route(
    ['establish', 'Record a single post, drawn from a block or reported by itself'],
    EstablishPost,
    EstablishPostRequest,
    {
      blockId: orNull,
      number: orNull,
      title: asGiven,
      grade: orNull,
      unitId: orNull,
      seniority: orNull,
      occupancy: asGiven,
    },
    { title: 'Military Adviser', grade: 'D-2', occupancy: 'vacant' },
  ),
  route(
    ['fill', 'Record that a person holds the post from the day of reporting for duty'],
    FillPost,
    FillPostRequest,
    { personId: orNull, share: or(FULL_TIME), caseId: orNull },
    { personId: 'p-0042', share: 100 },
  ),
  route(
    ['vacate', 'Record that the person left the post'],
    VacatePost,
    VacatePostRequest,
    { personId: orNull, cause: orNull },
    { personId: 'p-0042', cause: 'retirement' },
  ),
  route(['freeze', 'Bar the post from being filled'], FreezePost, PostDecisionRequest, { authority: orNull }),
  route(['unfreeze', 'Lift a freeze'], UnfreezePost, PostDecisionRequest, { authority: orNull }),
  route(['reclassify', 'Change the grade'], ReclassifyPost, ReclassifyPostRequest, { to: asGiven }, { to: 'P-5' }),
  route(['redeploy', 'Move the post to another unit'], RedeployPost, RedeployPostRequest, { toUnitId: asGiven }),
  route(['reassign', 'Give the post other functions in the same unit'], ReassignPost, ReassignPostRequest, {
    toTitle: asGiven,
  }),
  route(['extend', 'Let a time-limited post go on'], ExtendPost, ExtendPostRequest, { until: day, authority: orNull }),
  route(['lapse', 'Let a time-limited post end'], LapsePost, TellingRequest, {}),
  route(['abolish', 'End the post for good'], AbolishPost, PostDecisionRequest, { authority: orNull }),
  route(
    ['officer-in-charge', 'Have someone act for the holder; the post stays vacant'],
    DesignateOfficerInCharge,
    DesignateOfficerInChargeRequest,
    { personId: orNull, grade: orNull },
  ),
  route(['officer-in-charge/end', 'End the acting cover'], EndOfficerInCharge, TellingRequest, {}),
  route(
    ['double-fill', 'Allow two substantive holders until a day'],
    AuthoriseDoubleFill,
    AuthoriseDoubleFillRequest,
    { until: day, authority: asGiven },
    { until: '2008-03-31', authority: { kind: 'memo', reference: 'Memo of 1 February 2008' } },
  ),
];
