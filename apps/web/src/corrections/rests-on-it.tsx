import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { today } from '../dates/civil-date';
import type { HistoryEntry } from '../api/client';
import { type Actor, newCommandId } from '../record/draft';
import { FactToMend } from '../record/fact-to-mend';
import type { Refusal } from '../record/problem';
import { send } from '../record/send';

interface RestsOnItProps {
  readonly entry: HistoryEntry;
  readonly stream: string;
  readonly actor: Actor;
}

/** The facts recorded that could not stand without this one: found by trying to take it back, without doing so. */
export function RestsOnIt({ entry, stream, actor }: RestsOnItProps) {
  const { t } = useTranslation('corrections');
  const { t: shared } = useTranslation('record');
  const { data: refusal } = useTrial(entry, stream, actor);
  if (refusal === undefined) return null;
  const ids = refusal?.contradicted.map(({ eventId }) => eventId) ?? [];
  const cause = refusal?.becauseOf ?? null;
  if (cause !== null) {
    return (
      <p>
        {shared('refusal.follows')} <FactToMend eventId={cause} way={t('of.mend')} />
      </p>
    );
  }
  return (
    <>
      <h3>{t('mend.rests')}</h3>
      {ids.length === 0 ? (
        <p className="nothing">{t('mend.nothingRests')}</p>
      ) : (
        <ul className="corrections-resting">
          {ids.map((eventId) => (
            <li key={eventId}>
              <FactToMend eventId={eventId} way={t('of.mend')} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** Why the entry could not simply be taken back, tried without doing so; null where it could. */
function useTrial(entry: HistoryEntry, stream: string, actor: Actor) {
  return useQuery({
    queryKey: ['trial', entry.eventId],
    queryFn: async (): Promise<Refusal | null> => {
      const body = {
        commandId: newCommandId(),
        actor,
        effective: { on: today() },
        source: { localKnowledge: actor.id },
        corrections: [{ eventId: entry.eventId, reason: 'tried' }],
      };
      const sent = await send({ path: `/api/streams/${stream}/corrections`, dryRun: true }, body);
      return 'refusal' in sent ? sent.refusal : null;
    },
  });
}
