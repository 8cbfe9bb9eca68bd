import { useTranslation } from 'react-i18next';
import { hasEnded, isPlanned, isUncertain } from './forest';
import type { OrganisationUnit, UnitChange } from './organisation.queries';

/** What is to be known of a unit at a glance, in words: planned, ended, not certain, and what changed. */
export function Tags({ unit, changes }: { unit: OrganisationUnit; changes: readonly UnitChange[] }) {
  const { t } = useTranslation('organisation');
  return (
    <>
      {changes.map(({ what, certainty }) => (
        <ChangeTag key={what} what={what} certainty={certainty} />
      ))}
      {isPlanned(unit) && <span className="org-tag">{t('tags.planned')}</span>}
      {hasEnded(unit) && <span className="org-tag">{t('tags.ended')}</span>}
      {isUncertain(unit) && <span className="org-tag org-tag-uncertain">{t('tags.uncertain')}</span>}
      {unit.parentIds.length > 1 && <span className="org-tag org-tag-uncertain">{t('tags.parents')}</span>}
    </>
  );
}

/** A change in a word, in its colour; with a question mark's wording where it only possibly happened. */
export function ChangeTag({ what, certainty }: Pick<UnitChange, 'what' | 'certainty'>) {
  const { t } = useTranslation('organisation');
  return (
    <span className="org-tag org-change" data-what={what} data-certainty={certainty}>
      {certainty === 'surely' ? t(`changes.words.${what}`) : t(`changes.possibly.${what}`)}
    </span>
  );
}
