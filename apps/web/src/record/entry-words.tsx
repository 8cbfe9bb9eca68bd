import { useTranslation } from 'react-i18next';
import { EventSentence } from '../vocabulary/event-sentence';
import type { Told } from '../vocabulary/events';
import { useEntriesOf } from './record.queries';

/** An entry in a sentence; of one that takes another back, the sentence of that other. */
export function EntryWords({ of }: { of: Told }) {
  const { t } = useTranslation('record');
  const isRetraction = of.type === 'EntryRetracted';
  const { data } = useEntriesOf(of.stream, isRetraction);
  const target = isRetraction ? data?.entries.find(({ eventId }) => eventId === of.data['eventId']) : undefined;
  if (!target) return <EventSentence of={of} />;
  return (
    <>
      <span className="tag">{t('form.takenBack')}</span> <EventSentence of={target} />
    </>
  );
}
