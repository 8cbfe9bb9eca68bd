import { pushUrlQuery, replaceUrlQuery, type UrlChanges, useUrlQuery } from '../shell/url';

/** What a post can be asked to be. */
export const STATES = ['vacant', 'filled', 'not reported', 'frozen', 'lapsed', 'abolished'] as const;
export type PostState = (typeof STATES)[number];

/** By what the table can be in order. */
export const SORTS = ['number', 'title', 'grade', 'unit', 'state', 'vacancy'] as const;
export type Sort = (typeof SORTS)[number];

/** What the reader has chosen to see of the staffing table; all of it stands in the address. */
export interface StaffingView {
  readonly text: string;
  readonly units: readonly string[];
  readonly grades: readonly string[];
  /** In any of these states; those that stand when none is chosen. */
  readonly states: readonly PostState[];
  readonly block: string;
  readonly sort: Sort;
  readonly descending: boolean;
  /** From 1. */
  readonly page: number;
}

const WHOLE: StaffingView = {
  ...{ text: '', units: [], grades: [], states: [], block: '' },
  ...{ sort: 'grade', descending: false, page: 1 },
};

/** The view the address names; what it cannot mean is left out. */
export function viewIn(query: URLSearchParams): StaffingView {
  const list = (name: string): string[] => (query.get(name) ?? '').split(',').filter((it) => it !== '');
  const page = Number(query.get('page') ?? 1);
  return {
    text: query.get('text') ?? '',
    units: list('units'),
    grades: list('grades'),
    states: STATES.filter((it) => list('states').includes(it)),
    block: query.get('block') ?? '',
    sort: SORTS.find((it) => it === query.get('sort')) ?? WHOLE.sort,
    descending: query.get('descending') === 'true',
    page: Number.isSafeInteger(page) && page > 0 ? page : 1,
  };
}

/** How a view stands in an address; what is as it always is, is left out. */
export function queryOf(view: StaffingView): UrlChanges {
  const { text, units, grades, states, block, sort, descending, page } = view;
  const orNull = (value: string): string | null => (value === '' ? null : value);
  return {
    text: orNull(text),
    units: orNull(units.join(',')),
    grades: orNull(grades.join(',')),
    states: orNull(states.join(',')),
    block: orNull(block),
    sort: sort === WHOLE.sort ? null : sort,
    descending: descending ? 'true' : null,
    page: page === 1 ? null : String(page),
  };
}

/** The view of the address, and ways to change it: another choice begins on the first page again. */
export function useStaffingView() {
  const view = viewIn(useUrlQuery());
  return {
    view,
    choose: (changes: Partial<StaffingView>) => pushUrlQuery(queryOf({ ...view, page: 1, ...changes })),
    /** Without a step of its own in the history: for what is being typed. */
    type: (text: string) => replaceUrlQuery(queryOf({ ...view, page: 1, text })),
    clear: () => pushUrlQuery(queryOf({ ...WHOLE, sort: view.sort, descending: view.descending })),
  };
}

/** The order after a click on the head of a column: what is longest or highest comes first, then the other way round. */
export function sortedBy({ sort, descending }: StaffingView, column: Sort): Pick<StaffingView, 'sort' | 'descending'> {
  const first = column === 'vacancy'; // the longest vacant are what people look for
  return sort === column ? { sort, descending: !descending } : { sort: column, descending: first };
}

/** True when anything but the order is chosen. */
export function isNarrowed({ text, units, grades, states, block }: StaffingView): boolean {
  return text !== '' || block !== '' || [units, grades, states].some(({ length }) => length > 0);
}
