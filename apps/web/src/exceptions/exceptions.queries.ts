import { answerOf, client } from '../api/client';
import { useAnswer } from '../api/queries';
import { useOffset } from '../audit/pager';
import { useUrlQuery } from '../shell/url';

/** Exceptions on a page. */
export const PAGE = 25;

/** Days after which an entry is back-dated, unless the address says otherwise. */
export const BACK_DATED_DAYS = 90;

/** The conditions by their names in the address. */
export const FILTERS = ['kinds', 'days', 'stream', 'unit', 'within', 'live', 'since'] as const;

/** The exceptions that the address asks for. */
export function useExceptions() {
  const url = useUrlQuery();
  const offset = useOffset();
  const text = (name: (typeof FILTERS)[number]) => url.get(name)?.trim() || undefined;
  const conditions = {
    kinds: text('kinds'),
    backDatedDays: Number(text('days') ?? BACK_DATED_DAYS),
    stream: text('stream'),
    unit: text('unit'),
    within: text('within') === 'true',
    live: text('live') === 'true',
    knownAfter: text('since'),
  };
  return useAnswer(['exceptions', conditions, offset], (query, signal) =>
    answerOf(
      client.GET('/api/exceptions', { params: { query: { ...query, ...conditions, offset, limit: PAGE } }, signal }),
    ),
  );
}
