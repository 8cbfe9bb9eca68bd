import { addDays } from './civil-date.js';
import { periodOfEdtf } from './edtf.js';
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

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const YEAR = '(?:,? (?:of )?(\\d{4}))';
const PART = '(early|beginning of|start of|first ten days of|mid|middle of|late|end(?: of)?|last ten days of)';
const FISCAL = '(?:fiscal|financial|budget) (?:year|period)';
const NTH = '(first|second|third|fourth|last|1st|2nd|3rd|4th)';

/** A pattern of a whole phrase and what its groups mean; `year` stands in where the phrase names none. */
type Rule = readonly [RegExp, (groups: readonly string[], settings: PhraseSettings, year: number) => ClosedSpan | null];

const rule = (pattern: string, read: Rule[1]): Rule => [new RegExp(`^${pattern}$`), read];

const PERIODS: readonly Rule[] = [
  rule(`(\\d{1,2})(?:st|nd|rd|th)?(?: of)? ${MONTH}${YEAR}?`, ([day, month], _, year) =>
    daySpan(year, monthOf(month), Number(day)),
  ),
  rule(`${MONTH} (\\d{1,2})(?:st|nd|rd|th)?${YEAR}?`, ([month, day], _, year) =>
    daySpan(year, monthOf(month), Number(day)),
  ),
  rule(`${MONTH}${YEAR}?`, ([month], _, year) => monthsSpan(year, monthOf(month))),
  rule(`${MONTH}/${MONTH}${YEAR}?`, ([first, second], _, year) =>
    adjacentMonths(year, monthOf(first), monthOf(second)),
  ),
  rule(`${PART} ${MONTH}${YEAR}?`, ([part, month], settings, year) =>
    monthPartSpan(settings, year, monthOf(month), partOf(part)),
  ),
  rule(`${PART} (?:year )?(\\d{4})`, ([part], settings, year) => yearPartSpan(settings, year, partOf(part))),
  rule('year \\d{4}', (_groups, _settings, year) => monthsSpan(year, 1, 12)),
  rule('fiscal year \\d{4}', (_groups, settings, year) => fiscalYearSpan(settings, year)),
  rule('\\d{4}/(\\d{2})', ([next], settings, year) => fiscalYearAcross(settings, year, next!)),
  rule(`${FISCAL} \\d{4}[-/](\\d{2}|\\d{4})`, ([next], settings, year) => fiscalYearAcross(settings, year, next!)),
  rule(`\\d{4}[-/](\\d{2}|\\d{4}) ${FISCAL}`, ([next], settings, year) => fiscalYearAcross(settings, year, next!)),
  rule('biennium \\d{4}[-/](\\d{2}|\\d{4})', ([next], _, year) => bienniumSpan(year, next!)),
  rule('\\d{4}[-/](\\d{2}|\\d{4}) biennium', ([next], _, year) => bienniumSpan(year, next!)),
  rule(`q([1-4])${YEAR}?`, ([quarter], _, year) => quarterSpan(year, Number(quarter))),
  rule('\\d{4}[ -]q([1-4])', ([quarter], _, year) => quarterSpan(year, Number(quarter))),
  rule(`${NTH} quarter${YEAR}?`, ([nth], _, year) => quarterSpan(year, nthOf(nth, 4))),
  rule(`h([12])${YEAR}?`, ([half], _, year) => halfSpan(year, Number(half))),
  rule('\\d{4}[ -]h([12])', ([half], _, year) => halfSpan(year, Number(half))),
  rule(`${NTH} half${YEAR}?`, ([nth], _, year) => halfSpan(year, nthOf(nth, 2))),
];

const DEADLINE =
  /^(?:by|before|no later than|not later than|not after|on or before|prior to|until|through|up to) (.+)$/;
const SINCE =
  /^(?:since|after|from|on or after|not before|no earlier than|not earlier than) (.+?)(?: on| onwards?)?$|^(.+?) (?:onwards?|and beyond)$/;
const BETWEEN = /^between (.+) and (.+)$/;
const RANGE_WORD = / (?:to|until|through) | ?- ?/g;
/** Two months side by side, each with its year. */
const SIDE_BY_SIDE = /^([a-z]+\.? \d{4})\/([a-z]+\.? \d{4})$/;

/** Reads an English phrase, folded to lower case; null when it says no days this reader knows. */
export function readEnglish(phrase: string, settings: PhraseSettings, year: number | null): Span | null {
  const text = phrase
    .replace(/\bthe /g, '')
    .replace(/\b(early|mid|late|end)-/g, '$1 ')
    .replace(/\bfy ?(?=\d)/g, 'fiscal year ')
    .replace(/^(?:on|in|during|at) /, '');
  const period = readPeriod(text, settings, year) ?? readRange(text, settings, year);
  if (period) return period;
  const deadline = DEADLINE.exec(text);
  if (deadline) return openStart(readPeriod(deadline[1]!, settings, year));
  const since = SINCE.exec(text);
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
  const ends = text.replace(/^from /, '');
  for (const word of ends.matchAll(RANGE_WORD)) {
    const span = readEnds(ends.slice(0, word.index), ends.slice(word.index + word[0].length), settings, year);
    if (span) return span;
  }
  return null;
}

/** Each end borrows from the other what it leaves out: the year, and for bare day numbers the month. */
function readEnds(left: string, right: string, settings: PhraseSettings, year: number | null): ClosedSpan | null {
  const [leftYear, rightYear] = [yearIn(left), yearIn(right)];
  const monthAfter = /^\d{1,2} (\D.*)$/.exec(right);
  const first = /^\d{1,2}$/.test(left) && monthAfter ? `${left} ${monthAfter[1]}` : left;
  const monthBefore = /^(\D+) \d{1,2}$/.exec(left);
  const last = /^\d{1,2}(?:,? \d{4})?$/.test(right) && monthBefore ? `${monthBefore[1]} ${right}` : right;
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

const monthOf = (name = ''): number => MONTHS.indexOf(name.slice(0, 3)) + 1;

function partOf(word = ''): Part {
  if (/^(?:early|beginning|start|first)/.test(word)) return 'first';
  return word.startsWith('mid') ? 'middle' : 'last';
}

function nthOf(word = '', last: number): number {
  if (word === 'last') return last;
  return { first: 1, second: 2, third: 3, fourth: 4 }[word] ?? Number(word.slice(0, 1));
}
