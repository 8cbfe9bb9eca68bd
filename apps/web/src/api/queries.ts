import {
  keepPreviousData,
  type QueryClient,
  QueryClient as Client,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { type AsOfDates, unreadable, useAsOfDates } from '../dates/as-of';
import { kindsOf, withoutKind } from '../teams/kinds';
import { answerOf, client, type HealthAnswer, ProblemError, type TeamsAnswer } from './client';
import { useFeed } from './live';

/** Later than any day told of: a team that is told of at all is among those of this day. */
export const AT_LAST = '9999-12-30';
const POLL_MS = 4_000;
/** Alarms, and tables that have stopped, are not told of. */
const TOLD_POLL_MS = 15_000;

/** A question the API refuses is not asked again unchanged; a server in trouble gets two more chances. */
export function newQueryClient(): QueryClient {
  const retry = (failures: number, error: Error) =>
    failures < 2 && !(error instanceof ProblemError && error.status < 500);
  return new Client({ defaultOptions: { queries: { retry, staleTime: Infinity, refetchOnWindowFocus: false } } });
}

/** The kinds of teams that are told of, whatever the day asked for. */
export function useTeamKinds() {
  return useAnswer(['team-kinds'], async (query, signal) =>
    kindsOf((await askTeams({ ...query, validOn: AT_LAST }, signal)).teams),
  );
}

/** The teams of one kind, null for those without; waits while the kind is not known. */
export function useTeams(kind: string | null | undefined) {
  return useAnswer(
    ['teams', kind],
    async (query, signal) => {
      if (typeof kind === 'string') return askTeams({ ...query, kind }, signal);
      const asked = [askTeams(query, signal), askTeams({ ...query, validOn: AT_LAST }, signal)] as const;
      return withoutKind(...(await Promise.all(asked)));
    },
    kind !== undefined,
  );
}

function askTeams(query: AsOfQuery & { kind?: string }, signal: AbortSignal): Promise<TeamsAnswer> {
  return answerOf(client.GET('/api/teams-overview', { params: { query }, signal }));
}

export function useEstablishment() {
  return useAnswer(['establishment'], (query, signal) =>
    answerOf(client.GET('/api/establishment', { params: { query }, signal })),
  );
}

export function usePromises() {
  return useAnswer(['promises'], (query, signal) =>
    answerOf(client.GET('/api/promises', { params: { query }, signal })),
  );
}

/** Everything ever recorded in a stream, as known on the page's date. */
export function useHistory(stream: string) {
  const dates = useAsOfDates();
  const { knownAt } = dates;
  return useQuery({
    enabled: unreadable(dates).size === 0,
    queryKey: ['history', stream, knownAt],
    queryFn: ({ signal }) =>
      answerOf(
        client.GET('/api/history/{stream}', {
          params: { path: { stream }, query: { knownAt: knownAt ?? undefined } },
          signal,
        }),
      ),
  });
}

/** The two dates of a question, and the log position its answer must have reached. What is left out is the present. */
export interface AsOfQuery {
  validOn?: string;
  knownAt?: string;
  after?: number;
}

/**
 * Asks for the page's two dates, which the key need not name; while a new answer is on its way the last one stays,
 * marked as such. `ask` passes the query on; false for `isReady` waits.
 */
export function useAnswer<T>(
  queryKey: readonly unknown[],
  ask: (query: AsOfQuery, signal: AbortSignal) => Promise<T>,
  isReady = true,
) {
  const dates = useAsOfDates();
  const queries = useQueryClient();
  return useQuery({
    queryKey: [...queryKey, dates.validOn, dates.knownAt],
    queryFn: ({ signal }) => ask(asOfQuery(dates, movedTo(queries)), signal),
    enabled: isReady && unreadable(dates).size === 0,
    placeholderData: keepPreviousData,
  });
}

function asOfQuery({ validOn, knownAt }: AsOfDates, after: number | undefined): AsOfQuery {
  return { validOn: validOn ?? undefined, knownAt: knownAt ?? undefined, after };
}

/**
 * Watches the log's position while the page is visible and asks everything again when it moved, or the server is back.
 * The server tells of moves by itself; where it cannot, it is asked now and then.
 */
export function useLive() {
  const queries = useQueryClient();
  const isTold = useFeed(() => void queries.invalidateQueries({ queryKey: ['health'] }));
  const health = useQuery({
    queryKey: ['health'],
    queryFn: ({ signal }) => askHealth(signal),
    refetchInterval: isTold ? TOLD_POLL_MS : POLL_MS,
    retry: false,
  });
  const position = health.data?.position ?? undefined;
  const lost = health.isError || health.data?.status === 'unavailable';
  const seen = useRef<number | 'lost' | undefined>(undefined);
  useEffect(() => {
    if (lost) seen.current = 'lost';
    if (lost || position === undefined || position === seen.current) return;
    const first = seen.current === undefined;
    seen.current = position;
    if (first) return;
    queries.setQueryData(['moved-to'], position);
    void queries.invalidateQueries({
      predicate: ({ queryKey }) => !['health', 'moved-to'].includes(String(queryKey[0])),
    });
  }, [position, lost, queries]);
  return health;
}

/** A server that cannot answer still says what is in the way. */
async function askHealth(signal: AbortSignal): Promise<HealthAnswer> {
  const asked = await client.GET('/api/health', { signal });
  const told: Partial<HealthAnswer> | undefined = asked.error;
  return told?.status === 'unavailable' ? (told as HealthAnswer) : answerOf(Promise.resolve(asked));
}

/** The position answers must have reached, once something was recorded while the page was open. */
function movedTo(queries: QueryClient): number | undefined {
  return queries.getQueryData<number>(['moved-to']);
}
