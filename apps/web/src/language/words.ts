import i18next, { type BackendModule, type ResourceKey } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { LanguageCode } from './languages';
import { holesFilled, WORDING } from './wording';

type WordsFile = () => Promise<{ readonly default: ResourceKey }>;

/** Every file of words: a folder's words in a language. Each is fetched when first needed. */
const files = import.meta.glob('../*/words/*.json') as Readonly<Record<string, WordsFile>>;

const fetched: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read(language, folder, done) {
    void wordsOf(folder, language).then(
      ({ words, error }) => done(error, words), // oxlint-disable-line promise/no-callback-in-promise -- the library's own way
    );
  },
};

/** The words of a folder in a language, or why they cannot be had. */
async function wordsOf(folder: string, language: string) {
  try {
    const file = files[`../${folder}/words/${language}.json`];
    if (!file) throw new Error(`there are no words of ${folder} in ${language}`);
    return { words: (await file()).default, error: null };
  } catch (error) {
    return { words: null, error: error as Error };
  }
}

/** Makes the words of a language available to the page. */
export async function startWords(language: LanguageCode): Promise<void> {
  await i18next
    .use(fetched)
    .use(holesFilled)
    .use(initReactI18next)
    .init({ ...WORDING, lng: language, ns: ['shell'] });
}

/** Goes over to another language, once its words for what is on the page are there. */
export async function sayIn(language: LanguageCode): Promise<void> {
  await i18next.changeLanguage(language);
}
