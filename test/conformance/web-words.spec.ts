import {
  foldersWithWords,
  LANGUAGES,
  pluralForms,
  readWords,
  saidIn,
  saidInSources,
  withoutForm,
  type Words,
} from '../support/web-words.js';

const said = saidInSources();
const folders = foldersWithWords();

/** Keys as the sources ask for them: those with plural forms by their stem. */
const stemsOf = (words: Words): ReadonlySet<string> =>
  new Set([...words.keys()].map((key) => withoutForm(key)?.stem ?? key));

/** Whether a key stands for a literal one, or for one of a family whose member is chosen at run time. */
const fits = (asked: string, key: string): boolean =>
  asked.includes('*') ? new RegExp(`^${asked.split('*').map(escaped).join('[^]+')}$`).test(key) : asked === key;
const escaped = (text: string): string => text.replaceAll(/[.[\]()^$+?{}|\\]/g, '\\$&');

/** The holes of a text, as in {{count}}. */
const holesOf = (text: string): readonly string[] =>
  [...new Set([...text.matchAll(/\{\{\s*([\w.]+)[^}]*\}\}/g)].map((it) => it[1]!))].toSorted();

describe('the words of the web app', () => {
  it.each(folders)('%s has the same keys in all six languages', (folder) => {
    const english = [...stemsOf(readWords(folder, 'en'))].toSorted();
    for (const language of LANGUAGES)
      expect({ language, keys: [...stemsOf(readWords(folder, language))].toSorted() }).toEqual({
        language,
        keys: english,
      });
  });

  it.each(folders)('%s has every plural form of each language, and no form a language lacks', (folder) => {
    const plurals = new Set([...readWords(folder, 'en').keys()].flatMap((key) => withoutForm(key)?.stem ?? []));
    for (const language of LANGUAGES) {
      const forms = [...readWords(folder, language).keys()].flatMap((key) => withoutForm(key) ?? []);
      for (const stem of plurals)
        expect({
          language,
          stem,
          forms: forms.flatMap((it) => (it.stem === stem ? [it.form] : [])).toSorted(),
        }).toEqual({
          language,
          stem,
          forms: pluralForms(language).toSorted(),
        });
    }
  });

  it.each(folders)('%s leaves the same holes in all six languages', (folder) => {
    const english = readWords(folder, 'en');
    for (const language of LANGUAGES)
      for (const [key, text] of readWords(folder, language)) {
        const stem = withoutForm(key)?.stem;
        const like = english.get(stem === undefined ? key : `${stem}_other`)!;
        const holes = holesOf(text);
        // "one entry" and "two entries" may say the number in words.
        const wanted =
          stem === undefined ? holesOf(like) : holesOf(like).filter((it) => it !== 'count' || holes.includes(it));
        expect({ language, key, holes }).toEqual({ language, key, holes: wanted });
      }
  });

  it('lack no key that the code asks for', () => {
    const missing = said.keys.filter(({ folder, key, isPlural }) => {
      if (!folders.includes(folder)) return true;
      const words = readWords(folder, 'en');
      if (isPlural) return !words.has(`${key}_other`) && ![...words.keys()].some((it) => fits(`${key}_other`, it));
      return ![...words.keys()].some((it) => fits(key, it));
    });
    expect(missing.map(({ folder, key, at }) => `${at}: ${folder}:${key}`)).toEqual([]);
  });

  it('hold no key that no code asks for', () => {
    const unused = folders.flatMap((folder) => {
      const asked = said.keys.filter((it) => it.folder === folder).map(({ key }) => key);
      return [...stemsOf(readWords(folder, 'en'))]
        .filter((key) => !asked.some((it) => fits(it, key)))
        .map((key) => `${folder}:${key}`);
    });
    expect(unused).toEqual([]);
  });

  it('are all there is to read: no text stands in the code itself', () => {
    expect(said.loose).toEqual([]);
  });
});

describe('the search for loose words', () => {
  it.each([
    ['<p>Hello</p>', 1],
    ['<p>{"Hello"}</p>', 1],
    ['<a aria-label="Close the menu" />', 1],
    ['const a = "Nothing was found";', 1],
    ['const a = `${n} of them are late`;', 1],
    ['<p className="muted small note" />', 0],
    ['<p>{t("head.title")}</p>', 0],
    ['throw new Error("index.html has no root");', 0],
  ])('%s: %i', (source, found) => {
    expect(saidIn('teams/x.tsx', source).loose).toHaveLength(found);
  });

  it('finds the folder of a key by what the name looks up', () => {
    const source = `
      const { t } = useTranslation('teams');
      const { t: shared } = useTranslation('vocabulary');
      function worded(say: TFunction<'dates'>) { return say('banner.today'); }
      t('title'); t(\`kinds.\${kind}\`); shared(isOne ? 'a' : 'b'); t('rows', { count: 2 });`;
    expect(saidIn('home/x.tsx', source).keys.map(({ folder, key, isPlural }) => [folder, key, isPlural])).toEqual([
      ['dates', 'banner.today', false],
      ['teams', 'title', false],
      ['teams', 'kinds.*', false],
      ['vocabulary', 'a', false],
      ['vocabulary', 'b', false],
      ['teams', 'rows', true],
    ]);
  });
});
