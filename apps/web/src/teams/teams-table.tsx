import { useTranslation } from 'react-i18next';
import type { TeamAnswer } from '../api/client';
import { OverdueMark } from '../commitments/overdue-mark';
import { When } from '../dates/when';
import { useLanguage } from '../language/use-language';
import { Count } from '../lineage/count';
import { useCountWords } from '../lineage/count-words';
import { Phrase, Recorded } from '../lineage/recorded';
import { WhyButton } from '../lineage/why';
import { ScrollTable } from '../shell/scroll-table';
import { useStateWords } from './state-words';
import { SubTeams } from './sub-teams';

const COLUMNS = ['team', 'unit', 'status', 'promised', 'composition', 'members', 'sources'] as const;

/** The timeline in words: the same teams, and what a picture has no room for. */
export function TeamsTable({ teams }: { teams: readonly TeamAnswer[] }) {
  const { t } = useTranslation('teams');
  return (
    <ScrollTable label={t('asTable')} columns={COLUMNS.map((column) => t(`columns.${column}`))}>
      <tbody>
        {teams.map((team) => (
          <TeamRow key={team.id} team={team} />
        ))}
      </tbody>
    </ScrollTable>
  );
}

function TeamRow({ team }: { team: TeamAnswer }) {
  const { t } = useTranslation('teams');
  const state = useStateWords()(team.statuses);
  return (
    <tr>
      <th scope="row">
        <Recorded>{team.name}</Recorded>
        <SubTeams team={team} />
      </th>
      <td>{team.unitName ? <Recorded>{team.unitName}</Recorded> : t('noUnit')}</td>
      <td>
        {state}
        {team.stoodUp && (
          <div className="teams-note">
            {t('tile.stoodUp')} <When of={team.stoodUp} />
          </div>
        )}
      </td>
      <td>
        <Promises team={team} />
      </td>
      <td>
        <PlannedFor team={team} />
      </td>
      <td>
        <Count of={team.members} label={t('membersOf', { team: team.name })} />
      </td>
      <td>
        <WhyButton question={{ label: team.name, text: state, wording: null, because: team.because }} />
      </td>
    </tr>
  );
}

function Promises({ team }: { team: TeamAnswer }) {
  return team.promises.map((it) => (
    <div key={it.id} className="teams-note">
      <Recorded>{it.what}</Recorded>{' '}
      <span className="muted">
        <When of={it.due} />
      </span>
      {it.overdue && (
        <>
          {' '}
          <OverdueMark overdue="yes" />
        </>
      )}
    </div>
  ));
}

function PlannedFor({ team }: { team: TeamAnswer }) {
  const { t } = useTranslation('teams');
  const { list } = useLanguage();
  const inWords = useCountWords();
  const functions = team.composition.map((it) =>
    t('composition.planFor', { function: it.what, number: inWords({ ...it, notReported: false }) }),
  );
  return (
    <>
      {functions.length > 0 ? list(functions) : inWords({ atLeast: null, atMost: null, notReported: true })}
      {team.strengthWording && (
        <div className="teams-note">
          {t('strength')} <Phrase>{team.strengthWording}</Phrase>
        </div>
      )}
    </>
  );
}
