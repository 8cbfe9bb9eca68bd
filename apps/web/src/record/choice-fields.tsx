import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useVocabulary } from '../vocabulary/use-vocabulary';
import type { Field } from './command-form';
import { FaultList } from './fault-list';
import { type OneFieldProps, useFieldWords } from './field-words';

/** One of a few words; a blank is no word. */
export function EnumField({ field, value, faults, onChange }: OneFieldProps<Field & { readonly kind: 'enum' }>) {
  const { t } = useTranslation('record');
  const id = useId();
  const { label } = useFieldWords(field);
  const wordOf = useWordOf(field.name);
  return (
    <div className="record-field" data-faulty={faults.length > 0}>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="record-input"
        value={typeof value === 'string' ? value : ''}
        aria-invalid={faults.length > 0}
        onChange={({ target }) => onChange(target.value)}
      >
        <option value="">{t('form.choose')}</option>
        {field.words.map((word) => (
          <option key={word} value={word}>
            {wordOf(word)}
          </option>
        ))}
      </select>
      <FaultList faults={faults} />
    </div>
  );
}

/** Says a word that a field can hold. */
function useWordOf(name: string): (word: string) => string {
  const { t } = useTranslation('record');
  const vocabulary = useVocabulary();
  if (name === 'qualifier') return (word) => t(`qualifiers.${word}`);
  return (word) => vocabulary.value(name === 'kind' ? 'authority_kind' : name, word);
}

/** Yes or no; neither until it is said, for a blank is no answer. */
export function FlagField({ field, value, faults, onChange }: OneFieldProps<Field & { readonly kind: 'flag' }>) {
  const { t } = useTranslation('record');
  const id = useId();
  const { label, help } = useFieldWords(field);
  return (
    <fieldset className="record-flag" data-faulty={faults.length > 0}>
      <legend>{label}</legend>
      {[true, false].map((answer) => (
        <label key={String(answer)} className="record-check">
          <input type="radio" name={id} checked={value === answer} onChange={() => onChange(answer)} />
          {answer ? t('form.yes') : t('form.no')}
        </label>
      ))}
      <FaultList faults={faults} />
      {help && <p className="record-help">{help}</p>}
    </fieldset>
  );
}
