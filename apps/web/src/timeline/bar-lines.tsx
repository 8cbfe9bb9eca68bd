import { useTranslation } from 'react-i18next';
import type { Because } from '../api/client';
import { When } from '../dates/when';
import { useLanguage } from '../language/use-language';
import { Recorded } from '../lineage/recorded';
import { WhyButton } from '../lineage/why';
import type { TimelineBar, TimelinePromise, TimelineRow } from './timeline.queries';
import { toneOf } from './tones';
import type { RowWords } from './row-words';
import { endInWords, nameOf } from './words-of';
import '../lineage/lineage.css';

interface BarLinesProps {
  readonly row: TimelineRow;
  readonly said: RowWords;
  /** What the bars rest on, by event id; null while that is not asked. */
  readonly because: ReadonlyMap<string, Because> | null;
}

/** Every bar of a row in words: what, from when, until when, and why. Rows of a table. */
export function BarLines({ row, said, because }: BarLinesProps) {
  return (
    <>
      {row.promised.map((promise, place) => (
        <PromiseLine key={place} {...{ row, said, promise, because }} />
      ))}
      {row.bars.map((bar, place) => (
        <ActualLine key={`so ${place}`} {...{ row, said, bar, because }} />
      ))}
    </>
  );
}

function PromiseLine({ row, said, promise, because }: BarLinesProps & { readonly promise: TimelinePromise }) {
  const { t } = useTranslation('timeline');
  const language = useLanguage();
  const { role, given, due, what, reason, overdue } = promise;
  const word = t(`promise.${role}`);
  return (
    <tr>
      <td>
        <span className="tl-key" data-mark={role} data-overdue={overdue !== 'no'} />
        {word}
        {what !== null && (
          <span className="tl-note">
            <Recorded>{what}</Recorded>
          </span>
        )}
      </td>
      <td>{endInWords(t, language, given, t('end.notTold'))}</td>
      <td>
        <When of={due} />
        {overdue !== 'no' && (
          <span className="tl-note tl-late" data-sure={overdue === 'yes'}>
            {overdue === 'yes' ? t('row.overdue') : t('row.possiblyOverdue')}
          </span>
        )}
        {reason && <span className="tl-note">{t('promise.reason', { reason })}</span>}
      </td>
      <Why {...{ row, said, because, word }} ids={promise.because} />
    </tr>
  );
}

function ActualLine({ row, said, bar, because }: BarLinesProps & { readonly bar: TimelineBar }) {
  const { t } = useTranslation('timeline');
  const language = useLanguage();
  const word = said.state(row, bar);
  return (
    <tr>
      <td>
        <span className="tl-key" data-mark="actual" data-tone={toneOf(bar.state)} data-possible={!bar.certain} />
        {word}
      </td>
      <td>{endInWords(t, language, bar.from, t('end.notTold'))}</td>
      <td>{bar.moment ? t('end.moment') : endInWords(t, language, bar.to, t('end.goesOn'))}</td>
      <Why {...{ row, said, because, word }} ids={bar.because} />
    </tr>
  );
}

interface WhyProps extends BarLinesProps {
  readonly word: string;
  readonly ids: readonly string[];
}

function Why({ row, because, word, ids }: WhyProps) {
  const { t } = useTranslation('timeline');
  if (because === null) return <td />;
  const its = ids.flatMap((id) => because.get(id) ?? []);
  const label = nameOf(row) ?? t('unnamed');
  return <td>{its.length > 0 && <WhyButton question={{ label, text: word, wording: null, because: its }} />}</td>;
}
