import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { WindowAnswer } from '../api/client';
import type { Formats } from '../language/formats';
import { useLanguage } from '../language/use-language';

/** Says a window of days, as in "end of October 2007", without the source's own phrase. */
export type WindowWords = (window: WindowAnswer) => string;

/** Words windows in the page's language. */
export function useWindowWords(): WindowWords {
  const { t } = useTranslation('dates');
  const language = useLanguage();
  return (window) => windowInWords(window, t, language);
}

/** A window in words, by the form the server gave it: nothing is worked out from its days here. */
export function windowInWords(window: WindowAnswer, t: TFunction<'dates'>, language: Formats): string {
  const { form, quarter, part } = window.shape;
  const [earliest, latest] = [window.earliest ?? '', window.latest ?? ''];
  const [first, last] = [language.day(earliest), language.day(latest)];
  const year = language.year(earliest);
  switch (form) {
    case 'day':
      return first;
    case 'month':
      return language.month(earliest);
    case 'year':
      return t('window.year', { year });
    case 'quarter':
      return t(`window.quarter.${quarter}`, { year });
    case 'partOfYear':
      return t(`window.partOfYear.${part}`, { year });
    case 'partOfMonth':
      return t(`window.partOfMonth.${part}`, { month: monthOf(earliest, language) });
    case 'by':
      return t('window.by', { latest: last });
    case 'from':
      return t('window.from', { earliest: first });
    case 'between':
      return t('window.between', { earliest: first, latest: last });
    case 'none':
      return window.latest === null ? t('window.none') : t('window.noneBy', { latest: last });
  }
}

/** The source's own phrase, or null where it says nothing that the words do not. */
export function phraseBeside({ phrase, inWords, latest, shape }: WindowAnswer, words: string): string | null {
  const isUndated = shape.form === 'none' && latest !== null; // the phrase only says that the source gives no date
  if (phrase === null || isUndated) return null;
  return [inWords, words].some((said) => plain(said) === plain(phrase)) ? null : phrase;
}

const plain = (text: string): string => text.replaceAll(/\s/g, '').toLowerCase();

/** "октября 2007 г.", after a noun, where a language declines its months; else "October 2007". */
function monthOf(date: string, { code, month }: Formats): string {
  if (code !== 'ru') return month(date);
  const format = new Intl.DateTimeFormat(code, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  const parts = format.formatToParts(Date.parse(date));
  const from = parts.findIndex(({ type }) => type === 'month');
  return parts
    .slice(from)
    .map(({ value }) => value)
    .join('');
}
