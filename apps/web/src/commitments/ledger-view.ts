import { useUrlQuery } from '../shell/url';

/** What promises are counted and listed by. */
export const STANDINGS = ['overdue', 'dueSoon', 'open', 'redated', 'met', 'missed', 'dropped'] as const;
export const SORTS = ['due', 'firstDue', 'slipped', 'owner', 'what'] as const;
export const GROUPS = ['owner', 'kind', 'stage', 'month'] as const;
export const SLIPPAGES = ['owner', 'kind', 'stage'] as const;
/** What promises can be about. */
export const KINDS = ['post', 'block', 'case', 'person', 'unit', 'team', 'evaluation', 'commitment', 'source'] as const;

export const PROMISES_A_PAGE = 50;
export const USUAL_DAYS = 90;
const MOST_DAYS = 36_500;

/** Everything a reader has chosen about the ledger, as the address says it. */
export interface LedgerView {
  readonly show: readonly (typeof STANDINGS)[number][];
  /** What "due soon" means. */
  readonly days: number;
  readonly owner: string | null;
  readonly subUnits: boolean;
  readonly about: string | null;
  readonly kind: string | null;
  readonly text: string | null;
  readonly sort: (typeof SORTS)[number];
  readonly descending: boolean;
  readonly group: (typeof GROUPS)[number] | null;
  /** From 1. */
  readonly page: number;
  readonly by: (typeof SLIPPAGES)[number];
}

/** Reads the view off an address; what cannot be read counts as not said. */
export function ledgerView(query: URLSearchParams): LedgerView {
  const said = query.get('show')?.split(',') ?? [];
  return {
    show: STANDINGS.filter((it) => said.includes(it)),
    days: wholeNumber(query.get('days'), 0, MOST_DAYS) ?? USUAL_DAYS,
    owner: query.get('owner'),
    subUnits: query.get('subUnits') === 'true',
    about: query.get('about'),
    kind: query.get('kind'),
    text: query.get('text'),
    sort: wordIn(SORTS, query.get('sort')) ?? 'due',
    descending: query.get('descending') === 'true',
    group: wordIn(GROUPS, query.get('group')),
    page: wholeNumber(query.get('page'), 1, 10_000) ?? 1,
    by: wordIn(SLIPPAGES, query.get('by')) ?? 'owner',
  };
}

export function useLedgerView(): LedgerView {
  return ledgerView(useUrlQuery());
}

function wordIn<Word extends string>(words: readonly Word[], given: string | null): Word | null {
  return words.find((word) => word === given) ?? null;
}

function wholeNumber(given: string | null, least: number, most: number): number | null {
  if (given === null || !/^\d{1,5}$/.test(given)) return null;
  const number = Number(given);
  return number >= least && number <= most ? number : null;
}

/** The standings shown after one more is chosen, or given up; null for all. */
export function toggled(show: LedgerView['show'], standing: LedgerView['show'][number]): string | null {
  const left = STANDINGS.filter((it) => show.includes(it) !== (it === standing));
  return left.length === 0 ? null : left.join(',');
}
