import { answerOf, client } from '../api/client';
import { useAnswer } from '../api/queries';
import { useOffset } from '../audit/pager';

/** Things counted on a page of an explanation. */
export const PAGE = 100;

/** Names of the address that are no filters by a column. */
const OWN = ['validOn', 'knownAt', 'lang', 'table', 'number', 'offset', 'tour'];

/** The columns filtered by and their values, as the address has them. */
export function filtersIn(query: URLSearchParams): Readonly<Record<string, string>> {
  return Object.fromEntries([...query].filter(([name, value]) => !OWN.includes(name) && value !== ''));
}

type Table = 'blocks' | 'posts' | 'recruitment' | 'units' | 'teams' | 'evaluations' | 'commitments' | 'incumbency';

/** Tables whose rows can be counted. */
export const TABLES: readonly Table[] = [
  ...(['posts', 'blocks', 'teams', 'units', 'commitments'] as const),
  ...(['evaluations', 'recruitment', 'incumbency'] as const),
];

/** How many things of a table match, and everything that rests on. */
export function useExplained(table: Table, filters: Readonly<Record<string, string>>) {
  const offset = useOffset();
  return useAnswer(['explain', table, filters, offset], (query, signal) =>
    answerOf(
      client.GET('/api/explain', { params: { query: { ...filters, ...query, table, offset, limit: PAGE } }, signal }),
    ),
  );
}
