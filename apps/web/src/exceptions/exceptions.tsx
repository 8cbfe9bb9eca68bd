import { useTranslation } from 'react-i18next';
import type { ExceptionsAnswer } from '../api/client';
import { Filters, FlagFilter, TypedFilter } from '../audit/filters';
import { Pager } from '../audit/pager';
import { Answered, Nothing } from '../shell/answered';
import { ExceptionCard } from './exception-card';
import { BACK_DATED_DAYS, FILTERS, PAGE, useExceptions } from './exceptions.queries';
import { KindChoice } from './kind-choice';
import { UnitChoice } from './unit-choice';
import './exceptions.css';

/** What an auditor looks at first: how many of each kind, and each with its entries. */
export default function Exceptions() {
  const { t } = useTranslation('exceptions');
  const query = useExceptions();
  return (
    <section className="panel">
      <p className="lead">{t('lead')}</p>
      <Filters label={t('filters.title')} names={FILTERS}>
        <TypedFilter
          name="days"
          label={t('filters.days')}
          type="number"
          min={0}
          placeholder={String(BACK_DATED_DAYS)}
        />
        <UnitChoice />
        <FlagFilter name="within" label={t('filters.within')} />
        <TypedFilter name="stream" label={t('filters.stream')} />
        <TypedFilter name="since" label={t('filters.since')} type="date" />
        <FlagFilter name="live" label={t('filters.live')} />
      </Filters>
      <Answered query={query} what={t('what')}>
        {(answer) => <Found answer={answer} />}
      </Answered>
    </section>
  );
}

function Found({ answer }: { answer: ExceptionsAnswer }) {
  const { t } = useTranslation('exceptions');
  return (
    <>
      <KindChoice counts={answer.counts} />
      {answer.total === 0 ? (
        <Nothing>{t('none')}</Nothing>
      ) : (
        <>
          <h2 className="hidden">{t('list')}</h2>
          <Pager label={t('pages')} size={PAGE} total={answer.total} />
          <ul className="exceptions" aria-label={t('list')}>
            {answer.exceptions.map((it) => (
              <ExceptionCard key={`${it.kind} ${it.topic ?? ''} ${it.entries[0]?.eventId ?? ''}`} exception={it} />
            ))}
          </ul>
        </>
      )}
    </>
  );
}
