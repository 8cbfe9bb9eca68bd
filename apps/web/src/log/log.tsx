import { useTranslation } from 'react-i18next';
import type { EntriesAnswer } from '../api/client';
import { Pager } from '../audit/pager';
import { Answered, Nothing } from '../shell/answered';
import { FirstSteps } from '../shell/first-steps';
import { useUrlQuery } from '../shell/url';
import { EntriesTable } from './entries-table';
import { EntryPanel } from './entry-panel';
import { FILTERS, PAGE, useEntries } from './log.queries';
import { LogFilters } from './log-filters';
import '../lineage/lineage.css';
import './log.css';

/** Every entry of the log with its filters, and one of them taken apart beside it. */
export default function Log() {
  const { t } = useTranslation('log');
  const entries = useEntries();
  const entry = useUrlQuery().get('entry');
  return (
    <div className="log" data-open={entry !== null}>
      <section className="panel log-list">
        <p className="lead">{t('lead')}</p>
        <LogFilters />
        <Answered query={entries} what={t('what')}>
          {(answer) => <Found answer={answer} chosen={entry} />}
        </Answered>
      </section>
      {entry !== null && <EntryPanel key={entry} eventId={entry} />}
    </div>
  );
}

function Found({ answer, chosen }: { answer: EntriesAnswer; chosen: string | null }) {
  const { t } = useTranslation('log');
  const query = useUrlQuery();
  if (answer.count === 0) {
    const isFiltered = FILTERS.some((name) => query.has(name) && name !== 'order');
    return isFiltered ? <Nothing>{t('noneFound')}</Nothing> : <FirstSteps category="unit">{t('empty')}</FirstSteps>;
  }
  return (
    <>
      <Pager label={t('pages')} size={PAGE} total={answer.count} />
      <EntriesTable entries={answer.entries} chosen={chosen} />
    </>
  );
}
