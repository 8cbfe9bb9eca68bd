import { useTranslation } from 'react-i18next';
import type { EntryAnswer } from '../api/client';
import { useLanguage } from '../language/use-language';
import { pushUrlQuery } from '../shell/url';

/** Where an entry stands in the log, who recorded it, and whether it still counts. */
export function EntryFate({ answer: { entry, retoldBy } }: { answer: EntryAnswer }) {
  const { t } = useTranslation('log');
  const { number, moment } = useLanguage();
  return (
    <dl className="particulars">
      <dt>{t('fate.title')}</dt>
      <dd>
        {entry.type === 'EntryRetracted'
          ? t('fate.retraction')
          : entry.retractedBy
            ? t('fate.takenBack')
            : t('fate.counts')}{' '}
        {entry.retractedBy && <Way to={entry.retractedBy}>{t('fate.retractionLink')}</Way>}{' '}
        {entry.retells && <Way to={entry.retells}>{t('fate.retellsLink')}</Way>}{' '}
        {retoldBy && <Way to={retoldBy}>{t('fate.retoldLink')}</Way>}
      </dd>
      {entry.reason && (
        <>
          <dt>{t('fate.reason')}</dt>
          <dd>
            <bdi>{entry.reason}</bdi>
          </dd>
        </>
      )}
      <dt>{t('fate.place')}</dt>
      <dd>
        {t('fate.placed', { position: number(entry.position), stream: entry.stream, revision: number(entry.revision) })}
      </dd>
      <dt>{t('fate.actor')}</dt>
      <dd>{t('fate.actorAs', { actor: entry.actorId, role: entry.actorRole })}</dd>
      {entry.enteredAt && (
        <>
          <dt>{t('fate.entered')}</dt>
          <dd>{moment(entry.enteredAt)}</dd>
        </>
      )}
    </dl>
  );
}

/** Goes to another entry and leaves the list as it is. */
function Way({ to, children }: { to: string; children: string }) {
  return (
    <button type="button" className="link" onClick={() => pushUrlQuery({ entry: to })}>
      {children}
    </button>
  );
}
