import fc from 'fast-check';
import { Checks, hold } from '../testing/hold.js';
import { addDays } from './civil-date.js';
import { windowOfPhrase } from './phrase.js';
import {
  DEFAULT_PHRASE_SETTINGS,
  halfSpan,
  monthPartSpan,
  monthsSpan,
  type Part,
  quarterSpan,
  type Span,
  yearPartSpan,
} from './span.js';

const checks = new Checks();

/** One way to say each sort of window, in each language; m is the month in the form a date takes. */
interface Sayings {
  readonly months: readonly string[];
  readonly nth: readonly string[];
  readonly day: (d: number, m: string, y: number) => string;
  readonly month: (m: string, y: number) => string;
  readonly part: Readonly<Record<Part, string>>;
  readonly monthPart: (part: string, m: string, y: number) => string;
  readonly yearPart: (part: string, y: number) => string;
  readonly quarter: (nth: string, y: number) => string;
  readonly half: (nth: string, y: number) => string;
  readonly by: (d: number, m: string, y: number) => string;
  readonly since: (d: number, m: string, y: number) => string;
}

const LANGUAGES: Readonly<Record<string, Sayings>> = {
  French: {
    months: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' '),
    nth: ['premier', 'deuxième', 'troisième', 'quatrième'],
    day: (d, m, y) => `${d === 1 ? '1er' : d} ${m} ${y}`,
    month: (m, y) => `${m} ${y}`,
    part: { first: 'début', middle: 'mi-', last: 'fin' },
    monthPart: (part, m, y) => `${part} ${m} ${y}`.replace('- ', '-'),
    yearPart: (part, y) => `${part} ${y}`.replace('- ', '-'),
    quarter: (nth, y) => `${nth} trimestre de ${y}`,
    half: (nth, y) => `${nth} semestre de ${y}`,
    by: (d, m, y) => `au plus tard le ${d} ${m} ${y}`,
    since: (d, m, y) => `depuis le ${d} ${m} ${y}`,
  },
  Spanish: {
    months: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(' '),
    nth: ['primer', 'segundo', 'tercer', 'cuarto'],
    day: (d, m, y) => `${d} de ${m} de ${y}`,
    month: (m, y) => `${m} de ${y}`,
    part: { first: 'principios', middle: 'mediados', last: 'finales' },
    monthPart: (part, m, y) => `a ${part} de ${m} de ${y}`,
    yearPart: (part, y) => `a ${part} de ${y}`,
    quarter: (nth, y) => `${nth} trimestre de ${y}`,
    half: (nth, y) => `${nth} semestre de ${y}`,
    by: (d, m, y) => `a más tardar el ${d} de ${m} de ${y}`,
    since: (d, m, y) => `desde el ${d} de ${m} de ${y}`,
  },
  Russian: {
    months: 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' '),
    nth: ['первый', 'второй', 'третий', 'четвертый'],
    day: (d, m, y) => `${d} ${m} ${y} года`,
    month: (m, y) => `${m} ${y} года`,
    part: { first: 'начало', middle: 'середина', last: 'конец' },
    monthPart: (part, m, y) => `${part} ${m} ${y} года`,
    yearPart: (part, y) => `${part} ${y} года`,
    quarter: (nth, y) => `${nth} квартал ${y} года`,
    half: (nth, y) => `${nth.replace(/ый$/, 'ое').replace(/ой$/, 'ое')} полугодие ${y} года`,
    by: (d, m, y) => `не позднее ${d} ${m} ${y} года`,
    since: (d, m, y) => `с ${d} ${m} ${y} года`,
  },
  Arabic: {
    months: [
      ...['كانون الثاني/يناير', 'شباط/فبراير', 'آذار/مارس', 'نيسان/أبريل', 'أيار/مايو', 'حزيران/يونيه'],
      ...['تموز/يوليه', 'آب/أغسطس', 'أيلول/سبتمبر', 'تشرين الأول/أكتوبر', 'تشرين الثاني/نوفمبر', 'كانون الأول/ديسمبر'],
    ],
    nth: ['الأول', 'الثاني', 'الثالث', 'الرابع'],
    day: (d, m, y) => `${d} ${m} ${y}`,
    month: (m, y) => `${m} ${y}`,
    part: { first: 'أوائل', middle: 'منتصف', last: 'نهاية' },
    monthPart: (part, m, y) => `${part} ${m} ${y}`,
    yearPart: (part, y) => `${part} عام ${y}`,
    quarter: (nth, y) => `الربع ${nth} من عام ${y}`,
    half: (nth, y) => `النصف ${nth} من عام ${y}`,
    by: (d, m, y) => `في موعد أقصاه ${d} ${m} ${y}`,
    since: (d, m, y) => `منذ ${d} ${m} ${y}`,
  },
};

it('each language says a window and is read back as the same days, in its own digits too', () => {
  const day = fc.integer({ min: 0, max: 60_000 }).map((days) => addDays('1900-01-01', days));
  const part = fc.constantFrom<Part>('first', 'middle', 'last');
  const drawn = fc.record({
    language: fc.constantFrom(...Object.keys(LANGUAGES)),
    day,
    part,
    isShouted: fc.boolean(),
    hasArabicDigits: fc.boolean(),
  });
  hold(
    fc.property(drawn, ({ language, day: date, part: which, isShouted, hasArabicDigits }) => {
      const say = LANGUAGES[language]!;
      const [year, month, dayOfMonth] = date.split('-').map(Number) as [number, number, number];
      const name = say.months[month - 1]!;
      const [quarter, half] = [Math.ceil(month / 3), Math.ceil(month / 6)];
      const settings = DEFAULT_PHRASE_SETTINGS;
      const told: readonly (readonly [string, Span | null])[] = [
        [say.day(dayOfMonth, name, year), { earliest: date, latest: date }],
        [say.month(name, year), monthsSpan(year, month)],
        [say.monthPart(say.part[which], name, year), monthPartSpan(settings, year, month, which)],
        [say.yearPart(say.part[which], year), yearPartSpan(settings, year, which)],
        [say.quarter(say.nth[quarter - 1]!, year), quarterSpan(year, quarter)],
        [say.half(say.nth[half - 1]!, year), halfSpan(year, half)],
        [say.by(dayOfMonth, name, year), { earliest: null, latest: date }],
        [say.since(dayOfMonth, name, year), { earliest: date, latest: null }],
      ];
      for (const [phrase, span] of told) {
        const digits = hasArabicDigits
          ? phrase.replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)))
          : phrase;
        const said = isShouted ? ` ${digits.toUpperCase()} ` : digits;
        checks.equal(windowOfPhrase(said, settings), span, said);
      }
    }),
    1_000,
  );
  expect(checks.count).toBe(8_000);
});
