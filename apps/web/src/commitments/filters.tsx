import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { pushUrlQuery, replaceUrlQuery, type UrlChanges } from '../shell/url';
import type { LedgerAnswer } from './commitments.queries';
import { GROUPS, KINDS, type LedgerView, SORTS, USUAL_DAYS } from './ledger-view';

/** What the list is narrowed to, and how it is ordered; all of it stands in the address. */
export function Filters({ answer, view }: { answer: LedgerAnswer; view: LedgerView }) {
  const { t } = useTranslation('commitments');
  return (
    <form className="filters" role="search" onSubmit={(event) => event.preventDefault()}>
      <label>
        {t('filters.text')}
        <input
          type="search"
          value={view.text ?? ''}
          onChange={({ target }) => replaceUrlQuery({ text: target.value === '' ? null : target.value, page: null })}
        />
      </label>
      <Choice label={t('filters.owner')} value={view.owner} onChoose={(owner) => choose({ owner, subUnits: null })}>
        <option value="">{t('filters.everyone')}</option>
        {answer.owners.map(({ unitId, name }) => (
          <option key={unitId} value={unitId}>
            {name ?? unitId}
          </option>
        ))}
      </Choice>
      {view.owner !== null && (
        <label className="filters-tick">
          <input
            type="checkbox"
            checked={view.subUnits}
            onChange={({ target }) => choose({ subUnits: target.checked ? 'true' : null })}
          />
          {t('filters.subUnits')}
        </label>
      )}
      <Choice label={t('filters.kind')} value={view.kind} onChoose={(kind) => choose({ kind })}>
        <option value="">{t('filters.everything')}</option>
        {KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {t(`kinds.${kind}`)}
          </option>
        ))}
      </Choice>
      <Order view={view} />
      <label>
        {t('filters.days')}
        <input
          className="filters-days"
          type="number"
          min={0}
          max={3650}
          value={view.days}
          onChange={({ target }) => {
            const days = target.valueAsNumber;
            replaceUrlQuery({ days: Number.isNaN(days) || days === USUAL_DAYS ? null : String(days), page: null });
          }}
        />
      </label>
      {view.about !== null && (
        <button type="button" className="filters-about" onClick={() => choose({ about: null })}>
          {t('filters.about', { stream: view.about })}
        </button>
      )}
    </form>
  );
}

/** What the list is kept together by, and in which order it comes. */
function Order({ view }: { view: LedgerView }) {
  const { t } = useTranslation('commitments');
  return (
    <>
      <Choice label={t('filters.group')} value={view.group} onChoose={(group) => choose({ group })}>
        <option value="">{t('filters.ungrouped')}</option>
        {GROUPS.map((group) => (
          <option key={group} value={group}>
            {t(`groups.${group}`)}
          </option>
        ))}
      </Choice>
      <Choice
        label={t('filters.sort')}
        value={`${view.sort}${view.descending ? ' down' : ''}`}
        onChoose={(said) => {
          const [sort = null, down] = said?.split(' ') ?? [];
          choose({ sort: sort === 'due' ? null : sort, descending: down === undefined ? null : 'true' });
        }}
      >
        {SORTS.flatMap((sort) => [
          <option key={sort} value={sort}>
            {t(`sorts.${sort}`)}
          </option>,
          <option key={`${sort} down`} value={`${sort} down`}>
            {t(`sortsDown.${sort}`)}
          </option>,
        ])}
      </Choice>
    </>
  );
}

const choose = (changes: UrlChanges) => pushUrlQuery({ ...changes, page: null });

interface ChoiceProps {
  readonly label: string;
  readonly value: string | null;
  readonly onChoose: (value: string | null) => void;
  readonly children: ReactNode;
}

function Choice({ label, value, onChoose, children }: ChoiceProps) {
  return (
    <label>
      {label}
      <select value={value ?? ''} onChange={({ target }) => onChoose(target.value === '' ? null : target.value)}>
        {children}
      </select>
    </label>
  );
}
