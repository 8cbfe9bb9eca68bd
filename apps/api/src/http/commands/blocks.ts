import {
  ApprovePostsRequest,
  DeclinePostsRequest,
  IdentifyPostRequest,
  ProposePostsRequest,
  RecordNonRecommendationRequest,
  ReportBlockProgressRequest,
  RevisePostApprovalRequest,
} from '@cadre/contract';
import {
  ApprovePosts,
  DeclinePosts,
  IdentifyPost,
  ProposePosts,
  RecordNonRecommendation,
  ReportBlockProgress,
  RevisePostApproval,
} from '@cadre/domain';
import { type CommandRoute, routesOf } from '../command-route.js';
import { asGiven, count, countsOf, listed, maybe, orNull } from '../readers.js';

const route = routesOf('blocks');
const description = { name: orNull, group: orNull, grade: orNull, unitIds: listed, breakdown: countsOf };

/** Ways to tell of posts that are proposed or approved together. */
export const blockRoutes: readonly CommandRoute[] = [
  route(
    ['propose', 'Record that like posts were asked for together'],
    ProposePosts,
    ProposePostsRequest,
    { ...description, count: maybe(count) },
    { name: 'Additional posts', count: { atLeast: 400, atMost: 400 } },
  ),
  route(
    ['approve', 'Record the approval of posts'],
    ApprovePosts,
    ApprovePostsRequest,
    { ...description, count, authority: asGiven },
    { name: 'Additional posts', count: 152, authority: { kind: 'resolution', reference: 'A/RES/61/279' } },
  ),
  route(
    ['revise', 'Record that a later decision changed how many posts are approved'],
    RevisePostApproval,
    RevisePostApprovalRequest,
    { count, authority: asGiven },
    { count: 140, authority: { kind: 'resolution', reference: 'A/RES/62/250' } },
  ),
  route(
    ['not-recommend', 'Record that an advisory body advises against the posts'],
    RecordNonRecommendation,
    RecordNonRecommendationRequest,
    { body: asGiven, reference: orNull },
  ),
  route(['decline', 'Record that the posts were refused for good'], DeclinePosts, DeclinePostsRequest, {
    authority: asGiven,
  }),
  route(
    ['identify', 'Tell one post of an approved block apart'],
    IdentifyPost,
    IdentifyPostRequest,
    { postId: asGiven, number: orNull, title: asGiven, grade: orNull, unitId: orNull },
    { postId: 'desk-officer-1', title: 'Desk Officer', grade: 'P-4' },
  ),
  route(
    ['report-progress', 'Record how many posts a source says have reached a stage'],
    ReportBlockProgress,
    ReportBlockProgressRequest,
    { stage: asGiven, count: maybe(count), wording: orNull },
    { stage: 'advertised', count: 'at least 77' },
  ),
];
