import { Button } from 'antd';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { DraftInput } from '../dates/draft-input';
import { pushUrlQuery, useUrlQuery } from '../shell/url';
import './audit.css';

interface FilterProps {
  /** Its name in the address. */
  readonly name: string;
  readonly label: string;
}

/** Whatever is asked differently begins at the first page again. */
const ask = (name: string, value: string | null) => pushUrlQuery({ [name]: value || null, offset: null });

interface FiltersProps {
  readonly label: string;
  /** Names in the address that "clear" takes out. */
  readonly names: readonly string[];
  readonly children: ReactNode;
}

/** Conditions on a list, each of which is part of the address. */
export function Filters({ label, names, children }: FiltersProps) {
  const { t } = useTranslation('audit');
  const query = useUrlQuery();
  const isFiltered = names.some((name) => query.has(name));
  const clear = () => pushUrlQuery({ ...Object.fromEntries(names.map((name) => [name, null])), offset: null });
  return (
    <form className="filters" role="search" aria-label={label} onSubmit={(event) => event.preventDefault()}>
      {children}
      <Button size="small" disabled={!isFiltered} onClick={clear}>
        {t('filters.clear')}
      </Button>
    </form>
  );
}

/** A condition that is typed; `type` is that of the native input. */
export function TypedFilter({
  name,
  label,
  type = 'text',
  ...input
}: FilterProps & { readonly type?: 'text' | 'date' | 'number'; readonly placeholder?: string; readonly min?: number }) {
  const id = useId();
  const asked = useUrlQuery().get(name) ?? '';
  const value = type === 'date' && asked.includes('T') ? '' : asked; // a moment is no day such an input could show
  return (
    <div className="filter">
      <label htmlFor={id}>{label}</label>
      <DraftInput {...input} id={id} type={type} value={value} onSettled={(it) => ask(name, it.trim())} />
    </div>
  );
}

interface ChoiceProps extends FilterProps {
  /** Value and words of each; the empty value asks for no condition. */
  readonly options: readonly (readonly [value: string, words: string])[];
}

/** A condition that is one of a few. */
export function ChoiceFilter({ name, label, options }: ChoiceProps) {
  const id = useId();
  const value = useUrlQuery().get(name) ?? '';
  return (
    <div className="filter">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={({ target }) => ask(name, target.value)}>
        {options.map(([it, words]) => (
          <option key={it} value={it}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}

/** A condition that is there or not. */
export function FlagFilter({ name, label }: FilterProps) {
  const isOn = useUrlQuery().get(name) === 'true';
  return (
    <label className="filter-flag">
      <input type="checkbox" checked={isOn} onChange={({ target }) => ask(name, target.checked ? 'true' : null)} />
      {label}
    </label>
  );
}
