import { answerOf, client } from '../api/client';
import { useAnswer } from '../api/queries';

/** Documents the log rests on. */
export function useSources() {
  return useAnswer(['sources'], (query, signal) => answerOf(client.GET('/api/sources', { params: { query }, signal })));
}
