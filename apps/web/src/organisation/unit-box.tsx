import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Recorded } from '../lineage/recorded';
import { pushUrlQuery } from '../shell/url';
import { hasEnded, isPlanned, isUncertain, nameOf } from './forest';
import { BOX, type Box } from './layout';
import type { UnitChange } from './organisation.queries';
import { turn } from './organisation-view';
import { useStaffingWords } from './staffing-words';
import { Tags } from './tags';

interface UnitBoxProps {
  readonly box: Box;
  readonly isChosen: boolean;
  readonly isOpen: boolean;
  readonly isFound: boolean;
  readonly changes: readonly UnitChange[];
}

/** A unit in the picture: a click chooses it, the knob shows or hides what is below it. */
export const UnitBox = memo(function UnitBox({ box, isChosen, isOpen, isFound, changes }: UnitBoxProps) {
  const { t } = useTranslation('organisation');
  const staffing = useStaffingWords();
  const { unit, children, below } = box.branch;
  const name = nameOf(unit);
  const standing = hasEnded(unit) ? 'ended' : isPlanned(unit) ? 'planned' : isUncertain(unit) ? 'uncertain' : 'sure';
  return (
    <foreignObject x={box.x} y={box.y} width={BOX.width} height={BOX.height}>
      <div
        className="org-box"
        data-unit={unit.id}
        data-standing={standing}
        data-chosen={isChosen}
        data-found={isFound}
        data-what={changes[0]?.what}
      >
        <button
          type="button"
          tabIndex={-1}
          className="org-box-name"
          title={name}
          onClick={() => pushUrlQuery({ unit: isChosen ? null : unit.id })}
        >
          <Recorded>{name}</Recorded>
        </button>
        <span className="org-box-line">
          <Tags unit={unit} changes={changes} />
          <span className="muted">{staffing(unit)}</span>
        </span>
        {children.length > 0 && (
          <button
            type="button"
            tabIndex={-1}
            className="org-knob"
            title={isOpen ? t('shut') : t('open', { count: below })}
            onClick={() => turn(unit.id, !isOpen)}
          >
            {isOpen ? '−' : '+'}
          </button>
        )}
      </div>
    </foreignObject>
  );
});
