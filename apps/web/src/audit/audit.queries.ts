import { answerOf, client } from '../api/client';
import { useAnswer } from '../api/queries';
import type { AsOfDates } from '../dates/as-of';

/** Rows on a page of changes. */
export const CHANGES_PAGE = 25;

/** Two pairs of dates side by side; null stands for the present. Waits while `isReady` is false. */
export function useCompare(a: AsOfDates, b: AsOfDates, offset = 0, isReady = true) {
  const dates = {
    validA: a.validOn ?? undefined,
    knownA: a.knownAt ?? undefined,
    validB: b.validOn ?? undefined,
    knownB: b.knownAt ?? undefined,
  };
  return useAnswer(
    ['compare', dates, offset],
    ({ after }, signal) =>
      answerOf(
        client.GET('/api/compare', { params: { query: { ...dates, after, offset, limit: CHANGES_PAGE } }, signal }),
      ),
    isReady,
  );
}

/** When things became true, as known on the page's date. */
export function useMoments() {
  return useAnswer(['moments'], ({ knownAt, after }, signal) =>
    answerOf(client.GET('/api/moments', { params: { query: { knownAt, after } }, signal })),
  );
}

/** When things became true and known, as known now: what both sliders reach over, wherever they stand. */
export function useAllMoments() {
  return useAnswer(['all-moments'], ({ after }, signal) =>
    answerOf(client.GET('/api/moments', { params: { query: { after } }, signal })),
  );
}
