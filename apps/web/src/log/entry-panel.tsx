import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EntryAnswer } from '../api/client';
import { EventSentence } from '../vocabulary/event-sentence';
import { History } from '../lineage/history';
import { Particulars } from '../lineage/particulars';
import { Answered } from '../shell/answered';
import { ScreenLink } from '../shell/screen-link';
import { pushUrlQuery } from '../shell/url';
import { EntryFate } from './entry-fate';
import { Hashes } from './hashes';
import { useEntry } from './log.queries';
import { RawJson } from './raw-json';

/** One entry taken apart: what it says and rests on, what became of it, how it is stored and what proves it. */
export function EntryPanel({ eventId }: { eventId: string }) {
  const { t } = useTranslation('log');
  const query = useEntry(eventId);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className="panel log-entry" aria-labelledby="entry-heading">
      <div className="log-entry-head">
        <h2 id="entry-heading" ref={heading} tabIndex={-1}>
          {t('entry.title')}
        </h2>
        <Button size="small" onClick={() => pushUrlQuery({ entry: null })}>
          {t('entry.close')}
        </Button>
      </div>
      <Answered query={query} what={t('entry.what')}>
        {(answer) => <Entry answer={answer} />}
      </Answered>
    </section>
  );
}

function Entry({ answer }: { answer: EntryAnswer }) {
  const { t } = useTranslation('log');
  const [isHistoryOpen, setHistoryOpen] = useState(false);
  const { entry } = answer;
  return (
    <>
      <p className="log-entry-sentence">
        <EventSentence of={entry} />
      </p>
      <Particulars because={entry} />
      <EntryFate answer={answer} />
      <p className="log-entry-ways">
        <ScreenLink to="/corrections" with={{ entry: entry.eventId }}>
          {t('entry.correct')}
        </ScreenLink>
        <ScreenLink to="/log" with={{ stream: entry.stream, entry: entry.eventId }}>
          {t('entry.ofStream')}
        </ScreenLink>
        <button
          type="button"
          className="link"
          aria-expanded={isHistoryOpen}
          onClick={() => setHistoryOpen(!isHistoryOpen)}
        >
          {isHistoryOpen ? t('entry.hideHistory') : t('entry.showHistory')}
        </button>
      </p>
      {isHistoryOpen && <History stream={entry.stream} of={entry.eventId} />}
      <Hashes answer={answer} />
      <RawJson title={t('entry.stored')} value={answer.stored} />
      <RawJson title={t('entry.envelope')} value={answer.envelope} />
    </>
  );
}
