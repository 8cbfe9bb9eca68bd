import { useTranslation } from 'react-i18next';
import { useLanguage } from '../language/use-language';
import { ScreenLink } from '../shell/screen-link';
import { Warnings } from './preview';
import type { Receipt } from './send';

interface ReceiptPanelProps {
  readonly of: Receipt;
  readonly onNext: () => void;
}

/** What was recorded and where it stands, how it is looked at and undone, and on to the next. */
export function ReceiptPanel({ of, onNext }: ReceiptPanelProps) {
  const { t } = useTranslation('record');
  const { number, moment } = useLanguage();
  const { stream, position, recordedAt, repeated, warnings, eventIds } = of;
  const entry = eventIds.at(-1) ?? null;
  return (
    <div className="record-receipt" role="status">
      <h3>{repeated ? t('receipt.repeated') : t('receipt.recorded')}</h3>
      <p>{t('receipt.place', { position: number(position), moment: moment(recordedAt) })}</p>
      <Warnings of={warnings} />
      <p className="record-links">
        <button type="button" className="record-main record-next" onClick={onNext}>
          {t('receipt.next')}
        </button>
        <ScreenLink to={`/corrections/${stream}`} with={{ entry }}>
          {t('receipt.undo')}
        </ScreenLink>
      </p>
    </div>
  );
}
