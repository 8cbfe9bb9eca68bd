import { useId } from 'react';
import type { TeamAnswer, TeamsAnswer } from '../api/client';
import { dayNumber, inShort, inWords } from '../dates/civil-date';
import { countInWords } from '../lineage/count-words';
import { WhyButton } from '../lineage/why';
import { useWidth } from '../shell/use-width';
import { words } from '../words';
import { axisOver, type Axis, xOf } from './axis';
import { PromiseBar, StandingBar } from './bars';
import { Legend } from './legend';

const HEAD = 58;
const NAMES = 320;
const LANE = 19;
const NARROW = 560;

/** A row per team over the months. The picture has a title and a description; the table below it says the same in words. */
export function Timeline({ answer }: { answer: TeamsAnswer }) {
  const { ref, width } = useWidth<HTMLDivElement>();
  const lanes = Math.max(...answer.teams.map((it) => it.promises.length)) + 1;
  const narrow = width > 0 && width < NARROW;
  const rowHeight = Math.max(lanes * LANE + 14, 72) + (narrow ? 50 : 0);
  const axis = axisOver(spansOf(answer.teams), dayNumber(answer.asOf.validOn), narrow ? width : width - NAMES);
  return (
    <figure className="timeline" data-narrow={narrow}>
      <div ref={ref} className="timeline-body" style={{ paddingTop: HEAD }}>
        <ul className="timeline-names">
          {answer.teams.map((team) => (
            <TeamName key={team.id} team={team} height={rowHeight} />
          ))}
        </ul>
        {width > 0 && <Picture answer={answer} axis={axis} rowHeight={rowHeight} barsAt={narrow ? 72 : 9} />}
      </div>
      <Legend />
    </figure>
  );
}

function TeamName({ team, height }: { team: TeamAnswer; height: number }) {
  const state = words.either(team.statuses);
  return (
    <li style={{ height }}>
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

interface PictureProps {
  readonly answer: TeamsAnswer;
  readonly axis: Axis;
  readonly rowHeight: number;
  /** Pixels from the top of a row to its first bar. */
  readonly barsAt: number;
}

function Picture({ answer, axis, rowHeight, barsAt }: PictureProps) {
  const id = useId();
  const height = HEAD + answer.teams.length * rowHeight;
  const { validOn } = answer.asOf;
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
      {answer.teams.map((team, row) => {
        const top = HEAD + row * rowHeight;
        return (
          <g key={team.id}>
            <line className="timeline-rule" x2={axis.width} y1={top} y2={top} />
            {team.stoodUp && (
              <StandingBar
                axis={axis}
                top={top + barsAt}
                stoodUp={team.stoodUp}
                stoodDown={team.stoodDown}
                validOn={validOn}
              />
            )}
            {team.promises.map((promise, lane) => (
              <PromiseBar
                key={promise.id}
                axis={axis}
                top={top + barsAt + (lane + (team.stoodUp ? 1 : 0)) * LANE}
                promise={promise}
              />
            ))}
          </g>
        );
      })}
      <ValidOn axis={axis} validOn={validOn} height={height} />
    </svg>
  );
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
