import { useTranslation } from 'react-i18next';
import { useLanguage } from '../language/use-language';
import { ScreenLink } from '../shell/screen-link';
import { EntryWords } from './entry-words';
import { Warnings } from './preview';
import { useEntriesOf } from './record.queries';
import type { Receipt } from './send';

interface ReceiptPanelProps {
  readonly of: Receipt;
  readonly onNext: (() => void) | null;
}

/** What was recorded and where it stands, how it is looked at and undone, and on to the next. */
export function ReceiptPanel({ of, onNext }: ReceiptPanelProps) {
  const { t } = useTranslation('record');
  const { number, moment } = useLanguage();
  const { stream, position, recordedAt, repeated, warnings, eventIds } = of;
  const entry = eventIds.at(-1) ?? null;
  const { data } = useEntriesOf(stream);
  const entries = data?.entries.filter((it) => eventIds.includes(it.eventId)) ?? [];
  return (
    <div className="record-receipt" role="status">
      <h3>{repeated ? t('receipt.repeated') : t('receipt.recorded')}</h3>
      {entries.map((it) => (
        <p key={it.eventId}>
          <EntryWords of={it} />
        </p>
      ))}
      <p>{t('receipt.place', { position: number(position), moment: moment(recordedAt) })}</p>
      <Warnings of={warnings} />
      <p className="record-links">
        {onNext && (
          <button type="button" className="record-main record-next" onClick={onNext}>
            {t('receipt.next')}
          </button>
        )}
        <ScreenLink to={`/corrections/${stream}`} with={{ entry }}>
          {t('receipt.undo')}
        </ScreenLink>
      </p>
    </div>
  );
}
