import { Select } from 'antd';
import { useId, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { pushUrlQuery } from '../shell/url';
import { useVocabulary } from '../vocabulary/use-vocabulary';
import { type Choice, KINDS, type Kind, TABLE_OF, withoutKinds } from './choice';
import { useUnits } from './timeline.queries';
import { unitOptions } from './unit-options';

interface FiltersProps {
  readonly choice: Choice;
  readonly unit: string | null;
  readonly text: string;
  readonly onText: (text: string) => void;
}

/** Which rows are shown, and under which headings; all of it stands in the address. */
export function Filters({ choice, unit, text, onText }: FiltersProps) {
  const { t } = useTranslation('timeline');
  const id = useId();
  const vocabulary = useVocabulary();
  const units = useUnits();
  const options = useMemo(() => [...unitOptions(units.data?.units ?? [])], [units.data]);
  const toggled = (kind: Kind): ReadonlySet<Kind> =>
    new Set(KINDS.filter((it) => choice.kinds.has(it) !== (it === kind)));
  return (
    <div className="tl-filters">
      <label>
        <span>{t('filters.text')}</span>
        <input type="search" value={text} onChange={(event) => onText(event.target.value)} />
      </label>
      <div className="tl-unit">
        <label htmlFor={`${id}-unit`}>{t('filters.unit')}</label>
        <Select
          id={`${id}-unit`}
          allowClear
          showSearch={{ optionFilterProp: 'name' }}
          placeholder={t('filters.allUnits')}
          value={unit}
          loading={units.isPending}
          onChange={(value: string | null | undefined) => pushUrlQuery({ unit: value ?? null })}
          options={options}
          popupMatchSelectWidth={360}
        />
      </div>
      <fieldset>
        <legend>{t('filters.kinds')}</legend>
        {KINDS.map((kind) => (
          <label key={kind}>
            <input
              type="checkbox"
              checked={choice.kinds.has(kind)}
              onChange={() => pushUrlQuery({ without: withoutKinds(toggled(kind)) })}
            />
            {vocabulary.table(TABLE_OF[kind])}
          </label>
        ))}
      </fieldset>
      <fieldset>
        <legend>{t('filters.by')}</legend>
        {(['unit', 'kind'] as const).map((by) => (
          <label key={by}>
            <input
              type="radio"
              name={`${id}-by`}
              checked={choice.by === by}
              onChange={() => pushUrlQuery({ by: by === 'kind' ? 'kind' : null })}
            />
            {t(`filters.byWhat.${by}`)}
          </label>
        ))}
      </fieldset>
      <label className="tl-only">
        <input
          type="checkbox"
          checked={choice.slipping}
          onChange={() => pushUrlQuery({ only: choice.slipping ? null : 'slipping' })}
        />
        {t('filters.slipping')}
      </label>
    </div>
  );
}
