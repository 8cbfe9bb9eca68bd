import { useTranslation } from 'react-i18next';
import type { ComparedAnswer } from '../api/client';
import { addressOfAnswer, keyOf, useAnswerName } from '../audit/answer-name';
import { Count } from '../lineage/count';
import { useCountWords } from '../lineage/count-words';
import { ScreenLink } from '../shell/screen-link';

/** The numbers of the whole organisation, each with what it was where it has just changed. */
export function Numbers({ answers }: { answers: readonly ComparedAnswer[] }) {
  const { t } = useTranslation('replay');
  const nameOf = useAnswerName();
  const inWords = useCountWords();
  return (
    <ul className="numbers">
      {answers
        .filter(({ stream }) => stream === null)
        .map((it) => (
          <li key={keyOf(it)} data-changed={it.changed}>
            <ScreenLink to="/explain" with={addressOfAnswer(it)} className="numbers-name">
              {nameOf(it)}
            </ScreenLink>
            <Count of={it.after} label={nameOf(it)} big />
            {it.changed && <span className="numbers-was">{t('was', { number: inWords(it.before) })}</span>}
          </li>
        ))}
    </ul>
  );
}
