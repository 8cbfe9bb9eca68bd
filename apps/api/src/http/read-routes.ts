import {
  ClaimsAnswer,
  DiffAnswer,
  EntriesAnswer,
  EstablishmentAnswer,
  HistoryAnswer,
  LineageAnswer,
  MovesAnswer,
  NarrativeAnswer,
  PromisesAnswer,
  STREAM,
  TableAnswer,
  TeamsAnswer,
  UnitsAnswer,
} from '@cadre/contract';
import { streams } from '@cadre/domain';
import {
  asOf,
  flag,
  list,
  matching,
  moment,
  oneOf,
  type Parameter,
  someDay,
  someMoment,
  text,
  wholeNumber,
} from './query-parameters.js';
import { type Screen } from './reads.js';

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
  {
    path: 'entries',
    name: 'entries',
    summary: 'Entries of the log',
    screen: 'entries',
    answer: EntriesAnswer,
    parameters: {
      knownAt,
      after,
      stream: text('Only of this stream.'),
      category: text('Only of this kind of stream, as in unit.'),
      types: list('Only events of these types, as in OrgUnitEstablished,OrgUnitRenamed.'),
      on: someDay('Only what was told for exactly that day.'),
      document: text('Only what rests on this document.'),
      paragraph: text('Only what rests on this paragraph, as in 26; one of those cited is enough.'),
      fact: text('Only what tells this fact of the source material, as in T07.'),
      actor: text('Only what this actor recorded.'),
      recordedFrom: someDay('Only what was recorded on that day or later.'),
      recordedTo: someDay('Only what was recorded by the end of that day.'),
      knownAfter: someMoment('Only what became known after that moment.'),
      standing: flag('Only what counts: neither retractions nor what they took back.'),
      afterPosition: wholeNumber('Only entries after this log position, to page on.', 999_999_999_999_999, 0),
      limit: wholeNumber('Most entries to answer.', 1_000, 200),
    },
  },
  {
    path: 'diff',
    name: 'diff',
    summary: 'What the answers for one day were at two moments, where they differ',
    screen: 'diff',
    answer: DiffAnswer,
    parameters: { validOn, after, knownA: moment('The one moment.'), knownB: moment('The other moment.') },
  },
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
    parameters: { ...asOf, table: oneOf(TABLES, 'The table counted.'), within },
    fixed: { search: null },
    isTable: true,
  },
];
