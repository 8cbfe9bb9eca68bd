import { useTranslation } from 'react-i18next';
import { type Formats, formatsOf } from './formats';

/** How the page's language writes numbers, days and lists, and in which direction it runs. */
export function useLanguage(): Formats {
  return formatsOf(useTranslation().i18n.language);
}
