import { useTranslation } from 'react-i18next';
import type { Because } from '../api/client';
import { Particulars } from '../lineage/particulars';
import { ScreenLink } from '../shell/screen-link';
import { EventSentence } from '../vocabulary/event-sentence';
import '../lineage/lineage.css';
import './audit.css';

interface EntryLineProps {
  readonly entry: Because;
  /** What part it plays here, as in "Proposal". */
  readonly part?: string;
}

/** An entry among others: what it says, where that is written, and the way to it in the log. */
export function EntryLine({ entry, part }: EntryLineProps) {
  const { t } = useTranslation('audit');
  return (
    <div className="entry-line">
      <p>
        {part && <span className="entry-part">{part}</span>} <EventSentence of={entry} />{' '}
        <ScreenLink to="/log" with={{ entry: entry.eventId }} className="entry-link">
          {t('entry.inLog')}
        </ScreenLink>
      </p>
      <Particulars because={entry} />
      <p className="entry-id" dir="ltr">
        {entry.eventId}
      </p>
    </div>
  );
}
