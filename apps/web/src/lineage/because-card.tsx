import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Because } from '../api/client';
import { ScreenLink } from '../shell/screen-link';
import { EventDetails, EventSentence } from '../vocabulary/event-sentence';
import { History } from './history';
import { Particulars } from './particulars';

/** One entry an answer rests on: what it says, where that is written, when it became true and when it was recorded. */
export function BecauseCard({ because }: { because: Because }) {
  const { t } = useTranslation('lineage');
  const [open, setOpen] = useState(false);
  return (
    <li className="because">
      <p className="because-sentence">
        <EventSentence of={because} />
      </p>
      <EventDetails of={because} />
      <Particulars because={because} />
      <button type="button" className="link" aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? t('history.hide') : t('history.show')}
      </button>
      <ScreenLink to="/log" with={{ entry: because.eventId }} className="because-log">
        {t('because.inLog')}
      </ScreenLink>
      {open && <History stream={because.stream} of={because.eventId} />}
    </li>
  );
}
