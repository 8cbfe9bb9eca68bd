import { useTranslation } from 'react-i18next';
import { useCountWords } from '../lineage/count-words';
import type { OrganisationUnit } from './organisation.queries';

type Tally = NonNullable<OrganisationUnit['teams']>;

/** Posts and teams of a unit in a short line; empty where none was told of, which is not the same as none. */
export function useStaffingWords(): (unit: OrganisationUnit) => string {
  const { t } = useTranslation('organisation');
  const countInWords = useCountWords();
  const said = (tally: Tally | null): string =>
    countInWords(tally ? { ...tally, notReported: false } : { atLeast: null, atMost: null, notReported: true });
  return ({ posts, teams }) => {
    const parts = [
      posts && t('staffing.posts', { all: said(posts.all), filled: said(posts.filled) }),
      teams && t('staffing.teams', { teams: said(teams) }),
    ];
    return parts.filter(Boolean).join(' · ');
  };
}
