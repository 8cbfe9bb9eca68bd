import type { WindowAnswer } from '../api/client';
import { formatsOf } from '../language/formats';
import { wordsFor } from '../language/testing';
import { phraseBeside, windowInWords } from './window-words';
import arabic from './words/ar.json' with { type: 'json' };
import english from './words/en.json' with { type: 'json' };
import spanish from './words/es.json' with { type: 'json' };
import french from './words/fr.json' with { type: 'json' };
import russian from './words/ru.json' with { type: 'json' };
import chinese from './words/zh.json' with { type: 'json' };

const WORDS = { ar: arabic, en: english, es: spanish, fr: french, ru: russian, zh: chinese };
type Language = keyof typeof WORDS;

const inLanguage = (language: Language, window: WindowAnswer): string =>
  windowInWords(window, wordsFor(language, WORDS[language]), formatsOf(language)).replaceAll(/\s/g, ' ');

const BLANK = { year: null, month: null, quarter: null, part: null };
const window = (
  earliest: string | null,
  latest: string | null,
  shape: Partial<WindowAnswer['shape']> & Pick<WindowAnswer['shape'], 'form'>,
): WindowAnswer => ({ earliest, latest, phrase: null, inWords: '', shape: { ...BLANK, ...shape } });

const endOfOctober = window('2007-10-21', '2007-10-31', { form: 'partOfMonth', year: 2007, month: 10, part: 'last' });
const firstQuarter = window('2008-01-01', '2008-03-31', { form: 'quarter', year: 2008, quarter: 1 });
const midYear = window('2008-05-01', '2008-08-31', { form: 'partOfYear', year: 2008, part: 'middle' });
const byJune = window(null, '2008-06-30', { form: 'by' });
const undated = window(null, null, { form: 'none' });
const july = window('2007-07-01', '2007-07-31', { form: 'month', year: 2007, month: 7 });

describe('a window in words', () => {
  it.each<[Language, string, string, string]>([
    ['en', 'end of October 2007', 'first quarter of 2008', 'mid-2008'],
    ['fr', 'fin octobre 2007', 'premier trimestre de 2008', 'milieu de 2008'],
    ['es', 'finales de octubre de 2007', 'primer trimestre de 2008', 'mediados de 2008'],
    ['ru', 'конец октября 2007 г.', 'I квартал 2008 г.', 'середина 2008 г.'],
    ['zh', '2007年10月下旬', '2008年第一季度', '2008年年中'],
    ['ar', 'أواخر تشرين الأول/أكتوبر ٢٠٠٧', 'الربع الأول من عام ٢٠٠٨', 'منتصف عام ٢٠٠٨'],
  ])('in %s names the part of a month, the quarter and the part of a year', (language, part, quarter, year) => {
    expect([endOfOctober, firstQuarter, midYear].map((it) => inLanguage(language, it))).toEqual([part, quarter, year]);
  });

  it.each<[Language, string, string]>([
    ['en', 'by 30 June 2008', 'date not given'],
    ['fr', 'au plus tard le 30 juin 2008', 'date non précisée'],
    ['es', 'a más tardar el 30 de junio de 2008', 'fecha no indicada'],
    ['ru', 'не позднее 30 июня 2008 г.', 'дата не указана'],
    ['zh', '不迟于2008年6月30日', '日期未注明'],
    ['ar', 'في موعد أقصاه ٣٠ حزيران/يونيه ٢٠٠٨', 'لم يُذكر التاريخ'],
  ])('in %s keeps an open end open, and a missing date missing', (language, by, none) => {
    expect([byJune, undated].map((it) => inLanguage(language, it))).toEqual([by, none]);
  });

  it('names a Russian month by itself in its first case, and after a noun in its second', () => {
    expect(inLanguage('ru', july)).toBe('июль 2007 г.');
    expect(inLanguage('ru', endOfOctober)).toBe('конец октября 2007 г.');
  });

  it('writes the first of a month in French as an ordinal', () => {
    const year = window('2007-04-01', '2007-12-31', { form: 'between' });
    expect(inLanguage('fr', year)).toBe('entre le 1er avril 2007 et le 31 décembre 2007');
  });

  it('quotes no phrase that only says there is no date, and one that names no day', () => {
    const known = { ...window(null, '2007-12-31', { form: 'none' }), phrase: 'undated' };
    const session = { ...undated, phrase: '第六十二届会议期间' };
    expect([known, session].map((it) => phraseBeside(it, inLanguage('en', it)))).toEqual([null, '第六十二届会议期间']);
  });

  it('says that no date was given of an entry called undated, and by when it was known', () => {
    const said = inLanguage('en', window(null, '2007-12-31', { form: 'none' }));
    expect(said).toBe('date not given (by 31 December 2007)');
  });
});

describe('the phrase of the source', () => {
  const told = (phrase: string | null): WindowAnswer => ({ ...firstQuarter, phrase, inWords: 'first quarter of 2008' });

  it('stands beside the words when it says it otherwise', () => {
    expect(phraseBeside(told('2008 年第一季度'), 'first quarter of 2008')).toBe('2008 年第一季度');
  });

  it('is left out where it says the same, whatever its spaces', () => {
    expect(phraseBeside(told('2008 年第一季度'), '2008年第一季度')).toBeNull();
    expect(phraseBeside(told('First quarter of 2008'), 'premier trimestre de 2008')).toBeNull();
    expect(phraseBeside(told(null), 'first quarter of 2008')).toBeNull();
  });
});
