import { useTranslation } from 'react-i18next';
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

/** What a field is called, marked where it may be left blank, and what helps to fill it in. */
export function useFieldWords({ name, kind, required }: Field): { label: string; help: string | undefined } {
  const { t, i18n } = useTranslation('record');
  const plain = t(`fields.${name}`);
  const own = i18n.exists(`record:help.${name}`) ? t(`help.${name}`) : undefined;
  const help = own ?? (kind === 'count' ? t('form.count') : undefined);
  return { label: required ? plain : t('form.optional', { label: plain }), help };
}
