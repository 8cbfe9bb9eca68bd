import {
  CaseLifeAnswer,
  CasesAnswer,
  PeopleAnswer,
  PersonAnswer,
  StaffingAnswer,
  StaffingPostAnswer,
} from '@cadre/contract';
import { CASE_SORTS, POST_STATES, STAFFING_SORTS, STAGES_WITH_TARGET } from '@cadre/read-models';
import { listOf, asOf, flag, list, matching, oneOfOr, text, wholeNumber } from './query-parameters.js';

const ID = /^[a-z0-9][a-z0-9-]{0,99}$/;
const MOST_PAGES_IN = 10_000_000;
const STAGES = [...STAGES_WITH_TARGET, 'reported', 'cancelled'];

/** Where in a long list to begin, and how much of it to answer. */
const part = {
  offset: wholeNumber('How many to leave out, to page on.', MOST_PAGES_IN, 0),
  limit: wholeNumber('Most to answer.', 500, 100),
};

/** Questions about posts, recruitment cases and persons, one by one. */
export const staffingRoutes = [
  {
    path: 'staffing',
    name: 'staffing',
    summary: 'The staffing table: a row per post with its state, holders, vacancy age and recruitment',
    screen: 'staffing' as const,
    answer: StaffingAnswer,
    parameters: {
      ...asOf,
      ...part,
      units: list('Only posts of these units and their sub-units.'),
      grades: list('Only posts of these grades, as in P-4,P-5.'),
      states: listOf(POST_STATES, 'Only posts possibly in one of these states; those that stand when left out.'),
      block: text('Only posts drawn from this block.'),
      text: text('Only posts whose title, number, id, unit or holder contains this.'),
      sort: oneOfOr(STAFFING_SORTS, 'grade', 'By what they follow one another; "vacancy" is the most recent first.'),
      descending: flag('The other way round.'),
    },
  },
  {
    path: 'staffing/{postId}',
    name: 'staffing_post',
    summary: 'One post of the staffing table; null when nothing is told of it as of the two dates',
    screen: 'staffingPost' as const,
    answer: StaffingPostAnswer,
    parameters: { ...asOf, postId: matching(ID, 'The id of a post, as in military-adviser') },
  },
  {
    path: 'cases',
    name: 'cases',
    summary: 'Recruitment cases: where each stands, since when, and whether that is longer than it should be',
    screen: 'cases' as const,
    answer: CasesAnswer,
    parameters: {
      ...asOf,
      ...part,
      stages: listOf(STAGES, 'Only cases possibly in one of these stages.'),
      all: flag('Those that are over as well.'),
      block: text('Only cases for this block.'),
      post: text('Only cases for this post.'),
      text: text('Only cases whose name, id or post contains this.'),
      sort: oneOfOr(CASE_SORTS, 'opened', 'The longest open first, the longest in their stage first, or by name.'),
    },
  },
  {
    path: 'cases/{caseId}',
    name: 'case_life',
    summary: 'One recruitment case and its life, step by step',
    screen: 'caseLife' as const,
    answer: CaseLifeAnswer,
    parameters: { ...asOf, caseId: matching(ID, 'The id of a case, as in military-adviser') },
  },
  {
    path: 'people',
    name: 'people',
    summary: 'Persons told of, by their opaque ids, and what each has to do with on that day',
    screen: 'people' as const,
    answer: PeopleAnswer,
    parameters: { ...asOf, ...part, search: text('Only ids that contain this.') },
  },
  {
    path: 'people/{personId}',
    name: 'person',
    summary: 'All that is told of one person up to that day: posts, reservations, acting cover, teams, candidacies',
    screen: 'person' as const,
    answer: PersonAnswer,
    parameters: { ...asOf, personId: matching(ID, 'The opaque id of a person') },
  },
];
