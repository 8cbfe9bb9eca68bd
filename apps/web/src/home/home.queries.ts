import { answerOf, client } from '../api/client';
import { useAnswer } from '../api/queries';

/** Documents the log rests on. */
export function useSources() {
  return useAnswer(['sources'], (query, signal) => answerOf(client.GET('/api/sources', { params: { query }, signal })));
}

/** Teams of every kind. */
export function useAllTeams() {
  return useAnswer(['all-teams'], (query, signal) =>
    answerOf(client.GET('/api/teams-overview', { params: { query }, signal })),
  );
}
