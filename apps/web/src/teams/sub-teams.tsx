import { useTranslation } from 'react-i18next';
import type { TeamAnswer } from '../api/client';
import { useLanguage } from '../language/use-language';

/** The sub-teams of a team by name, and whether they have its specialists in common. */
export function SubTeams({ team }: { team: TeamAnswer }) {
  const { t } = useTranslation('teams');
  const { list } = useLanguage();
  const { subTeams } = team;
  if (subTeams.length === 0) return null;
  const names = list(subTeams.map(({ name }) => name));
  return (
    <span className="muted teams-note">
      {subTeams.every(({ sharesPool }) => sharesPool)
        ? t('subTeams.shared', { count: subTeams.length, names })
        : t('subTeams.own', { count: subTeams.length, names })}
    </span>
  );
}
