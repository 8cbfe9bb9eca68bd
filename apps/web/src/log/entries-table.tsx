import { useTranslation } from 'react-i18next';
import type { HistoryEntry } from '../api/client';
import { ScrollTable } from '../shell/scroll-table';
import { EventSentence } from '../vocabulary/event-sentence';
import { When } from '../dates/when';
import { useLanguage } from '../language/use-language';
import { Source } from '../lineage/particulars';
import { pushUrlQuery } from '../shell/url';

interface EntriesTableProps {
  readonly entries: readonly HistoryEntry[];
  /** Event id of the entry that is open. */
  readonly chosen: string | null;
}

/** A page of the log: a row an entry, each opened by its number. */
export function EntriesTable({ entries, chosen }: EntriesTableProps) {
  const { t } = useTranslation('log');
  return (
    <ScrollTable
      label={t('table.title')}
      className="log-table"
      columns={[t('table.position'), t('table.what'), t('table.source'), t('table.recorded'), t('table.actor')]}
    >
      <tbody>
        {entries.map((entry) => (
          <Row key={entry.eventId} entry={entry} isChosen={entry.eventId === chosen} />
        ))}
      </tbody>
    </ScrollTable>
  );
}

function Row({ entry, isChosen }: { entry: HistoryEntry; isChosen: boolean }) {
  const { t } = useTranslation('log');
  const { number, day, moment } = useLanguage();
  const sentence = <EventSentence of={entry} />;
  return (
    <tr aria-selected={isChosen} data-taken-back={entry.retractedBy !== null}>
      <th scope="row">
        <button
          type="button"
          className="link"
          aria-pressed={isChosen}
          aria-label={t('table.open', { position: entry.position })}
          onClick={() => pushUrlQuery({ entry: isChosen ? null : entry.eventId })}
        >
          {number(entry.position)}
        </button>
      </th>
      <td>
        {entry.retractedBy === null ? sentence : <del>{sentence}</del>}
        <span className="log-tags">
          {entry.retractedBy !== null && <span className="tag">{t('marks.takenBack')}</span>}
          {entry.retells !== null && <span className="tag">{t('marks.retelling')}</span>}
          {entry.carriedOver && <span className="tag">{t('marks.carriedOver')}</span>}
        </span>
        <div className="muted log-when">
          <When of={entry.effective} />
        </div>
      </td>
      <td>
        <Source of={entry} />
      </td>
      <td>{entry.carriedOver ? day(entry.recordedAt) : moment(entry.recordedAt)}</td>
      <td>
        <bdi>{entry.actorId}</bdi>
      </td>
    </tr>
  );
}
