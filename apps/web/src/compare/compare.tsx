import { useTranslation } from 'react-i18next';
import { useCompare } from '../audit/audit.queries';
import { useOffset } from '../audit/pager';
import { type AsOfDates, unreadable, useAsOfDates } from '../dates/as-of';
import { Answered, Nothing } from '../shell/answered';
import { useUrlQuery } from '../shell/url';
import { AgainstChoice } from './against-choice';
import { Result } from './result';
import '../exceptions/exceptions.css';

/** Two known dates of one day: which numbers changed, what was corrected and what was learned between them. */
export default function Compare() {
  const { t } = useTranslation('compare');
  const against = useUrlQuery().get('against') || null;
  const dates = useAsOfDates();
  const a: AsOfDates = { validOn: dates.validOn, knownAt: against };
  const isReady = against !== null && unreadable(a).size === 0;
  return (
    <section className="panel">
      <p className="lead">{t('lead')}</p>
      <AgainstChoice against={against} />
      {isReady ? <Compared a={a} b={dates} /> : <Nothing>{against === null ? t('choose') : t('unreadable')}</Nothing>}
    </section>
  );
}

function Compared({ a, b }: { a: AsOfDates; b: AsOfDates }) {
  const { t } = useTranslation('compare');
  const things = useUrlQuery().get('show') === 'things';
  const offset = useOffset();
  const query = useCompare(a, b, things ? offset : 0);
  return (
    <Answered query={query} what={t('what')}>
      {(answer) => <Result answer={answer} a={a} b={b} />}
    </Answered>
  );
}
