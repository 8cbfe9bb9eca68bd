import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { SearchBox } from './search-box';
import { useBlockChoices, useUnitChoices } from './staffing.queries';
import { isNarrowed, useStaffingView } from './view';

/** Ways to narrow the table down; all of them stand in the address. */
export function Filters({ grades }: { grades: readonly string[] }) {
  const { t } = useTranslation('staffing');
  const { view, choose, type, clear } = useStaffingView();
  const units = useUnitChoices().data ?? [];
  const blocks = useBlockChoices().data ?? [];
  return (
    <form
      className="narrowing"
      role="search"
      aria-label={t('filters.title')}
      onSubmit={(event) => event.preventDefault()}
    >
      <SearchBox label={t('filters.text')} hint={t('filters.textHint')} value={view.text} search={type} />
      <label>
        <span>{t('filters.units')}</span>
        <Select
          mode="multiple"
          value={[...view.units]}
          options={units.map(({ id, name }) => ({ value: id, label: name }))}
          optionFilterProp="label"
          placeholder={t('filters.anyUnit')}
          aria-label={t('filters.units')}
          popupMatchSelectWidth={360}
          maxTagCount="responsive"
          allowClear
          onChange={(chosen: string[]) => choose({ units: chosen })}
        />
      </label>
      <label>
        <span>{t('filters.grades')}</span>
        <Select
          mode="multiple"
          value={[...view.grades]}
          options={grades.map((grade) => ({ value: grade, label: grade }))}
          placeholder={t('filters.anyGrade')}
          aria-label={t('filters.grades')}
          maxTagCount="responsive"
          allowClear
          onChange={(chosen: string[]) => choose({ grades: chosen })}
        />
      </label>
      <label>
        <span>{t('filters.block')}</span>
        <Select
          value={view.block === '' ? null : view.block}
          options={blocks.map(({ id, name }) => ({ value: id, label: name }))}
          placeholder={t('filters.anyBlock')}
          aria-label={t('filters.block')}
          popupMatchSelectWidth={320}
          showSearch={{ optionFilterProp: 'label' }}
          allowClear
          onChange={(chosen: string | undefined) => choose({ block: chosen ?? '' })}
        />
      </label>
      {isNarrowed(view) && (
        <button type="button" className="link" onClick={clear}>
          {t('filters.clear')}
        </button>
      )}
    </form>
  );
}
