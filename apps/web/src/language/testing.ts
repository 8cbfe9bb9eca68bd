import i18next, { type ResourceKey, type TFunction } from 'i18next';
import { holesFilled, WORDING } from './wording';

/** The words of one folder in one language, for tests of single parts. */
export function wordsFor(language: string, words: ResourceKey): TFunction<never> {
  const instance = i18next.createInstance();
  void instance.use(holesFilled).init({
    ...WORDING,
    lng: language,
    ns: ['of-the-test'],
    defaultNS: 'of-the-test',
    resources: { [language]: { 'of-the-test': words } },
    initAsync: false,
  });
  return instance.t as TFunction<never>;
}
