import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { Recorded } from '../lineage/recorded';
import { ScreenLink } from '../shell/screen-link';
import { useVocabulary } from '../vocabulary/use-vocabulary';
import { eitherOf } from './post-state';
import type { StaffingRow } from './staffing.queries';

/** Every grade the post can have. */
export function GradeCell({ grades }: { grades: StaffingRow['grades'] }) {
  const { t } = useTranslation('staffing');
  if (grades.every((it) => it === null)) return <span className="unsaid">{t('notReported')}</span>;
  return (
    <span data-uncertain={grades.length > 1}>
      {eitherOf(
        grades.map((it) => it ?? t('notReported')),
        t,
      )}
    </span>
  );
}

/** Every unit the post can belong to, by its name as recorded. */
export function UnitNames({ units }: { units: StaffingRow['units'] }) {
  const { t } = useTranslation('staffing');
  return (
    <span data-uncertain={units.length > 1}>
      {units.map(({ id, names }, i) => (
        <Fragment key={id ?? ''}>
          {i > 0 && <span className="small-note"> {t('or')} </span>}
          {id === null ? <span className="unsaid">{t('notReported')}</span> : <Recorded>{names.at(-1) ?? id}</Recorded>}
        </Fragment>
      ))}
    </span>
  );
}

/** The recruitments under way for a post, each with its stage. */
export function CaseLinks({ cases }: { cases: StaffingRow['cases'] }) {
  const { t } = useTranslation('staffing');
  const words = useVocabulary();
  return cases.map(({ caseId, stages, certain }) => (
    <div key={caseId} data-uncertain={!certain}>
      <ScreenLink to={`/cases/${caseId}`}>
        {eitherOf(
          stages.map((it) => words.stage(it)),
          t,
        )}
      </ScreenLink>
    </div>
  ));
}
