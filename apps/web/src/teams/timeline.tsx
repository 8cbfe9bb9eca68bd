import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { TeamAnswer, TeamsAnswer } from '../api/client';
import { dayNumber } from '../dates/civil-date';
import { useLanguage } from '../language/use-language';
import { useCountWords } from '../lineage/count-words';
import { Recorded } from '../lineage/recorded';
import { WhyButton } from '../lineage/why';
import { useWidth } from '../shell/use-width';
import { type Axis, axisOver, later, xOf } from './axis';
import { PromiseBar, StandingBar } from './bars';
import { Legend } from './legend';
import { useStateWords } from './state-words';
import { SubTeams } from './sub-teams';
import { type Row, useRows } from './use-rows';

const HEAD = 58;
const NAMES = 320;
const LANE = 19;
const PADDING = 10;
const NARROW = 560;

interface TimelineProps {
  readonly answer: TeamsAnswer;
  /** Its teams in the order of their rows. */
  readonly teams: readonly TeamAnswer[];
}

/** A row per team over the months. The picture has a title and a description; the table below it says the same in words. */
export function Timeline({ answer, teams }: TimelineProps) {
  const { ref, width } = useWidth<HTMLDivElement>();
  const { ref: namesRef, rows } = useRows(teams.length);
  const { dir } = useLanguage();
  const narrow = width < NARROW;
  const room = narrow ? width : width - NAMES;
  const axis = axisOver(spansOf(teams), dayNumber(answer.asOf.validOn), room, dir === 'rtl');
  return (
    <figure className="timeline" data-narrow={narrow}>
      <div ref={ref} className="timeline-body" style={{ paddingTop: HEAD }}>
        <ul ref={namesRef} className="timeline-names">
          {teams.map((team) => (
            <TeamName key={team.id} team={team} narrow={narrow} />
          ))}
        </ul>
        {width > 0 && <Picture answer={answer} teams={teams} axis={axis} rows={rows} narrow={narrow} />}
      </div>
      <Legend />
    </figure>
  );
}

/** The name beside its bars, or above them where the page is narrow. */
function TeamName({ team, narrow }: { team: TeamAnswer; narrow: boolean }) {
  const { t } = useTranslation('teams');
  const state = useStateWords()(team.statuses);
  const bars = lanesOf(team) * LANE + PADDING;
  return (
    <li style={narrow ? { paddingBottom: bars } : { minHeight: bars + PADDING }}>
      <strong>
        <Recorded>{team.name}</Recorded>
      </strong>{' '}
      <WhyButton question={{ label: team.name, text: state, wording: null, because: team.because }} />
      <span className="timeline-unit muted">
        {state} · {team.unitName ? <Recorded>{team.unitName}</Recorded> : t('noUnit')}
      </span>
      <SubTeams team={team} />
    </li>
  );
}

interface PictureProps extends TimelineProps {
  readonly axis: Axis;
  readonly rows: readonly Row[];
  readonly narrow: boolean;
}

function Picture({ answer, teams, axis, rows, narrow }: PictureProps) {
  const id = useId();
  const height = HEAD + rows.reduce((sum, row) => sum + row.height, 0);
  const { validOn } = answer.asOf;
  const { t } = useTranslation('teams');
  const { day } = useLanguage();
  const inWords = useCountWords();
  return (
    <svg
      className="timeline-picture"
      role="img"
      aria-labelledby={`${id}-title ${id}-text`}
      width={axis.width}
      height={height}
    >
      <title id={`${id}-title`}>{t('timeline.title')}</title>
      <desc id={`${id}-text`}>
        {t('timeline.description', {
          standing: inWords(answer.standing),
          teams: inWords(answer.known),
          day: day(validOn),
        })}
      </desc>
      <Months axis={axis} height={height} />
      <ValidOn axis={axis} validOn={validOn} height={height} />
      {teams.map((team, index) => {
        const row = rows[index];
        if (!row) return null;
        const top = HEAD + row.top;
        const bars = narrow ? top + row.height - lanesOf(team) * LANE - PADDING / 2 : top + PADDING;
        return (
          <g key={team.id}>
            <line className="timeline-rule" x2={axis.width} y1={top} y2={top} />
            <Bars team={team} axis={axis} top={bars} validOn={validOn} />
          </g>
        );
      })}
    </svg>
  );
}

/** What happened first, then a lane for every promise. */
function Bars({ team, axis, top, validOn }: { team: TeamAnswer; axis: Axis; top: number; validOn: string }) {
  const { stoodUp, stoodDown, promises } = team;
  const below = lanesOf(team) - promises.length;
  return (
    <>
      {stoodUp && <StandingBar axis={axis} top={top} stoodUp={stoodUp} stoodDown={stoodDown} validOn={validOn} />}
      {promises.map((promise, lane) => (
        <PromiseBar key={promise.id} axis={axis} top={top + (below + lane) * LANE} promise={promise} />
      ))}
    </>
  );
}

function lanesOf({ stoodUp, promises }: TeamAnswer): number {
  return promises.length + (stoodUp ? 1 : 0);
}

function Months({ axis, height }: { axis: Axis; height: number }) {
  const { monthName, year } = useLanguage();
  return (
    <g className="timeline-months">
      {axis.ticks.map(({ x, on, isYear }) => (
        <g key={on}>
          <line className="timeline-rule" data-year={isYear} x1={x} x2={x} y1={isYear ? 20 : 36} y2={height} />
          {isYear && (
            <text x={later(axis, x, 4)} y={31} className="timeline-year">
              {year(on)}
            </text>
          )}
          <text x={later(axis, x, 4)} y={48}>
            {monthName(on)}
          </text>
        </g>
      ))}
    </g>
  );
}

/** The day the answer is for; an arrow at the edge when it lies beyond what the axis shows. */
function ValidOn({ axis, validOn, height }: { axis: Axis; validOn: string; height: number }) {
  const { dayShort } = useLanguage();
  const day = dayNumber(validOn);
  const beyond = day >= axis.to !== axis.mirrored ? '→' : '←';
  const within = day >= axis.from && day < axis.to;
  const x = xOf(axis, day + 1);
  const hasRoom = Math.abs(xOf(axis, axis.to) - x) > 110;
  const label = dayShort(validOn);
  return (
    <g className="timeline-today">
      <line x1={x} x2={x} y1={0} y2={height} data-beyond={!within} />
      <text x={later(axis, x, hasRoom ? 6 : -6)} y={12} textAnchor={hasRoom ? 'start' : 'end'}>
        {within ? label : `${label} ${beyond}`}
      </text>
    </g>
  );
}

function spansOf(teams: readonly TeamAnswer[]) {
  return teams
    .flatMap((team) => [team.stoodUp, team.stoodDown, ...team.promises.map((it) => it.due)])
    .filter((it) => it !== null);
}
