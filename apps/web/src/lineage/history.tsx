import { useTranslation } from 'react-i18next';
import type { HistoryAnswer, HistoryEntry } from '../api/client';
import { useHistory } from '../api/queries';
import { useLanguage } from '../language/use-language';
import { Answered, Nothing } from '../shell/answered';
import { EventDetails, EventSentence } from '../vocabulary/event-sentence';
import { Particulars } from './particulars';

/** Everything recorded in a stream in order of recording; what was taken back stays, struck through. */
export function History({ stream, of }: { stream: string; of: string }) {
  const { t } = useTranslation('lineage');
  const query = useHistory(stream);
  return (
    <Answered query={query} what={t('history.what')}>
      {(answer) =>
        answer.entries.length === 0 ? (
          <Nothing>{t('history.empty')}</Nothing>
        ) : (
          <ol className="history" aria-label={t('history.label', { stream })}>
            {answer.entries.map((entry) => (
              <Entry key={entry.eventId} entry={entry} answer={answer} current={entry.eventId === of} />
            ))}
          </ol>
        )
      }
    </Answered>
  );
}

function Entry({ entry, answer, current }: { entry: HistoryEntry; answer: HistoryAnswer; current: boolean }) {
  const { t } = useTranslation('lineage');
  const { number, moment } = useLanguage();
  const takenBack = entry.retractedBy !== null;
  const nameOf = (eventId: string) => {
    const place = indexOf(answer, eventId);
    return place > 0 ? t('history.entry', { place: number(place) }) : t('history.elsewhere');
  };
  return (
    <li data-current={current} data-taken-back={takenBack}>
      <p className="because-sentence">
        <span className="history-number">{nameOf(entry.eventId)}</span>{' '}
        {takenBack ? (
          <del>
            <EventSentence of={entry} />
          </del>
        ) : (
          <EventSentence of={entry} />
        )}
        {current && <span className="tag">{t('history.current')}</span>}
      </p>
      {entry.retractedBy && (
        <p className="history-note">{t('history.takenBackBy', { entry: nameOf(entry.retractedBy) })}</p>
      )}
      {entry.retells && <p className="history-note">{t('history.retells', { entry: nameOf(entry.retells) })}</p>}
      {entry.reason && <p className="history-note">{t('history.reason', { reason: entry.reason })}</p>}
      <EventDetails of={entry} />
      <Particulars because={entry} />
      {entry.carriedOver && entry.enteredAt && (
        <p className="history-entered">{t('history.entered', { moment: moment(entry.enteredAt) })}</p>
      )}
      <Tightened entry={entry} />
    </li>
  );
}

/** How tightened windows say that an end is open. */
const OPEN_ENDS = ['0000-01-01', '9999-12-31'];

/** Shown only where the order of events says more than the entry itself. */
function Tightened({ entry: { tightened, effective } }: { entry: HistoryEntry }) {
  const { t } = useTranslation('lineage');
  const { day } = useLanguage();
  if (!tightened) return null;
  const [earliest, latest] = [tightened.earliest, tightened.latest].map((it) => (OPEN_ENDS.includes(it) ? null : it));
  if (earliest === effective.earliest && latest === effective.latest) return null;
  return (
    <p className="history-note">
      {earliest && latest && t('history.tightenedBoth', { earliest: day(earliest), latest: day(latest) })}
      {earliest && !latest && t('history.tightenedEarliest', { earliest: day(earliest) })}
      {!earliest && latest && t('history.tightenedLatest', { latest: day(latest) })}
    </p>
  );
}

/** Place of an entry in its stream, from 1; 0 when it lies elsewhere. */
function indexOf(answer: HistoryAnswer, eventId: string): number {
  return answer.entries.findIndex((it) => it.eventId === eventId) + 1;
}
