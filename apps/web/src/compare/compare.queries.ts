import { answerOf, client } from '../api/client';
import { useAnswer } from '../api/queries';
import { useOffset } from '../audit/pager';
import type { Between } from './between';

/** Entries or corrections on a page. */
export const PAGE = 25;

/** A page of the new facts recorded between two moments. */
export function useLearned({ after: knownAfter, until }: Between) {
  const offset = useOffset();
  return useAnswer(['learned', knownAfter, until, offset], ({ after }, signal) =>
    answerOf(
      client.GET('/api/entries', {
        params: { query: { after, knownAfter, knownAt: until ?? undefined, learned: true, offset, limit: PAGE } },
        signal,
      }),
    ),
  );
}

/** A page of the corrections recorded between two moments. */
export function useCorrected({ after: knownAfter, until }: Between) {
  const offset = useOffset();
  return useAnswer(['corrected', knownAfter, until, offset], ({ after, validOn }, signal) =>
    answerOf(
      client.GET('/api/exceptions', {
        params: {
          query: { after, validOn, knownAfter, knownAt: until ?? undefined, kinds: 'correction', offset, limit: PAGE },
        },
        signal,
      }),
    ),
  );
}
