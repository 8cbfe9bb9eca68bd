import {
  keepPreviousData,
  type QueryClient,
  QueryClient as Client,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { type AsOfDates, useAsOfDates } from '../dates/as-of';
import { answerOf, client, ProblemError } from './client';

const TEAM_KIND = 'integrated operational team';
const POLL_MS = 4_000;

/** A question the API refuses is not asked again unchanged; a server in trouble gets two more chances. */
export function newQueryClient(): QueryClient {
  const retry = (failures: number, error: Error) =>
    failures < 2 && !(error instanceof ProblemError && error.status < 500);
  return new Client({ defaultOptions: { queries: { retry, staleTime: Infinity, refetchOnWindowFocus: false } } });
}

export function useTeams() {
  return useAnswer('teams', (query, signal) =>
    client.GET('/api/teams-overview', { params: { query: { kind: TEAM_KIND, ...query } }, signal }),
  );
}

export function useEstablishment() {
  return useAnswer('establishment', (query, signal) => client.GET('/api/establishment', { params: { query }, signal }));
}

export function usePromises() {
  return useAnswer('promises', (query, signal) => client.GET('/api/promises', { params: { query }, signal }));
}

/** Everything ever recorded in a stream, as known on the page's date. */
export function useHistory(stream: string) {
  const { knownAt } = useAsOfDates();
  return useQuery({
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

interface AsOfQuery {
  validOn?: string;
  knownAt?: string;
  after?: number;
}

/** Asks for the page's two dates; while a new answer is on its way the last one stays, marked as such. */
function useAnswer<T>(name: string, ask: (query: AsOfQuery, signal: AbortSignal) => Parameters<typeof answerOf<T>>[0]) {
  const dates = useAsOfDates();
  const queries = useQueryClient();
  return useQuery({
    queryKey: [name, dates.validOn, dates.knownAt],
    queryFn: ({ signal }) => answerOf(ask(asOfQuery(dates, movedTo(queries)), signal)),
    placeholderData: keepPreviousData,
  });
}

function asOfQuery({ validOn, knownAt }: AsOfDates, after: number | undefined): AsOfQuery {
  return { validOn: validOn ?? undefined, knownAt: knownAt ?? undefined, after };
}

/** Watches the log's position while the page is visible and asks everything again when it moved, or the server is back. */
export function useLive() {
  const queries = useQueryClient();
  const health = useQuery({
    queryKey: ['health'],
    queryFn: ({ signal }) => answerOf(client.GET('/api/health', { signal })),
    refetchInterval: POLL_MS,
    retry: false,
  });
  const position = health.data?.position ?? undefined;
  const lost = health.isError;
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

/** The position answers must have reached, once something was recorded while the page was open. */
function movedTo(queries: QueryClient): number | undefined {
  return queries.getQueryData<number>(['moved-to']);
}
