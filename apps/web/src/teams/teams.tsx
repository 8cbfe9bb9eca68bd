import type { TeamsAnswer } from '../api/client';
import { useTeams } from '../api/queries';
import { OverdueMark } from '../commitments/overdue-mark';
import { Count } from '../lineage/count';
import { Answered, Nothing } from '../shell/answered';
import { FirstSteps } from '../shell/first-steps';
import { words } from '../words';
import { KindChoice } from './kind-choice';
import { TeamsTable } from './teams-table';
import { Timeline } from './timeline';
import { useKind } from './use-kind';
import './teams.css';

export default function Teams() {
  const { query, kinds, chosen } = useKind();
  const teams = useTeams(query.isPlaceholderData ? undefined : chosen?.kind);
  if (chosen === undefined)
    return (
      <Answered query={query} what={words.teams.what}>
        {() => <FirstSteps category="team">{words.teams.empty}</FirstSteps>}
      </Answered>
    );
  return (
    <>
      <h2>{words.teams.kind(chosen.kind)}</h2>
      <KindChoice kinds={kinds} chosen={chosen} />
      <Answered query={teams} what={words.teams.what}>
        {(answer) => <Answer answer={answer} kind={chosen.kind} />}
      </Answered>
    </>
  );
}

function Answer({ answer, kind }: { answer: TeamsAnswer; kind: string | null }) {
  const teams = answer.teams.toSorted((a, b) => byUnitName(a, b) || a.name.localeCompare(b.name));
  return (
    <>
      <div className="teams-head">
        <p className="teams-standing">
          <Count big of={answer.standing} outOf={answer.known} label={words.teams.standing} />
          <span>{words.teams.standingCaption(kind)}</span>
        </p>
        <Promised answer={answer} />
        <Plan answer={answer} />
      </div>
      {teams.length === 0 ? (
        <Nothing>{words.teams.noneYet}</Nothing>
      ) : (
        <>
          <Timeline answer={answer} teams={teams} />
          <details className="teams-alternative">
            <summary>{words.teams.asTable}</summary>
            <TeamsTable teams={teams} />
          </details>
        </>
      )}
    </>
  );
}

/** What is promised about the teams, each promise once though it concerns several of them. */
function Promised({ answer }: { answer: TeamsAnswer }) {
  const promises = new Map(answer.teams.flatMap((team) => team.promises).map((it) => [it.id, it]));
  if (promises.size === 0) return null;
  return (
    <div className="teams-promised">
      <h3>{words.teams.promised}</h3>
      <ul>
        {[...promises.values()].map(({ id, what, due, overdue }) => (
          <li key={id}>
            {what}: {due.inWords}
            {overdue && (
              <>
                {' '}
                <OverdueMark overdue="yes" />
              </>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** How many teams each unit is to host. */
function Plan({ answer }: { answer: TeamsAnswer }) {
  return (
    <div className="scroll">
      <table className="teams-plan">
        <thead>
          <tr>
            <th scope="col">{words.teams.unit}</th>
            <th scope="col">{words.teams.teams}</th>
            <th scope="col">{words.teams.subTeams}</th>
          </tr>
        </thead>
        <tbody>
          {answer.byUnit.toSorted(byUnitName).map(({ unitId, unitName, teams, subTeams }) => {
            const name = unitName ?? unitId ?? words.teams.noUnit;
            return (
              <tr key={unitId ?? ''}>
                <th scope="row">{name}</th>
                <td>
                  <Count of={teams} label={words.teams.teamsOf(name)} />
                </td>
                <td>
                  <Count of={subTeams} label={words.teams.subTeamsOf(name)} />
                </td>
              </tr>
            );
          })}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{words.teams.allUnits}</th>
            <td>
              <Count of={answer.known} label={words.teams.known} />
            </td>
            <td />
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function byUnitName(a: { readonly unitName: string | null }, b: { readonly unitName: string | null }): number {
  return (a.unitName ?? '').localeCompare(b.unitName ?? '');
}
