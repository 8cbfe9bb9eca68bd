import { pushUrlQuery, replaceUrlQuery, type UrlChanges, useUrlQuery } from '../shell/url';

/** What the reader has chosen to see of the cases; all of it stands in the address. */
export interface CasesView {
  readonly text: string;
  readonly post: string;
  /** Those that are over as well. */
  readonly all: boolean;
  readonly sort: 'opened' | 'stage' | 'name';
  /** Columns by stage, or a list. */
  readonly as: 'board' | 'list';
  /** From 1, of the list. */
  readonly page: number;
}

/** Every case under way, by stage. */
export const WHOLE_BOARD: CasesView = { text: '', post: '', all: false, sort: 'opened', as: 'board', page: 1 };

/** By what cases can be in order. */
export const CASE_SORTS = ['opened', 'stage', 'name'] as const;

/** The view the address names; what it cannot mean is left out. */
export function viewIn(query: URLSearchParams): CasesView {
  const page = Number(query.get('page') ?? 1);
  return {
    text: query.get('text') ?? '',
    post: query.get('post') ?? '',
    all: query.get('all') === 'true',
    sort: CASE_SORTS.find((it) => it === query.get('sort')) ?? 'opened',
    as: query.get('as') === 'list' ? 'list' : 'board',
    page: Number.isSafeInteger(page) && page > 0 ? page : 1,
  };
}

function queryOf({ text, post, all, sort, as, page }: CasesView): UrlChanges {
  return {
    text: text || null,
    post: post || null,
    all: all ? 'true' : null,
    sort: sort === 'opened' ? null : sort,
    as: as === 'board' ? null : as,
    page: page === 1 ? null : String(page),
  };
}

/** The view of the address, and ways to change it: another choice begins on the first page again. */
export function useCasesView() {
  const view = viewIn(useUrlQuery());
  return {
    view,
    choose: (changes: Partial<CasesView>) => pushUrlQuery(queryOf({ ...view, page: 1, ...changes })),
    /** Without a step of its own in the history: for what is being typed. */
    type: (text: string) => replaceUrlQuery(queryOf({ ...view, page: 1, text })),
  };
}
