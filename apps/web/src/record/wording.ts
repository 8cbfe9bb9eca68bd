import { useTranslation } from 'react-i18next';
import { useLanguage } from '../language/use-language';
import { keyOf } from './keys';

/** How the parts of a preview are called in the page's language; a name nobody has words for stays as it is. */
export function useWording() {
  const { t, i18n } = useTranslation('record');
  const { list, number, day } = useLanguage();
  const has = (key: string): boolean => i18n.exists(`record:${key}`);
  const word = (value: unknown): string => {
    if (value === null || value === undefined || value === '') return t('words.notReported');
    if (typeof value === 'number') return number(value);
    if (typeof value === 'boolean') return value ? t('form.yes') : t('form.no');
    if (typeof value !== 'string') return JSON.stringify(value);
    if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return day(value);
    return has(`words.${keyOf(value)}`) ? t(`words.${keyOf(value)}`) : value;
  };
  return {
    word,
    listed: (items: readonly string[]): string => list(items),
    numberNamed: (name: string): string => (has(`numbers.${name}`) ? t(`numbers.${name}`) : name),
    placeNamed: (name: string): string => (has(`places.${name}`) ? t(`places.${name}`) : name),
    columnNamed: (name: string): string => (has(`columns.${name}`) ? t(`columns.${name}`) : name),
    sentenceOf: ({ sentence }: { readonly sentence: string }): string => sentence,
  };
}
