import { addDays } from './civil-date.js';
import { periodOfEdtf } from './edtf.js';
import { tokensOf } from './phrase-tokens.js';
import { type PhraseWords } from './phrase-words.js';
import {
  adjacentMonths,
  bienniumSpan,
  type ClosedSpan,
  daySpan,
  fiscalYearAcross,
  fiscalYearSpan,
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

/** A pattern of a whole phrase in tokens and what its groups mean; `year` stands in where the phrase names none. */
type Rule = readonly [RegExp, (groups: readonly string[], settings: PhraseSettings, year: number) => ClosedSpan | null];

const rule = (pattern: string, read: Rule[1]): Rule => [new RegExp(`^${pattern}$`), read];

const DAY = '(\\d{1,2})';
const MONTH = 'M(\\d{1,2})';
const YEAR = '(?: \\d{4})?';
const YEARS = '\\d{4}[-/](\\d{2}|\\d{4})';
const PARTS: Readonly<Record<string, Part>> = { EARLY: 'first', MID: 'middle', LATE: 'last' };
const PART = '(EARLY|MID|LATE)';
const BUDGET_YEAR = '(?:BUDGET|FISCAL)';

const PERIODS: readonly Rule[] = [
  rule(`${DAY} ${MONTH}${YEAR}`, ([day, month], _, year) => daySpan(year, Number(month), Number(day))),
  rule(`${MONTH} ${DAY}${YEAR}`, ([month, day], _, year) => daySpan(year, Number(month), Number(day))),
  rule(`${MONTH}${YEAR}`, ([month], _, year) => monthsSpan(year, Number(month))),
  rule(`${MONTH}/${MONTH}${YEAR}`, ([one, next], _, year) => adjacentMonths(year, Number(one), Number(next))),
  rule(`${PART} ${MONTH}${YEAR}`, ([part, month], settings, year) =>
    monthPartSpan(settings, year, Number(month), PARTS[part!]!),
  ),
  rule(`${PART} \\d{4}`, ([part], settings, year) => yearPartSpan(settings, year, PARTS[part!]!)),
  rule('FISCAL \\d{4}', (_groups, settings, year) => fiscalYearSpan(settings, year)),
  rule('\\d{4}/(\\d{2})', ([next], settings, year) => fiscalYearAcross(settings, year, next!)),
  rule(`${BUDGET_YEAR} ${YEARS}`, ([next], settings, year) => fiscalYearAcross(settings, year, next!)),
  rule(`${YEARS} ${BUDGET_YEAR}`, ([next], settings, year) => fiscalYearAcross(settings, year, next!)),
  rule(`BIENNIUM ${YEARS}`, ([next], _, year) => bienniumSpan(year, next!)),
  rule(`${YEARS} BIENNIUM`, ([next], _, year) => bienniumSpan(year, next!)),
  rule(`Q(\\d)${YEAR}`, ([quarter], _, year) => quarterSpan(year, Number(quarter))),
  rule('\\d{4}[ -]Q(\\d)', ([quarter], _, year) => quarterSpan(year, Number(quarter))),
  rule(`H(\\d)${YEAR}`, ([half], _, year) => halfSpan(year, Number(half))),
  rule('\\d{4}[ -]H(\\d)', ([half], _, year) => halfSpan(year, Number(half))),
];

const DEADLINE = /^(?:BY|UNTIL|AT(?= \d{1,2} M)) (.+)$/;
const SINCE = /^SINCE (.+?)(?: ONWARDS)?$|^(.+?) ONWARDS$/;
const BETWEEN = /^BETWEEN (.+) AND (.+)$/;
const RANGE_WORD = / (?:TO|UNTIL) | ?- ?/g;
/** Two months side by side, each with its year. */
const SIDE_BY_SIDE = /^(M\d{1,2} \d{4})\/(M\d{1,2} \d{4})$/;

/** Reads a phrase, folded to lower case, in one language; null when it says no days this reader knows. */
export function readInWords(
  phrase: string,
  language: PhraseWords,
  settings: PhraseSettings,
  year: number | null,
): Span | null {
  const text = tokensOf(phrase, language);
  const deadline = DEADLINE.exec(text);
  if (deadline) return openStart(readPeriod(deadline[1]!, settings, year));
  const tokens = text.replace(/^AT /, '');
  const period = readPeriod(tokens, settings, year) ?? readRange(tokens, settings, year);
  if (period) return period;
  const since = SINCE.exec(tokens);
  return since && openEnd(readPeriod((since[1] ?? since[2])!, settings, year));
}

function readPeriod(text: string, settings: PhraseSettings, otherwise: number | null): ClosedSpan | null {
  const iso = periodOfEdtf(text);
  if (iso) return iso;
  const year = yearIn(text) ?? otherwise;
  if (year === null) return null;
  for (const [pattern, read] of PERIODS) {
    const groups = pattern.exec(text);
    if (groups) return read(groups.slice(1), settings, year);
  }
  return null;
}

function readRange(text: string, settings: PhraseSettings, year: number | null): ClosedSpan | null {
  const between = BETWEEN.exec(text);
  if (between) return readEnds(between[1]!, between[2]!, settings, year);
  const beside = SIDE_BY_SIDE.exec(text);
  if (beside) return besideEachOther(readPeriod(beside[1]!, settings, null), readPeriod(beside[2]!, settings, null));
  const ends = text.replace(/^(?:SINCE|FROM) /, '');
  for (const word of ends.matchAll(RANGE_WORD)) {
    const span = readEnds(ends.slice(0, word.index), ends.slice(word.index + word[0].length), settings, year);
    if (span) return span;
  }
  return null;
}

/** Each end borrows from the other what it leaves out: the year, and for bare day numbers the month. */
function readEnds(left: string, right: string, settings: PhraseSettings, year: number | null): ClosedSpan | null {
  const [leftYear, rightYear] = [yearIn(left), yearIn(right)];
  const monthAfter = /^\d{1,2} (M.*)$/.exec(right);
  const first = /^\d{1,2}$/.test(left) && monthAfter ? `${left} ${monthAfter[1]}` : left;
  const monthBefore = /^(M\d{1,2}) \d{1,2}$/.exec(left);
  const last = /^\d{1,2}(?: \d{4})?$/.test(right) && monthBefore ? `${monthBefore[1]} ${right}` : right;
  return rangeSpan(
    readPeriod(first, settings, leftYear ?? rightYear ?? year),
    readPeriod(last, settings, rightYear ?? leftYear ?? year),
  );
}

function yearIn(text: string): number | null {
  const year = /\b\d{4}\b/.exec(text);
  return year && Number(year[0]);
}

function besideEachOther(first: ClosedSpan | null, second: ClosedSpan | null): ClosedSpan | null {
  return first && second && addDays(first.latest, 1) === second.earliest ? rangeSpan(first, second) : null;
}

const openStart = (span: ClosedSpan | null): Span | null => span && { earliest: null, latest: span.latest };
const openEnd = (span: ClosedSpan | null): Span | null => span && { earliest: span.earliest, latest: null };
