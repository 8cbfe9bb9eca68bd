import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { pushUrlQuery, useUrlQuery } from '../shell/url';
import { useUnitChoices } from '../staffing/staffing.queries';

/** The unit whose exceptions are listed, chosen by name; one that is not there on that day stands by its id. */
export function UnitChoice() {
  const { t } = useTranslation('exceptions');
  const { t: staffing } = useTranslation('staffing');
  const units = useUnitChoices().data ?? [];
  return (
    <label className="unit-choice">
      <span>{t('filters.unit')}</span>
      <Select
        value={useUrlQuery().get('unit')}
        options={units.map(({ id, name }) => ({ value: id, label: name }))}
        placeholder={staffing('filters.anyUnit')}
        aria-label={t('filters.unit')}
        popupMatchSelectWidth={360}
        showSearch={{ optionFilterProp: 'label' }}
        allowClear
        onChange={(chosen: string | undefined) => pushUrlQuery({ unit: chosen ?? null, offset: null })}
      />
    </label>
  );
}
