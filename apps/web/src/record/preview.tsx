import { useTranslation } from 'react-i18next';
import { useLanguage } from '../language/use-language';
import { EntryWords } from './entry-words';
import { ChangedCounts } from './changed-counts';
import { ChangedRows } from './changed-rows';
import { SaidByServer } from '../problems/said-by-server';
import type { Receipt } from './send';

/** Every number that would change, every state, and every entry that would be recorded, before anything is. */
export function Preview({ of: { preview, warnings } }: { of: Receipt }) {
  const { t } = useTranslation('record');
  const { day } = useLanguage();
  if (!preview) return null;
  const { counts, rows, entries, alarms, validOn } = preview;
  return (
    <div className="record-preview">
      <Warnings of={[...warnings, ...alarms.map(({ sentence }) => ({ code: null, sentence }))]} />
      <h3>{t('preview.numbers', { day: day(validOn) })}</h3>
      {counts.length === 0 ? <p className="nothing">{t('preview.noNumbers')}</p> : <ChangedCounts of={counts} />}
      {rows.length > 0 && (
        <>
          <h3>{t('preview.states')}</h3>
          <ChangedRows of={rows} />
        </>
      )}
      <h3>{t('preview.entries', { count: entries.length })}</h3>
      <ol className="record-entries">
        {entries.map((entry) => (
          <li key={entry.eventId}>
            <EntryWords of={entry} />
            {entry.becauseOf !== null && <span className="tag">{t('preview.follows')}</span>}
          </li>
        ))}
      </ol>
    </div>
  );
}

/** What an officer should look at, though the command is taken all the same. */
export function Warnings({ of }: { of: readonly { readonly code: string | null; readonly sentence: string }[] }) {
  const { t } = useTranslation('record');
  if (of.length === 0) return null;
  return (
    <ul className="record-warnings">
      {of.map(({ code, sentence }) => (
        <li key={sentence}>
          <span className="tag">{t('preview.warning')}</span> <SaidByServer code={code} sentence={sentence} />
        </li>
      ))}
    </ul>
  );
}
