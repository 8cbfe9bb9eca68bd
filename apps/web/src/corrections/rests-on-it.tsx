import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { HistoryEntry } from '../api/client';
import { type Actor, newCommandId } from '../record/draft';
import { useEntriesOf } from '../record/record.queries';
import { send } from '../record/send';
import { ScreenLink } from '../shell/screen-link';
import { EventSentence } from '../vocabulary/event-sentence';

interface RestsOnItProps {
  readonly entry: HistoryEntry;
  readonly stream: string;
  readonly actor: Actor;
}

/** The facts recorded that could not stand without this one: found by trying to take it back, without doing so. */
export function RestsOnIt({ entry, stream, actor }: RestsOnItProps) {
  const { t } = useTranslation('corrections');
  const { data: ids } = useResting(entry, stream, actor);
  const { data: history } = useEntriesOf(stream);
  if (!ids) return null;
  const entries = history?.entries.filter(({ eventId }) => ids.includes(eventId)) ?? [];
  return (
    <>
      <h3>{t('mend.rests')}</h3>
      {entries.length === 0 ? (
        <p className="nothing">{t('mend.nothingRests')}</p>
      ) : (
        <ul className="corrections-resting">
          {entries.map((it) => (
            <li key={it.eventId}>
              <EventSentence of={it} />{' '}
              <ScreenLink to={`/corrections/${stream}`} with={{ entry: it.eventId }}>
                {t('of.mend')}
              </ScreenLink>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** Event ids of what contradicts a retraction that is only tried. */
function useResting(entry: HistoryEntry, stream: string, actor: Actor) {
  return useQuery({
    queryKey: ['resting', entry.eventId],
    queryFn: async (): Promise<readonly string[]> => {
      const body = {
        commandId: newCommandId(),
        actor,
        effective: { on: new Date().toISOString().slice(0, 10) },
        source: { localKnowledge: actor.id },
        corrections: [{ eventId: entry.eventId, reason: 'only tried' }],
      };
      const sent = await send({ path: `/api/streams/${stream}/corrections`, dryRun: true }, body);
      return 'refusal' in sent ? sent.refusal.contradicted.map(({ eventId }) => eventId) : [];
    },
  });
}
