import { useTranslation } from 'react-i18next';
import { Preview } from './preview';
import { type Fault, faultsElsewhere } from './problem';
import { ReceiptPanel } from './receipt-panel';
import { RefusalPanel } from './refusal-panel';
import type { Sending } from './use-sending';

interface OutcomeProps {
  readonly sending: Sending;
  /** JSON pointers of what there are fields for. */
  readonly pointers: readonly string[];
  readonly faults: readonly Fault[];
  readonly stream: string;
  readonly onRecord: (body: object, revision: number | undefined) => Promise<void>;
  readonly onLook: () => void;
  readonly onPrecede: (eventId: string) => void;
  readonly onFreshId: () => void;
  /** Goes on to the next record; null where there is none to go on to. */
  readonly onNext: (() => void) | null;
}

/** What a command would do, why it was not taken, or that it is recorded. */
export function Outcome(props: OutcomeProps) {
  const { sending, pointers, faults, stream, onRecord, onLook, onPrecede, onFreshId, onNext } = props;
  const { t } = useTranslation('record');
  return (
    <section className="panel record-outcome" tabIndex={-1} aria-label={t('preview.title')} aria-busy={isBusy(sending)}>
      <h2>{t('preview.title')}</h2>
      {sending.at === 'nothing' && <p className="nothing">{t('preview.hint')}</p>}
      {sending.at === 'asking' && <p role="status">{t('preview.asking')}</p>}
      {sending.at === 'recording' && <p role="status">{t('preview.recording')}</p>}
      {sending.at === 'previewed' && (
        <>
          <button
            type="button"
            className="record-main record-send"
            onClick={() => void onRecord(sending.body, sending.receipt.preview?.revision)}
          >
            {t('preview.record')}
          </button>
          <Preview of={sending.receipt} />
        </>
      )}
      {sending.at === 'refused' && (
        <RefusalPanel
          of={sending.refusal}
          stream={stream}
          elsewhere={faultsElsewhere(faults, pointers)}
          onPrecede={onPrecede}
          onLookAgain={onLook}
          onFreshId={onFreshId}
        />
      )}
      {sending.at === 'lost' && (
        <div role="alert">
          <p>{t('refusal.lost')}</p>
          <button
            type="button"
            className="record-main"
            onClick={() => (sending.body === null ? onLook() : void onRecord(sending.body, undefined))}
          >
            {t('refusal.again')}
          </button>
        </div>
      )}
      {sending.at === 'recorded' && <ReceiptPanel of={sending.receipt} onNext={onNext} />}
    </section>
  );
}

const isBusy = ({ at }: Sending): boolean => at === 'asking' || at === 'recording';
