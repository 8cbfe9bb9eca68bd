import { answerOf, client } from '../api/client';
import { useAnswer } from '../api/queries';
import { useOffset } from '../audit/pager';
import { useUrlQuery } from '../shell/url';

/** Entries on a page of the log. */
export const PAGE = 50;

/** The conditions of the log browser by their names in the address. */
export const FILTERS = [
  ...(['stream', 'kind', 'types', 'document', 'paragraph', 'actor', 'fact'] as const),
  ...(['recordedFrom', 'recordedTo', 'standing', 'order'] as const),
];

/** The page of the log that the address asks for. */
export function useEntries() {
  const url = useUrlQuery();
  const offset = useOffset();
  const asked = Object.fromEntries(FILTERS.map((name) => [name, url.get(name)?.trim() || undefined]));
  const { kind, order, standing, ...conditions } = asked as Partial<Record<(typeof FILTERS)[number], string>>;
  const flags = { standing: standing === 'true', newest: order !== 'oldest' };
  return useAnswer(['entries', asked, offset], ({ knownAt, after }, signal) =>
    answerOf(
      client.GET('/api/entries', {
        params: { query: { knownAt, after, ...conditions, category: kind, ...flags, offset, limit: PAGE } },
        signal,
      }),
    ),
  );
}

/** One entry exactly as the log keeps it. */
export function useEntry(eventId: string) {
  return useAnswer(['entry', eventId], ({ knownAt, after }, signal) =>
    answerOf(
      client.GET('/api/entries/{eventId}', { params: { path: { eventId }, query: { knownAt, after } }, signal }),
    ),
  );
}
