import { useTranslation } from 'react-i18next';
import { EntryWords } from './entry-words';
import { FactToMend } from './fact-to-mend';
import type { Fault, Refusal } from './problem';
import { useEntriesOf } from './record.queries';
import { SaidByServer } from '../problems/said-by-server';

interface RefusalPanelProps {
  readonly of: Refusal;
  readonly stream: string;
  /** What is wrong with no field in particular. */
  readonly elsewhere: readonly Fault[];
  readonly onPrecede: (eventId: string) => void;
  readonly onLookAgain: () => void;
  readonly onFreshId: () => void;
}

/** Why a command was not taken, and every way on from there. */
export function RefusalPanel({ of, stream, elsewhere, onPrecede, onLookAgain, onFreshId }: RefusalPanelProps) {
  const { t } = useTranslation('record');
  return (
    <div className="record-refusal" role="alert">
      <h3>{t('refusal.title')}</h3>
      {(elsewhere.length > 0 || of.faults.length === 0) && (
        <p>
          <SaidByServer code={of.code} sentence={of.sentence} /> <code>{of.code}</code>
        </p>
      )}
      {elsewhere.length === 0 && of.faults.length > 0 && <p>{t('refusal.atField', { count: of.faults.length })}</p>}
      {of.couldPrecede.length > 0 && <CouldPrecede ids={of.couldPrecede} stream={stream} onPrecede={onPrecede} />}
      {of.contradicted.length > 0 && (
        <>
          <p>{t('refusal.contradicted', { count: of.contradicted.length })}</p>
          <ul>
            {of.contradicted.map(({ eventId, because, sentence }) => (
              <li key={eventId}>
                <FactToMend eventId={eventId} way={t('refusal.correct')} />
                <br />
                <SaidByServer code={because} sentence={sentence} />
              </li>
            ))}
          </ul>
        </>
      )}
      {of.becauseOf !== null && (
        <p>
          {t('refusal.follows')} <FactToMend eventId={of.becauseOf} way={t('refusal.correct')} />
        </p>
      )}
      {of.since !== null && (
        <>
          <p>{t('refusal.since')}</p>
          <ul>
            {of.since.map(({ eventId }) => (
              <li key={eventId}>
                <EntrySentence eventId={eventId} stream={stream} />
              </li>
            ))}
          </ul>
          <button type="button" className="record-small" onClick={onLookAgain}>
            {t('refusal.lookAgain')}
          </button>
        </>
      )}
      {of.code === 'COMMAND_ID_REUSED' && (
        <>
          <p>{t('refusal.reused')}</p>
          <button type="button" className="record-small" onClick={onFreshId}>
            {t('refusal.fresh')}
          </button>
        </>
      )}
      <p className="record-help">{t('refusal.kept')}</p>
    </div>
  );
}

interface CouldPrecedeProps extends Pick<RefusalPanelProps, 'stream' | 'onPrecede'> {
  readonly ids: readonly string[];
}

/** The dates leave the order open: the officer says which came first. */
function CouldPrecede({ ids, stream, onPrecede }: CouldPrecedeProps) {
  const { t } = useTranslation('record');
  return (
    <>
      <p>{t('refusal.couldPrecede')}</p>
      <ul>
        {ids.map((eventId) => (
          <li key={eventId}>
            <button type="button" className="record-small" onClick={() => onPrecede(eventId)}>
              {t('refusal.cameBefore')}
            </button>{' '}
            <EntrySentence eventId={eventId} stream={stream} />
          </li>
        ))}
      </ul>
    </>
  );
}

function EntrySentence({ eventId, stream }: { eventId: string; stream: string }) {
  const { data } = useEntriesOf(stream);
  const entry = data?.entries.find((it) => it.eventId === eventId);
  return entry ? <EntryWords of={entry} /> : <code>{eventId}</code>;
}
