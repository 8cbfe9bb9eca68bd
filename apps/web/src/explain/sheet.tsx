import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CountAnswer } from '../api/client';
import { EntryLine } from '../audit/entry-line';
import { useAsOfDates } from '../dates/as-of';
import { useDatesInWords } from '../dates/as-of-banner';
import { useLanguage } from '../language/use-language';
import { isUncertain, useCountWords } from '../lineage/count-words';
import { WordingOf } from '../vocabulary/event-sentence';
import { Nothing } from '../shell/answered';
import { ScreenLink } from '../shell/screen-link';

interface SheetProps {
  /** What the number counts. */
  readonly title: string;
  readonly count: CountAnswer;
  /** What the answer is for: said on paper even where the page stands at "today" and "now". */
  readonly asOf: { readonly validOn: string; readonly knownAt: string };
  /** Log position the answer rests on. */
  readonly position: number;
  /** What was counted, where that are things. */
  readonly children?: ReactNode;
}

/** Entries shown before somebody asks for all of them. */
const MOST = 100;

/** A number, both dates, what was counted and every entry it rests on, as one sheet to print and sign. */
export function Sheet({ title, count, asOf, position, children }: SheetProps) {
  const { t } = useTranslation('explain');
  const inWords = useCountWords();
  const asked = useAsOfDates();
  const exact = { validOn: asked.validOn ?? asOf.validOn, knownAt: asked.knownAt ?? asOf.knownAt };
  const dates = useDatesInWords()(exact);
  return (
    <article className="panel explain" aria-label={title}>
      <div className="explain-tools">
        <ScreenLink to="/explain">{t('another')}</ScreenLink>
        <Button onClick={() => window.print()}>{t('print')}</Button>
      </div>
      <h2>{title}</h2>
      <p className="explain-number count-value" data-uncertain={isUncertain(count)} data-silent={count.notReported}>
        {inWords(count)}
      </p>
      <p>{dates}</p>
      {count.wording !== null && (
        <p>
          {t('wording')} <WordingOf>{count.wording}</WordingOf>
        </p>
      )}
      {count.notReported && <Nothing>{t('notReported')}</Nothing>}
      {children}
      <h2>{t('entries.title')}</h2>
      <Entries count={count} />
      <Foot title={title} dates={dates} position={position} address={addressFor(exact)} />
    </article>
  );
}

/** The address of this page with both dates in it, so that it gives the same answer later. */
function addressFor({ validOn, knownAt }: { validOn: string; knownAt: string }): string {
  const address = new URL(window.location.href);
  address.searchParams.set('validOn', validOn);
  address.searchParams.set('knownAt', knownAt);
  return address.href;
}

function Entries({ count: { because } }: { count: CountAnswer }) {
  const { t } = useTranslation('explain');
  const [isWhole, setWhole] = useState(false);
  if (because.length === 0) return <Nothing>{t('entries.none')}</Nothing>;
  const shown = isWhole ? because : because.slice(0, MOST);
  return (
    <>
      <p className="muted">{t('entries.count', { number: because.length })}</p>
      {shown.map((entry) => (
        <EntryLine key={entry.eventId} entry={entry} />
      ))}
      {shown.length < because.length && (
        <Button onClick={() => setWhole(true)}>{t('entries.all', { number: because.length })}</Button>
      )}
    </>
  );
}

interface FootProps {
  readonly title: string;
  readonly dates: string;
  readonly position: number;
  /** Under which the same explanation is found again. */
  readonly address: string;
}

/** On paper at the foot of every page: what this is, for which dates, and from how much of the log. */
function Foot({ title, dates, position, address }: FootProps) {
  const { t } = useTranslation('explain');
  const { number } = useLanguage();
  return (
    <footer className="explain-foot">
      <p>{t('foot', { title, dates, position: number(position) })}</p>
      <p dir="ltr">{address}</p>
    </footer>
  );
}
