import { useId } from 'react';
import type { TeamAnswer, TeamsAnswer } from '../api/client';
import { dayNumber, inShort, inWords } from '../dates/civil-date';
import { useCountWords } from '../lineage/count-words';
import { WhyButton } from '../lineage/why';
import { useWidth } from '../shell/use-width';
import { words } from '../words';
import { axisOver, type Axis, xOf } from './axis';
import { PromiseBar, StandingBar } from './bars';
import { Legend } from './legend';
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
  const narrow = width < NARROW;
  const axis = axisOver(spansOf(teams), dayNumber(answer.asOf.validOn), narrow ? width : width - NAMES);
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
  const state = words.state(team.statuses, team.certain);
  const bars = lanesOf(team) * LANE + PADDING;
  return (
    <li style={narrow ? { paddingBottom: bars } : { minHeight: bars + PADDING }}>
      <strong>{team.name}</strong>{' '}
      <WhyButton question={{ label: team.name, text: state, wording: null, because: team.because }} />
      <span className="timeline-unit muted">
        {state}, {team.unitName ?? words.teams.noUnit}
      </span>
      {team.subTeams.length > 0 && (
        <span className="timeline-unit">
          {words.teams.subTeamsMark(
            team.subTeams.map((it) => it.name),
            team.subTeams.every((it) => it.sharesPool),
          )}
        </span>
      )}
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
  const countInWords = useCountWords();
  return (
    <svg
      className="timeline-picture"
      role="img"
      aria-labelledby={`${id}-title ${id}-text`}
      width={axis.width}
      height={height}
    >
      <title id={`${id}-title`}>{words.timeline.title}</title>
      <desc id={`${id}-text`}>
        {words.timeline.description(countInWords(answer.standing), countInWords(answer.known), inWords(validOn))}
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
  return (
    <g className="timeline-months">
      {axis.ticks.map(({ x, label, year }) => (
        <g key={x}>
          <line className="timeline-rule" data-year={year !== null} x1={x} x2={x} y1={year ? 20 : 36} y2={height} />
          {year && (
            <text x={x + 4} y={31} className="timeline-year">
              {year}
            </text>
          )}
          <text x={x + 4} y={48}>
            {label}
          </text>
        </g>
      ))}
    </g>
  );
}

/** The day the answer is for; an arrow at the edge when it lies beyond what the axis shows. */
function ValidOn({ axis, validOn, height }: { axis: Axis; validOn: string; height: number }) {
  const day = dayNumber(validOn);
  const beyond = day >= axis.to ? '→' : '←';
  const within = day >= axis.from && day < axis.to;
  const x = xOf(axis, day + 1);
  const onLeft = x > axis.width - 110;
  return (
    <g className="timeline-today">
      <line x1={x} x2={x} y1={0} y2={height} data-beyond={!within} />
      <text x={onLeft ? x - 6 : x + 6} y={12} textAnchor={onLeft ? 'end' : 'start'}>
        {within ? inShort(validOn) : `${inShort(validOn)} ${beyond}`}
      </text>
    </g>
  );
}

function spansOf(teams: readonly TeamAnswer[]) {
  return teams
    .flatMap((team) => [team.stoodUp, team.stoodDown, ...team.promises.map((it) => it.due)])
    .filter((it) => it !== null);
}
