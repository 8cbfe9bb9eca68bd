import type { HistoryAnswer, HistoryEntry } from '../api/client';
import { useHistory } from '../api/queries';
import { inWords, momentInWords } from '../dates/civil-date';
import { Answered, Nothing } from '../shell/answered';
import { words } from '../words';
import { Particulars } from './particulars';

/** Everything recorded in a stream in order of recording; what was taken back stays, struck through. */
export function History({ stream, of }: { stream: string; of: string }) {
  const query = useHistory(stream);
  return (
    <Answered query={query} what={words.history.what}>
      {(answer) =>
        answer.entries.length === 0 ? (
          <Nothing>{words.history.empty}</Nothing>
        ) : (
          <ol className="history" aria-label={words.history.label(stream)}>
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
  const takenBack = entry.retractedBy !== null;
  const numberOf = (eventId: string) => words.history.entry(indexOf(answer, eventId));
  return (
    <li data-current={current} data-taken-back={takenBack}>
      <p className="because-sentence">
        <span className="history-number">{numberOf(entry.eventId)}</span>{' '}
        {takenBack ? <del>{entry.sentence}</del> : entry.sentence}
        {current && <span className="tag">{words.history.current}</span>}
      </p>
      {entry.retractedBy && <p className="history-note">{words.history.takenBackBy(numberOf(entry.retractedBy))}</p>}
      {entry.retells && <p className="history-note">{words.history.retells(numberOf(entry.retells))}</p>}
      {entry.reason && <p className="history-note">{words.history.reason(entry.reason)}</p>}
      <Particulars because={entry} />
      {entry.carriedOver && entry.enteredAt && (
        <p className="history-entered">{words.history.entered(momentInWords(entry.enteredAt))}</p>
      )}
      <Tightened entry={entry} />
    </li>
  );
}

/** How tightened windows say that an end is open. */
const OPEN_ENDS = ['0000-01-01', '9999-12-31'];

/** Shown only where the order of events says more than the entry itself. */
function Tightened({ entry: { tightened, effective } }: { entry: HistoryEntry }) {
  if (!tightened) return null;
  const [earliest, latest] = [tightened.earliest, tightened.latest].map((it) => (OPEN_ENDS.includes(it) ? null : it));
  if (earliest === effective.earliest && latest === effective.latest) return null;
  return (
    <p className="history-note">
      {words.history.tightened(earliest ? inWords(earliest) : null, latest ? inWords(latest) : null)}
    </p>
  );
}

/** Place of an entry in its stream, from 1; 0 when it lies elsewhere. */
function indexOf(answer: HistoryAnswer, eventId: string): number {
  return answer.entries.findIndex((it) => it.eventId === eventId) + 1;
}
