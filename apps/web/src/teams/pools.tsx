import { useTranslation } from 'react-i18next';
import type { TeamAnswer } from '../api/client';
import { useLanguage } from '../language/use-language';
import type { TeamReadiness, TeamReadinessAnswer } from './teams.queries';

interface PoolsProps {
  readonly readiness: TeamReadinessAnswer;
  readonly teams: readonly TeamAnswer[];
  readonly total: TeamReadinessAnswer | null;
}

/** That specialists whom sub-teams share are counted once, with the arithmetic. */
export function Pools({ readiness, teams, total }: PoolsProps) {
  const { t } = useTranslation('teams');
  const { number } = useLanguage();
  const shared = readiness.teams.filter(({ sharing }) => sharing > 0);
  const plans = readiness.teams.map(({ planned }) => planned);
  const sum = total?.planned.certain && plans.length > 1 ? total.planned.atLeast : null;
  if (shared.length === 0 && sum === null) return null;
  return (
    <div className="pools">
      <h3>{t('pools.title')}</h3>
      <ul>
        {shared.map((team) => (
          <Pool key={team.id} team={team} names={namesOf(team, teams)} />
        ))}
        {sum !== null && (
          <li>
            {t('pools.sum', { terms: plans.map(({ atLeast }) => number(atLeast ?? 0)).join(' + '), sum: number(sum) })}
          </li>
        )}
      </ul>
    </div>
  );
}

function Pool({ team, names }: { team: TeamReadiness; names: readonly string[] }) {
  const { t } = useTranslation('teams');
  const { number, list } = useLanguage();
  const { name, sharing, planned } = team;
  const said = { team: name, names: list(names) };
  if (!planned.certain || planned.atLeast === null) return <li>{t('pools.uncounted', said)}</li>;
  return (
    <li>
      {t('pools.counted', {
        ...said,
        planned: number(planned.atLeast),
        parts: number(sharing),
        product: number(sharing * planned.atLeast),
      })}
    </li>
  );
}

function namesOf({ id }: TeamReadiness, teams: readonly TeamAnswer[]): readonly string[] {
  const team = teams.find((it) => it.id === id);
  return (team?.subTeams ?? []).filter(({ sharesPool }) => sharesPool).map(({ name }) => name);
}
