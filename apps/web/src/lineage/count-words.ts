import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { CountAnswer } from '../api/client';
import { type Formats } from '../language/formats';
import { useLanguage } from '../language/use-language';

/** The part of a count that says how many. */
export type Bounds = Pick<CountAnswer, 'atLeast' | 'atMost' | 'notReported'>;

/** Says a count in words. */
export type CountWords = (count: Bounds) => string;

/** Words a count in the page's language. */
export function useCountWords(): CountWords {
  const { t } = useTranslation('lineage');
  const { number } = useLanguage();
  return (count) => countInWords(count, t, number);
}

/** A count as people say it: "6", "0 or 1", "between 0 and 18", "at least 1". What is not reported is never a number. */
export function countInWords(
  { atLeast, atMost, notReported }: Bounds,
  t: TFunction<'lineage'>,
  number: Formats['number'],
): string {
  if (notReported || (atLeast === null && atMost === null)) return t('count.notReported');
  if (atLeast === null) return t('count.atMost', { number: number(atMost ?? 0) });
  if (atMost === null) return t('count.atLeast', { number: number(atLeast) });
  if (atLeast === atMost) return number(atLeast);
  return atMost === atLeast + 1
    ? t('count.eitherOr', { one: number(atLeast), other: number(atMost) })
    : t('count.between', { least: number(atLeast), most: number(atMost) });
}

/** A count and how many there are in all: "1 of 6", or "0; between 0 and 20 in all". The part alone where either is not reported. */
export function partInWords(part: Bounds, whole: Bounds, t: TFunction<'lineage'>, number: Formats['number']): string {
  const [said, inAll] = [countInWords(part, t, number), countInWords(whole, t, number)];
  if (part.notReported || whole.notReported) return said;
  // "0 of between 0 and 20" is no sentence in any language.
  const isOneNumber = !isUncertain(whole);
  return isOneNumber
    ? t('count.outOf', { part: said, whole: inAll })
    : t('count.outOfRange', { part: said, whole: inAll });
}

/** True when the number is known to lie in a range only. */
export function isUncertain({ atLeast, atMost, notReported }: Bounds): boolean {
  return !notReported && atLeast !== atMost;
}
