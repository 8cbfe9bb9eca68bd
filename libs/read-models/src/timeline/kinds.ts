import type { TimelineKind } from '@cadre/contract';

/** The columns of a row, as the table keeps them. */
export type Cells = Readonly<Record<string, string | number | null>>;

/** One line of bars of a thing: what a state of it says, and the column that says it. */
export interface Facet {
  readonly column: string;
  /** Null for no bar. */
  readonly stateOf: (cells: Cells) => string | null;
}

/** How the things of a table stand on the timeline. */
export interface Kind {
  readonly kind: TimelineKind;
  readonly table: string;
  /** The columns that are read. */
  readonly columns: readonly string[];
  readonly name: (cells: Cells) => string | null;
  readonly unit: (cells: Cells, id: string) => string | null;
  readonly facets: readonly Facet[];
}

const text = (cells: Cells, column: string): string | null => (cells[column] ?? null) as string | null;
const status: Facet = { column: 'status', stateOf: (cells) => text(cells, 'status') };

/** Whether somebody holds a post is asked as long as it stands, frozen or not. */
const occupancy: Facet = {
  column: 'occupancy',
  stateOf: (cells) => (['live', 'frozen'].includes(text(cells, 'standing')!) ? text(cells, 'occupancy') : null),
};
const standing: Facet = {
  column: 'standing',
  stateOf: (cells) => (text(cells, 'standing') === 'live' ? null : text(cells, 'standing')),
};

/** The kinds of rows by the names a question gives them. */
export const KINDS = {
  units: {
    ...{ kind: 'unit', table: 'units', columns: ['name', 'status'], facets: [status] },
    name: (cells) => text(cells, 'name'),
    unit: (_, id) => id,
  },
  posts: {
    ...{ kind: 'post', table: 'posts', facets: [occupancy, standing] },
    columns: ['title', 'number', 'grade', 'unit_id', 'standing', 'occupancy'],
    name: (cells) => text(cells, 'title') ?? text(cells, 'number'),
    unit: (cells) => text(cells, 'unit_id'),
  },
  teams: {
    ...{ kind: 'team', table: 'teams', columns: ['name', 'unit_id', 'status'], facets: [status] },
    name: (cells) => text(cells, 'name'),
    unit: (cells) => text(cells, 'unit_id'),
  },
  evaluations: {
    ...{ kind: 'evaluation', table: 'evaluations', columns: ['subject', 'status'], facets: [status] },
    name: (cells) => text(cells, 'subject'),
    unit: () => null,
  },
  commitments: {
    ...{ kind: 'commitment', table: 'commitments', facets: [status] },
    columns: ['what', 'owner_unit_id', 'status', 'about'],
    name: (cells) => text(cells, 'what'),
    unit: (cells) => text(cells, 'owner_unit_id'),
  },
} as const satisfies Readonly<Record<string, Kind>>;

/** What the kinds are called in a question. */
export type KindName = keyof typeof KINDS;

/** All of them, in the order in which their rows stand where nothing else sets one. */
export const KIND_NAMES = Object.keys(KINDS) as readonly KindName[];

/** States in which what is promised is still to come. */
export const STILL_TO_COME: ReadonlySet<string> = new Set(['open', 'planned', 'deferred', 'started']);

/** States that are reached on a day and are not left again: a moment on the timeline, no stretch. */
export const MOMENTS: ReadonlySet<string> = new Set([
  ...['abolished', 'lapsed', 'stood down'],
  ...['completed', 'reported', 'cancelled'],
  ...['met', 'missed', 'dropped'],
]);
