import { periodOfEdtf } from './edtf.js';
import {
  adjacentMonths,
  bienniumSpan,
  type ClosedSpan,
  daySpan,
  fiscalYearAcross,
  halfSpan,
  monthPartSpan,
  monthsSpan,
  type Part,
  type PhraseSettings,
  quarterSpan,
  rangeSpan,
  type Span,
  yearPartSpan,
} from './span.js';

const DEADLINE = /^(?:不迟于|不晚于|至迟)(.+)$|^在?(.+?)(?:之前|以前|前)$/;
const SINCE = /^(?:自从|自|从)(.+?)(?:以来|起|开始|以后|之后)?$|^(.+?)(?:以来|起|以后|之后|后)$/;
const RANGE = /^(?:自|从|在)?(.+?)(?:至|到|-|~)(.+?)(?:之间|期间|间)?$|^(?:在|介于)?(.+?)[与和](.+?)之间$/;
/** 2007/08 and 2008-2009, each with the word that says what sort of years they are. */
const FISCAL = /^(\d{4})\/(\d{2}|\d{4})年?(?:年度|财政年度|财政年|财政期间|财年)$/;
const BIENNIUM = /^(\d{4})年?[-/至到](\d{2}|\d{4})年?两年期$/;
/** 7、8月 · 7至9月 */
const MONTHS = /^(?:(\d{4})年)?(\d{1,2})([、/]|[至到~-])(\d{1,2})月份?$/;
const PERIOD = /^(?:(\d{4})年)?(?:(\d{1,2})月份?)?(.*)$/;

/** Reads a Chinese phrase, folded and without spaces; null when it says no days this reader knows. */
export function readChinese(phrase: string, settings: PhraseSettings, year: number | null): Span | null {
  const text = plainNumerals(phrase).replace(/^[在于](?=\d)/, '');
  const period = readPeriod(text, settings, year) ?? readRange(text, settings, year);
  if (period) return period;
  const deadline = DEADLINE.exec(text);
  const until = deadline && readPeriod((deadline[1] ?? deadline[2])!, settings, year);
  if (until) return { earliest: null, latest: until.latest };
  const since = SINCE.exec(text);
  const from = since && readPeriod((since[1] ?? since[2])!, settings, year);
  return from && { earliest: from.earliest, latest: null };
}

/** 2007年 · 2007年7月 · 2007年7月1日 · 10月初 (with a year to stand in) · 2008年年初 · 2008年第二个季度 · 2008年上半年 */
function readPeriod(text: string, settings: PhraseSettings, otherwise: number | null): ClosedSpan | null {
  const iso = periodOfEdtf(text);
  if (iso) return iso;
  const fiscal = FISCAL.exec(text);
  if (fiscal) return fiscalYearAcross(settings, Number(fiscal[1]), fiscal[2]!);
  const biennium = BIENNIUM.exec(text);
  if (biennium) return bienniumSpan(Number(biennium[1]), biennium[2]!);
  const months = MONTHS.exec(text);
  if (months) return readMonths(months, otherwise);
  const [, ownYear, ownMonth, rest = ''] = PERIOD.exec(text)!;
  const year = ownYear === undefined ? otherwise : Number(ownYear);
  if (year === null) return null;
  if (ownMonth !== undefined) return readInMonth(rest, settings, year, Number(ownMonth));
  if (rest === '') return ownYear === undefined ? null : monthsSpan(year, 1, 12);
  const part = yearPart(rest);
  if (part) return yearPartSpan(settings, year, part);
  const half = /^([上下])半年$/.exec(rest);
  if (half) return halfSpan(year, half[1] === '上' ? 1 : 2);
  const quarter = /^(?:第|头)?([一二三四1-4])个?季度$|^(最后)一?个?季度$|^q([1-4])$/.exec(rest);
  return quarter && quarterSpan(year, quarter[2] ? 4 : numberOf((quarter[1] ?? quarter[3])!));
}

function readMonths([, ownYear, first, sign, last]: RegExpExecArray, otherwise: number | null): ClosedSpan | null {
  const year = ownYear === undefined ? otherwise : Number(ownYear);
  if (year === null) return null;
  const isList = sign === '、' || sign === '/';
  return (isList ? adjacentMonths : monthsSpan)(year, Number(first), Number(last));
}

function readInMonth(rest: string, settings: PhraseSettings, year: number, month: number): ClosedSpan | null {
  if (rest === '') return monthsSpan(year, month);
  const day = /^(\d{1,2})[日号]$/.exec(rest);
  if (day) return daySpan(year, month, Number(day[1]));
  const part = monthPart(rest);
  return part && monthPartSpan(settings, year, month, part);
}

/** Each end borrows from the other what it leaves out: the year, and a bare day the month before it. */
function readRange(text: string, settings: PhraseSettings, year: number | null): ClosedSpan | null {
  const ends = RANGE.exec(text);
  if (!ends) return null;
  const [left, right] = [(ends[1] ?? ends[3])!, (ends[2] ?? ends[4])!];
  const [leftYear, rightYear] = [yearIn(left), yearIn(right)];
  const month = /(\d{1,2})月/.exec(left);
  const last = /^\d{1,2}[日号]$/.test(right) && month ? `${month[1]}月${right}` : right;
  return rangeSpan(
    readPeriod(left, settings, leftYear ?? rightYear ?? year),
    readPeriod(last, settings, rightYear ?? leftYear ?? year),
  );
}

function yearIn(text: string): number | null {
  const year = /^(\d{4})年/.exec(text);
  return year && Number(year[1]);
}

function yearPart(word: string): Part | null {
  if (/^年?初$/.test(word)) return 'first';
  if (/^年?中$/.test(word)) return 'middle';
  return /^年?[底末]$/.test(word) ? 'last' : null;
}

function monthPart(word: string): Part | null {
  if (/^(?:初|上旬)$/.test(word)) return 'first';
  if (word === '中旬') return 'middle';
  return /^(?:下旬|[底末])$/.test(word) ? 'last' : null;
}

/** 二〇〇七年十月三十一日 as 2007年10月31日; numerals that count no year, month or day are left alone. */
function plainNumerals(text: string): string {
  return text
    .replace(/[零○]/g, '〇')
    .replace(/(?<![〇一二三四五六七八九])(?:一九|二〇)[〇一二三四五六七八九]{2}(?![〇一二三四五六七八九])/g, (year) =>
      year.replace(/./g, digitOf),
    )
    .replace(/[一二三四五六七八九十]+(?=[月日号、])/g, plainNumber);
}

/** 三 as 3, 十二 as 12, 三十一 as 31; anything else unchanged. */
function plainNumber(numeral: string): string {
  if (numeral.length === 1 && numeral !== '十') return digitOf(numeral);
  const parts = /^([二三])?十([一二三四五六七八九])?$/.exec(numeral);
  return parts ? `${digitOf(parts[1] ?? '一')}${digitOf(parts[2] ?? '〇')}` : numeral;
}

const digitOf = (numeral: string): string => String('〇一二三四五六七八九'.indexOf(numeral));
const numberOf = (digit: string): number => '一二三四'.indexOf(digit) + 1 || Number(digit);
