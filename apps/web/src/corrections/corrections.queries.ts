import { useQuery } from '@tanstack/react-query';
import { answerOf, client, type WindowAnswer } from '../api/client';
import { useAnswer } from '../api/queries';
import { NO_WINDOW, type WindowRaw } from '../record/raw';

const MOST_SHOWN = 20;

/** The last corrections in the log as known on the page's date, newest first. */
export function useCorrections() {
  return useAnswer(['corrections'], ({ knownAt, after }, signal) =>
    answerOf(
      client.GET('/api/entries', {
        params: { query: { types: 'EntryRetracted', newest: true, limit: MOST_SHOWN, knownAt, after } },
        signal,
      }),
    ),
  );
}

/**
 * A recorded window as it would be typed: in its words alone where they still mean the same days, else with its ends
 * beside them. Undefined until that is known.
 */
export function useAsTyped({ earliest, latest, phrase }: WindowAnswer): WindowRaw | undefined {
  const isOneDay = earliest !== null && earliest === latest;
  const { data: means, isPending } = useQuery({
    queryKey: ['window', 'of', phrase],
    queryFn: async ({ signal }) => {
      const { data = null } = await client.GET('/api/window', { params: { query: { phrase: phrase ?? '' } }, signal });
      return data;
    },
    enabled: phrase !== null,
  });
  if (phrase === null && isOneDay) return { ...NO_WINDOW, phrase: earliest };
  const ends = { phrase: phrase ?? '', earliest: earliest ?? '', latest: latest ?? '' };
  if (phrase === null) return { ...ends, withEnds: true };
  if (isPending) return undefined;
  return { ...ends, withEnds: means?.earliest !== earliest || means?.latest !== latest };
}
