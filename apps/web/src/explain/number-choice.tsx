import { useTranslation } from 'react-i18next';
import { addressOfAnswer, keyOf, useAnswerName } from '../audit/answer-name';
import { useCompare } from '../audit/audit.queries';
import { useAsOfDates } from '../dates/as-of';
import { useCountWords } from '../lineage/count-words';
import { Answered } from '../shell/answered';
import { ScreenLink } from '../shell/screen-link';
import { useVocabulary } from '../vocabulary/use-vocabulary';
import { TABLES } from './explain.queries';

/** The numbers that can be explained: those that screens show in large, and the count of any table. */
export function NumberChoice() {
  const { t } = useTranslation('explain');
  const dates = useAsOfDates();
  const nameOf = useAnswerName();
  const inWords = useCountWords();
  const vocabulary = useVocabulary();
  return (
    <>
      <h2>{t('choice.numbers')}</h2>
      <Answered query={useCompare(dates, dates)} what={t('what')}>
        {({ answers }) => (
          <ul className="number-choice">
            {answers.map((it) => (
              <li key={keyOf(it)}>
                <ScreenLink to="/explain" with={addressOfAnswer(it)}>
                  {nameOf(it)}
                </ScreenLink>{' '}
                <span className="count-value" data-silent={it.after.notReported}>
                  {inWords(it.after)}
                </span>
              </li>
            ))}
          </ul>
        )}
      </Answered>
      <h2>{t('choice.tables')}</h2>
      <ul className="number-choice">
        {TABLES.map((table) => (
          <li key={table}>
            <ScreenLink to="/explain" with={{ table }}>
              {vocabulary.table(table)}
            </ScreenLink>
          </li>
        ))}
      </ul>
    </>
  );
}
