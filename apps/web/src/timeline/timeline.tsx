import { use, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayNumber } from '../dates/civil-date';
import { useLanguage } from '../language/use-language';
import { AskWhy } from '../lineage/why';
import { Answered, Nothing } from '../shell/answered';
import { FirstSteps } from '../shell/first-steps';
import { useUrlQuery } from '../shell/url';
import { ROW, TEXT, VIEW } from './address';
import { Hatches } from './bars';
import { Chart } from './chart';
import { choiceIn, groupsOf } from './choice';
import { Details } from './details';
import { Filters } from './filters';
import { type LaidOut, layOut } from './lay-out';
import { Legend } from './legend';
import { RowsTable } from './rows-table';
import { daysOf } from './shapes';
import { PRINTED_ROWS, rowHeight } from './sizes';
import { type Timeline, type TimelineRow, useTimeline, useTimelineRow } from './timeline.queries';
import { Tools } from './tools';
import { usePrinting } from './use-printing';
import { useResting } from './use-resting';
import { useRowWords } from './row-words';
import { around, type View } from './view';
import { nameOf } from './words-of';
import './timeline.css';

/** What was promised, promised anew, and what was so, of everything, over time. */
export default function TimelineScreen() {
  const { t } = useTranslation('timeline');
  const unit = useUrlQuery().get('unit');
  const query = useTimeline(unit);
  return (
    <Answered query={query} what={t('what')}>
      {(timeline) =>
        timeline.answer.count === 0 && unit === null ? (
          <FirstSteps category="team">{t('empty')}</FirstSteps>
        ) : (
          <Shown timeline={timeline} unit={unit} />
        )
      }
    </Answered>
  );
}

function Shown({ timeline, unit }: { timeline: Timeline; unit: string | null }) {
  const { t } = useTranslation('timeline');
  const language = useLanguage();
  const { rows, asOf, count } = timeline.answer;
  const [text, setText] = useResting(TEXT);
  const address = useUrlQuery();
  const written = address.toString();
  const wanted = useDeferredValue(text);
  const choice = useMemo(() => ({ ...choiceIn(new URLSearchParams(written)), text: wanted }), [written, wanted]);
  const said = useRowWords(timeline.units, choice.by);
  const list = useMemo(() => layOut(groupsOf(rows, timeline.units, choice), rowHeight), [rows, timeline, choice]);
  const day = dayNumber(asOf.validOn);
  const fit = useMemo(() => fitOf(rows, asOf.validOn), [rows, asOf.validOn]);
  const [moving, setView] = useResting(VIEW);
  const view = moving ?? fit;
  const onView = (next: (before: View) => View) => setView((before) => next(before ?? fit));
  const [active, setActive] = useResting(ROW);
  const [hovered, setHovered] = useState<TimelineRow | null>(null);
  const chosen = useMemo(() => rows.find(({ stream }) => stream === active) ?? null, [rows, active]);
  const { explained, askWhy } = useWhyOf(active);
  return (
    <>
      <Hatches />
      <Filters choice={choice} unit={unit} text={text} onText={(it) => setText(() => it)} />
      <div className="panel tl-panel">
        <div className="tl-top">
          <Tools view={view} onView={onView} onFit={() => setView(() => null)} day={day} />
          <Shows list={list} told={rows.length} all={count} />
        </div>
        {list.rows.length === 0 ? (
          <Nothing>{t('nothing')}</Nothing>
        ) : (
          <Chart
            {...{ list, said, view, onView, day, active }}
            dayName={language.dayShort(asOf.validOn)}
            onActive={(stream) => setActive(() => stream)}
            onHover={setHovered}
            onOpen={askWhy}
          />
        )}
        <Legend />
        <Details row={hovered ?? chosen} isPassing={hovered !== null && hovered !== chosen} {...{ said, explained }} />
      </div>
      <RowsTable list={list} said={said} />
    </>
  );
}

interface ShowsProps {
  readonly list: LaidOut<TimelineRow>;
  /** Rows of the answer, and all there are. */
  readonly told: number;
  readonly all: number;
}

/** How many rows there are, and what is left out where not all can be shown. */
function Shows({ list, told, all }: ShowsProps) {
  const { t } = useTranslation('timeline');
  const printing = usePrinting();
  const shown = list.items.slice(0, PRINTED_ROWS).filter(({ kind }) => kind === 'row').length;
  return (
    <p className="muted" role="status">
      {t('rows', { count: list.rows.length })}
      {all > told && ` ${t('more', { shown: told, all })}`}
      {printing && shown < list.rows.length && ` ${t('printed', { shown, all: list.rows.length })}`}
    </p>
  );
}

/** Everything that is told, with the day asked for where it lies near. */
function fitOf(rows: readonly TimelineRow[], validOn: string): View {
  const days = rows.flatMap(daysOf);
  if (days.length === 0) return around(validOn, validOn);
  const least = days.reduce((a, b) => (a < b ? a : b));
  const most = days.reduce((a, b) => (a > b ? a : b));
  const isNear = Math.abs(dayNumber(validOn) - dayNumber(most)) < NEAR_DAYS;
  return around(validOn < least && isNear ? validOn : least, validOn > most && isNear ? validOn : most);
}

const NEAR_DAYS = 366;

/** Opens the explanation of the row the keyboard is on, as soon as what it rests on is there. */
function useWhyOf(stream: string | null) {
  const { t } = useTranslation('timeline');
  const ask = use(AskWhy);
  const { data } = useTimelineRow(stream);
  const explained = data?.rows[0]?.stream === stream ? data : undefined;
  const waiting = useRef(false);
  const open = () => {
    const row = explained?.rows[0];
    waiting.current = row === undefined && stream !== null;
    if (!row) return;
    const text = t('why', { count: row.promised.length + row.bars.length });
    ask({ label: nameOf(row) ?? t('unnamed'), text, wording: null, because: explained.because });
  };
  useEffect(() => {
    if (waiting.current && explained) open();
  });
  return { explained, askWhy: open };
}
