import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { answerOf, client, type HistoryEntry } from '../api/client';
import { ScreenLink } from '../shell/screen-link';
import { EntryWords } from './entry-words';

interface FactToMendProps {
  readonly eventId: string;
  /** What the way to its correction is called. */
  readonly way: string;
}

/** A recorded fact and the way to its correction; of one that only follows from another, that other. */
export function FactToMend({ eventId, way }: FactToMendProps) {
  const id = useId();
  const { data: entry } = useOrigin(eventId);
  if (!entry) return <code>{eventId}</code>;
  return (
    <>
      <span id={`${id}fact`}>
        <EntryWords of={entry} />
      </span>{' '}
      <ScreenLink
        id={`${id}way`}
        to={`/corrections/${entry.stream}`}
        with={{ entry: entry.eventId }}
        aria-labelledby={`${id}way ${id}fact`}
      >
        {way}
      </ScreenLink>
    </>
  );
}

/** More steps than any fact is away from the one it follows from. */
const MOST_STEPS = 5;

/** The entry itself, or the one it was recorded because of: a filling is told by a person, whatever led to it. */
function useOrigin(eventId: string) {
  return useQuery({
    queryKey: ['origin', eventId],
    queryFn: async ({ signal }): Promise<HistoryEntry> => {
      const ask = (id: string) =>
        answerOf(client.GET('/api/entries/{eventId}', { params: { path: { eventId: id } }, signal }));
      let answer = await ask(eventId);
      for (let step = 0; step < MOST_STEPS && answer.entry.type !== 'PostFilled'; step++) {
        const { causationId } = answer.stored;
        if (typeof causationId !== 'string') break;
        answer = await ask(causationId);
      }
      return answer.entry;
    },
  });
}
