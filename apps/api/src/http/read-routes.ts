import {
  BreakdownAnswer,
  BurnUpAnswer,
  ClaimsAnswer,
  EstablishmentAnswer,
  HistoryAnswer,
  ID,
  LineageAnswer,
  MovesAnswer,
  NarrativeAnswer,
  PromisesAnswer,
  STREAM,
  TableAnswer,
  TeamReadinessAnswer,
  TeamsAnswer,
  TimelineAnswer,
  UnitsAnswer,
} from '@cadre/contract';
import { streams } from '@cadre/domain';
import { TIMELINE_KINDS } from '@cadre/read-models';
import { auditRoutes, paging } from './audit-routes.js';
import { organisationRoutes } from './organisation-routes.js';
import { promiseRoutes } from './promise-routes.js';
import {
  asOf,
  flag,
  listOf,
  matching,
  oneOf,
  type Parameter,
  someDay,
  someOf,
  text,
  wholeNumber,
} from './query-parameters.js';
import { type Screen } from './reads.js';
import { staffingRoutes } from './staffing-routes.js';

/** One question's way in: GET /api/`path`. */
export interface ReadRoute {
  /** Address after /api; a step in braces is a parameter. */
  readonly path: string;
  /** Names the operation in generated clients. */
  readonly name: string;
  readonly summary: string;
  readonly screen: Screen;
  readonly answer: new () => object;
  readonly parameters: Readonly<Record<string, Parameter>>;
  /** Members of the question that the address itself says. */
  readonly fixed: Readonly<Record<string, unknown>>;
  /** True when any column of the table may be given as a filter. */
  readonly isTable: boolean;
}

/** Tables anyone may ask, by address. */
export const TABLES = [
  'blocks',
  'posts',
  'recruitment',
  'candidacies',
  'units',
  'teams',
  'evaluations',
  'commitments',
  'incumbency',
  'statements',
  'sources',
  'names',
];

const within = flag('With a filter by unit: take in its sub-units.');
const search = text('Names that contain this, other names included.');
const { validOn, knownAt, after } = asOf;

const tableRoutes = TABLES.map((table): ReadRoute => ({
  path: table,
  name: `list_${table}`,
  summary: `Rows of ${table} that possibly match, and how many surely and possibly do`,
  screen: 'table',
  answer: TableAnswer,
  parameters: { ...asOf, within, ...(table === 'names' ? { search } : {}) },
  fixed: { table, search: null },
  isTable: true,
}));

type Screenful = Pick<ReadRoute, 'path' | 'name' | 'summary' | 'screen' | 'answer' | 'parameters'>;

const screens: readonly Screenful[] = [
  {
    path: 'establishment',
    name: 'establishment',
    summary: 'Post blocks with their counts by stage',
    screen: 'establishment',
    answer: EstablishmentAnswer,
    parameters: asOf,
  },
  {
    path: 'burn-up',
    name: 'burn_up',
    summary: 'A block of posts over time: approved, identified, advertised, selected, on duty, not reported',
    screen: 'burnUp',
    answer: BurnUpAnswer,
    parameters: {
      ...asOf,
      block: matching(ID, 'The id of a block, as in additional-posts'),
      from: someDay('The first day; before all that is told of the block when left out.'),
      to: someDay('The last day; after all that is told and promised of the block when left out.'),
      step: someOf(
        ['month', 'quarter', 'year'],
        'How far apart its days are; the finest that keeps it short when left out.',
      ),
    },
  },
  {
    path: 'breakdown',
    name: 'breakdown',
    summary: 'The posts of a block by grade, unit or origin, and how many of them that is not reported for',
    screen: 'breakdown',
    answer: BreakdownAnswer,
    parameters: {
      ...asOf,
      block: matching(ID, 'The id of a block, as in additional-posts'),
      by: oneOf(['grade', 'unit', 'origin'], 'What to part them by.'),
    },
  },
  {
    path: 'team-readiness',
    name: 'team_readiness',
    summary: 'Teams against their plans, and what on record stands between each and its standing',
    screen: 'teamReadiness',
    answer: TeamReadinessAnswer,
    parameters: { ...asOf, kind: text('Only teams of this kind, as in "integrated operational team".') },
  },
  {
    path: 'teams-overview',
    name: 'teams_overview',
    summary: 'Teams with their standing, members and promises',
    screen: 'teams',
    answer: TeamsAnswer,
    parameters: { ...asOf, kind: text('Only teams of this kind, as in "integrated operational team".') },
  },
  {
    path: 'promises',
    name: 'promises',
    summary: 'Promises with first and present window',
    screen: 'promises',
    answer: PromisesAnswer,
    parameters: {
      ...asOf,
      overdue: flag('Only those surely or possibly overdue.'),
      about: text('Only those about this stream, as in "block-additional".'),
      dueWithinDays: wholeNumber('Only those that may fall due within so many days.', 36_500, null),
    },
  },
  ...promiseRoutes,
  ...organisationRoutes,
  {
    path: 'timeline',
    name: 'timeline',
    summary:
      'Units, posts, teams, evaluations and commitments over all days: promised, promised again, and what was so',
    screen: 'timeline',
    answer: TimelineAnswer,
    parameters: {
      ...asOf,
      kinds: listOf(TIMELINE_KINDS, 'Only these kinds of things.'),
      unit: text('Only what belongs to this unit, by its id.'),
      subUnits: flag('With a unit: what belongs to units within it, too.'),
      stream: text('Only this thing, as in "team-darfur".'),
      from: someDay('Only what has a bar on that day or later.'),
      to: someDay('Only what has a bar on that day or earlier.'),
      bare: flag('Leave out what the bars rest on; ask again with `stream` for the thing looked at.'),
      offset: wholeNumber('Rows to pass over, to page on.', 999_999_999, 0),
      limit: wholeNumber('Most rows to answer.', 20_000, 10_000),
    },
  },
  {
    path: 'units-tree',
    name: 'units_tree',
    summary: 'Organisational units with every possible parent',
    screen: 'units',
    answer: UnitsAnswer,
    parameters: asOf,
  },
  {
    path: 'narrative',
    name: 'narrative',
    summary: 'The state of things in sentences',
    screen: 'narrative',
    answer: NarrativeAnswer,
    parameters: asOf,
  },
  {
    path: 'claims',
    name: 'claims',
    summary: 'What several sources say on one topic, side by side, and whether they disagree',
    screen: 'claims',
    answer: ClaimsAnswer,
    parameters: asOf,
  },
  {
    path: 'history/{stream}',
    name: 'history',
    summary: 'Everything ever recorded of one thing, with what became of it',
    screen: 'history',
    answer: HistoryAnswer,
    parameters: { stream: matching(STREAM, 'A stream, as in post-military-adviser'), knownAt, after },
  },
  ...auditRoutes,
  ...staffingRoutes,
];

const movesRoute = { screen: 'moves' as const, answer: MovesAnswer, isTable: false };

/** What can be recorded next: of a thing that is there, and of one that is not. */
const movesRoutes: readonly ReadRoute[] = [
  {
    ...movesRoute,
    path: 'moves/{stream}',
    name: 'moves',
    summary: 'Every command on a thing, and whether it can be given as of a day',
    parameters: { stream: matching(STREAM, 'A stream, as in post-military-adviser'), validOn, after },
    fixed: { category: null },
  },
  {
    ...movesRoute,
    path: 'moves',
    name: 'moves_of_new',
    summary: 'Every command on a thing of a kind that is not there yet, and whether it can be given',
    parameters: { category: oneOf(Object.keys(streams), 'The kind of thing.'), validOn, after },
    fixed: { stream: null },
  },
];

/** The one table of questions. */
export const readRoutes: readonly ReadRoute[] = [
  ...tableRoutes,
  ...screens.map((screen) => ({ ...screen, fixed: {}, isTable: false })),
  ...movesRoutes,
  {
    path: 'explain',
    name: 'explain',
    summary: 'A number with every entry behind it: the same table and filters, and the history of each thing counted',
    screen: 'explain',
    answer: LineageAnswer,
    parameters: {
      ...asOf,
      table: oneOf(TABLES, 'The table counted.'),
      within,
      offset: paging.offset,
      limit: wholeNumber('Most of the things counted to show, with their histories.', 10_000, 10_000),
    },
    fixed: { search: null },
    isTable: true,
  },
];
