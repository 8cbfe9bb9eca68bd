import { useTranslation } from 'react-i18next';
import type { TeamAnswer } from '../api/client';
import { When } from '../dates/when';
import { Recorded } from '../lineage/recorded';
import { WhyButton } from '../lineage/why';
import { standsOf } from './stands';
import { useStateWords } from './state-words';
import type { TeamReadiness } from './teams.queries';

interface TilesProps {
  readonly teams: readonly TeamAnswer[];
  /** What is told of each against its plan; empty while it is on its way. */
  readonly readiness: readonly TeamReadiness[];
}

/** A tile per team: whether it stands, since when, and how much is in its way. */
export function Tiles({ teams, readiness }: TilesProps) {
  const told = new Map(readiness.map((it) => [it.id, it]));
  return (
    <ul className="tiles">
      {teams.map((team) => (
        <Tile key={team.id} team={team} told={told.get(team.id)} />
      ))}
    </ul>
  );
}

function Tile({ team, told }: { team: TeamAnswer; told: TeamReadiness | undefined }) {
  const { t } = useTranslation('teams');
  const stands = told?.stands ?? standsOf(team);
  const state = useStateWords()(team.statuses);
  return (
    <li data-stands={stands}>
      <span className="tile-mark" aria-hidden="true" />
      <div>
        <strong>
          <Recorded>{team.name}</Recorded>
        </strong>
        <p className="tile-state">
          {t(`stands.${stands}`)}{' '}
          <WhyButton question={{ label: team.name, text: state, wording: null, because: team.because }} />
        </p>
        {stands !== 'no' && team.stoodUp && (
          <p className="muted">
            {t('tile.stoodUp')} <When of={team.stoodUp} />
          </p>
        )}
        {stands === 'no' && <p className="muted">{t('tile.so', { state })}</p>}
        <p className="muted">{team.unitName ? <Recorded>{team.unitName}</Recorded> : t('noUnit')}</p>
        {told && told.blockers.length > 0 && <p>{t('tile.inTheWay', { count: told.blockers.length })}</p>}
      </div>
    </li>
  );
}
