import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useToldInPart } from '../commitments/told-in-part';
import { useAsOfDates } from '../dates/as-of';
import { today } from '../dates/civil-date';
import { Count } from '../lineage/count';
import { Answered } from '../shell/answered';
import { FirstSteps } from '../shell/first-steps';
import { chartOf } from './chart-of';
import { Changes } from './changes';
import { Legend } from './legend';
import {
  comparedDays,
  type OrganisationAnswer,
  type UnitChange,
  useOrganisation,
  useUnitsChanges,
} from './organisation.queries';
import { type OrganisationView, useOrganisationView } from './organisation-view';
import { Outline } from './outline';
import { Picture } from './picture';
import { Toolbar } from './toolbar';
import { UnitPanel } from './unit-panel';
import './organisation.css';

/** The organisation on any day, as a picture and as an outline, and what changed since another day. */
export default function Organisation() {
  const { t } = useTranslation('organisation');
  const view = useOrganisationView();
  const changes = useUnitsChanges(view);
  const isCompared = view.compareOn !== null || view.compareKnown !== null;
  return (
    <>
      <section className="panel">
        <Answered query={useOrganisation()} what={t('what')}>
          {(answer) =>
            answer.units.length === 0 && !isCompared ? (
              <FirstSteps category="unit">{t('empty')}</FirstSteps>
            ) : (
              <Chart answer={answer} changes={isCompared ? (changes.data?.changes ?? []) : []} view={view} />
            )
          }
        </Answered>
      </section>
      {isCompared && (
        <section className="panel">
          <Answered query={changes} what={t('changes.what')}>
            {(answer) => <Changes answer={answer} />}
          </Answered>
        </section>
      )}
    </>
  );
}

interface ChartProps {
  readonly answer: OrganisationAnswer;
  readonly changes: readonly UnitChange[];
  readonly view: OrganisationView;
}

function Chart({ answer, changes, view }: ChartProps) {
  const { t } = useTranslation('organisation');
  const told = useToldInPart(answer.mostTold);
  const { validOn } = useAsOfDates();
  const isLater = comparedDays(view, validOn ?? today())?.to !== (validOn ?? today());
  const chart = useMemo(() => {
    const drawn = chartOf(answer.units, changes, view);
    return isLater ? { ...drawn, former: [] } : drawn;
  }, [answer.units, changes, view, isLater]);
  return (
    <>
      <p className="organisation-count">
        <Count big of={told(answer.standing)} label={t('standing')} /> <span className="muted">{t('standing')}</span>
      </p>
      <Toolbar view={view} chart={chart} />
      <div className="organisation" data-chosen={view.unit !== null}>
        <Outline chart={chart} view={view} />
        <Picture chart={chart} view={view} />
        {view.unit !== null && <UnitPanel unitId={view.unit} changes={chart.marks.get(view.unit) ?? []} />}
      </div>
      <Legend changes={changes} />
    </>
  );
}
