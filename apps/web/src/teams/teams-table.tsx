import type { TeamAnswer } from '../api/client';
import { OverdueMark } from '../commitments/overdue-mark';
import { Count } from '../lineage/count';
import { useCountWords } from '../lineage/count-words';
import { Phrase } from '../lineage/recorded';
import { WhyButton } from '../lineage/why';
import { words } from '../words';

/** The timeline in words: the same teams, and what a picture has no room for. */
export function TeamsTable({ teams }: { teams: readonly TeamAnswer[] }) {
  return (
    <div className="scroll">
      <table>
        <caption className="hidden">{words.timeline.title}</caption>
        <thead>
          <tr>
            {words.teams.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {teams.map((team) => (
            <TeamRow key={team.id} team={team} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function TeamRow({ team }: { team: TeamAnswer }) {
  const countInWords = useCountWords();
  const composition = team.composition
    .map((it) => `${countInWords({ ...it, notReported: false })} ${it.what}`)
    .join(', ');
  return (
    <tr>
      <th scope="row">
        {team.name}
        {team.subTeams.length > 0 && (
          <div className="muted teams-note">
            {words.teams.subTeamsMark(
              team.subTeams.map((it) => it.name),
              team.subTeams.every((it) => it.sharesPool),
            )}
          </div>
        )}
      </th>
      <td>{team.unitName ?? words.teams.noUnit}</td>
      <td>
        {words.state(team.statuses, team.certain)}
        {team.stoodUp && <div className="teams-note">{words.teams.since(team.stoodUp.inWords)}</div>}
      </td>
      <td>
        {team.promises.map((it) => (
          <div key={it.id} className="teams-note">
            {it.what}: {it.due.inWords}
            {it.overdue && (
              <>
                {' '}
                <OverdueMark overdue="yes" />
              </>
            )}
          </div>
        ))}
      </td>
      <td>
        {composition || countInWords({ atLeast: null, atMost: null, notReported: true })}
        {team.strengthWording && (
          <div className="teams-note">
            {words.teams.strength} <Phrase>{team.strengthWording}</Phrase>
          </div>
        )}
      </td>
      <td>
        <Count of={team.members} label={words.teams.membersOf(team.name)} />
      </td>
      <td>
        <WhyButton
          question={{
            label: team.name,
            text: words.state(team.statuses, team.certain),
            wording: null,
            because: team.because,
          }}
        />
      </td>
    </tr>
  );
}
