import { useTranslation } from 'react-i18next';
import { When } from '../dates/when';
import { WhyButton } from '../lineage/why';
import { DaysBar, mostOf } from '../staffing/days-bar';
import { EventSentence } from '../vocabulary/event-sentence';
import { useVocabulary } from '../vocabulary/use-vocabulary';
import type { CaseLifeAnswer } from './cases.queries';

/** What happened in a case, step by step in the order in which it counts, and the days from each step to the next. */
export function Life({ steps }: { steps: CaseLifeAnswer['steps'] }) {
  const { t } = useTranslation('cases');
  const words = useVocabulary();
  const most = mostOf(steps.map(({ days }) => days));
  return (
    <section className="panel">
      <h2>{t('life.title')}</h2>
      <ol className="life">
        {steps.map(({ because, days, surely, when }, i) => (
          <li key={because.eventId} data-uncertain={!surely}>
            <div>
              <EventSentence of={because} /> {!surely && <span className="small-note">{t('life.perhaps')}</span>}{' '}
              <WhyButton
                question={{ label: t('life.step'), text: words.event(because), wording: null, because: [because] }}
              />
              <div className="small-note">
                <When of={when} />
              </div>
            </div>
            <div>
              <span className="small-note">{i === steps.length - 1 ? t('life.sinceThen') : t('life.toNext')}</span>
              <DaysBar days={days} most={most} />
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
