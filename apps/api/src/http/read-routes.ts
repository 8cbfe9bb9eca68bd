import {
  ClaimsAnswer,
  DiffAnswer,
  EntriesAnswer,
  EstablishmentAnswer,
  HistoryAnswer,
  ID,
  LedgerAnswer,
  LineageAnswer,
  NarrativeAnswer,
  OrganisationAnswer,
  PromisesAnswer,
  SlippageAnswer,
  STREAM,
  TableAnswer,
  TeamsAnswer,
  UnitAnswer,
  UnitsAnswer,
  UnitsChangesAnswer,
} from '@cadre/contract';
import {
  anyOf,
  asOf,
  day,
  flag,
  list,
  matching,
  moment,
  oneOf,
  type Parameter,
  someDay,
  someMoment,
  someOf,
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

const DAYS_DESCRIBED = 'What "due soon" means: the due window ends within so many days.';
const promiseFilters = {
  owner: text('Only those of this unit, by its id.'),
  within: flag('With an owner: also those of the units below it.'),
  about: text('Only those about this stream, as in "block-additional".'),
  kind: text('Only those about this kind of thing first, as in "post" or "team".'),
  text: text('Only those whose wording or owner contains this.'),
};

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
    path: 'promise-ledger',
    name: 'promise_ledger',
    summary: 'Promises with their first wording, every new date and why, what became of them, and how far they slipped',
    screen: 'promiseLedger',
    answer: LedgerAnswer,
    parameters: {
      ...asOf,
      ...promiseFilters,
      show: someOf(
        ['overdue', 'dueSoon', 'open', 'redated', 'met', 'missed', 'dropped'],
        'Only those that possibly are one of these, with commas between: overdue, dueSoon, open, redated, met, missed, dropped.',
      ),
      dueWithinDays: wholeNumber(DAYS_DESCRIBED, 36_500, 90),
      sort: anyOf(['due', 'firstDue', 'slipped', 'owner', 'what'], 'In the order of this.', 'due'),
      descending: flag('The greatest first.'),
      group: anyOf(['owner', 'kind', 'stage', 'month'], 'Kept together by this.', null),
      offset: wholeNumber('Leave out so many at the start.', 999_999, 0),
      limit: wholeNumber('Most promises to answer.', 500, 100),
    },
  },
  {
    path: 'promise-slippage',
    name: 'promise_slippage',
    summary: 'By how many days promises slipped, by owner, kind of promise or stage',
    screen: 'slippage',
    answer: SlippageAnswer,
    parameters: {
      ...asOf,
      ...promiseFilters,
      by: anyOf(['owner', 'kind', 'stage'], 'Added up by this.', 'owner'),
    },
  },
  {
    path: 'organisation',
    name: 'organisation',
    summary: 'The organisation: units with every possible parent, their posts and teams',
    screen: 'organisation',
    answer: OrganisationAnswer,
    parameters: asOf,
  },
  {
    path: 'organisation/{unitId}',
    name: 'organisation_unit',
    summary: 'One unit: its posts and teams, alone and with the units below it, and what came before and after it',
    screen: 'unit',
    answer: UnitAnswer,
    parameters: { ...asOf, unitId: matching(ID, 'The id of a unit, as in office-of-operations') },
  },
  {
    path: 'units-changes',
    name: 'units_changes',
    summary: 'What became of units between two days: what surely changed, what possibly did, and what is left open',
    screen: 'unitsChanges',
    answer: UnitsChangesAnswer,
    parameters: {
      from: day('The one day.'),
      knownFrom: someMoment('The one day as known at that moment; at the same moment as the other when left out.'),
      to: day('The other day.'),
      knownAt,
      after,
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

/** The one table of questions. */
export const readRoutes: readonly ReadRoute[] = [
  ...tableRoutes,
  ...screens.map((screen) => ({ ...screen, fixed: {}, isTable: false })),
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
