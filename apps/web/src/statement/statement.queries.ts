import { answerOf, client } from '../api/client';
import { useAnswer } from '../api/queries';

/** The status report for the page's two dates. */
export function useNarrative() {
  return useAnswer(['narrative'], (query, signal) =>
    answerOf(client.GET('/api/narrative', { params: { query }, signal })),
  );
}
