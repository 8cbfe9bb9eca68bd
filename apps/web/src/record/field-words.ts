import { createContext, use } from 'react';
import { useTranslation } from 'react-i18next';
import { useVocabulary } from '../vocabulary/use-vocabulary';
import type { Field } from './command-form';
import type { Fault } from './problem';
import type { Raw } from './raw';

export interface OneFieldProps<F extends Field = Field> {
  readonly field: F;
  readonly value: Raw;
  /** JSON pointer of the field in the request. */
  readonly pointer: string;
  readonly faults: readonly Fault[];
  readonly onChange: (value: Raw) => void;
}

/** Operation of the command whose fields are filled in: some call a field by a name of their own. */
export const OfCommand = createContext('');

interface FieldWords {
  readonly label: string;
  /** The same without a mark that it may be left blank. */
  readonly plain: string;
  readonly help: string | undefined;
}

/** What a field is called, marked where it may be left blank, and what helps to fill it in. */
export function useFieldWords({ name, kind, required }: Field): FieldWords {
  const { t } = useTranslation('record');
  const vocabulary = useVocabulary();
  const operation = use(OfCommand);
  const nothing = { defaultValue: '' };
  const own = t(`fieldsOf.${operation}.${name}`, nothing) || t(`fields.${name}`, nothing);
  const plain = own || vocabulary.field(name);
  const help = t(`help.${name}`, nothing) || (kind === 'count' ? t('form.count') : undefined);
  return { plain, label: required ? plain : t('form.optional', { label: plain }), help };
}
