import { isCivilDate } from './civil-date.js';
import { type ClosedSpan, daySpan, halfSpan, monthsSpan, quarterSpan, type Span } from './span.js';

/**
 * A window in Extended Date/Time Format (ISO 8601-2:2019): the shortest form that says the same days, so
 * `2007-10-31`, `2007-10`, `2008-33` (first quarter), `2008`, else an interval; an open end is `..`.
 */
export function toEdtf({ earliest, latest }: Span): string {
  if (earliest === null || latest === null) return `${earliest ?? '..'}/${latest ?? '..'}`;
  if (earliest === latest) return earliest;
  const [year, month] = [earliest.slice(0, 4), Number(earliest.slice(5, 7))];
  const quarter = String(33 + Math.floor((month - 1) / 3));
  const shorter = [earliest.slice(0, 7), `${year}-${quarter}`, year].find((text) => {
    const span = periodOfEdtf(text);
    return span !== null && span.earliest === earliest && span.latest === latest;
  });
  return shorter ?? `${earliest}/${latest}`;
}

/**
 * Reads a day, month, year, quarter (33 to 36), half (40, 41) or interval of these; `..` and an empty end are open.
 * Null for anything else: seasons, and marks of doubt (`?`, `~`), which a window cannot keep.
 */
export function windowOfEdtf(text: string): Span | null {
  const ends = text.split('/');
  if (ends.length === 1) return periodOfEdtf(text);
  if (ends.length !== 2) return null;
  const [first, last] = ends.map((end) => (end === '' || end === '..' ? 'open' : periodOfEdtf(end)));
  if (!first || !last) return null;
  const earliest = first === 'open' ? null : first.earliest;
  const latest = last === 'open' ? null : last.latest;
  return earliest !== null && latest !== null && earliest > latest ? null : { earliest, latest };
}

/** Reads one EDTF day, month, quarter, half or year. */
export function periodOfEdtf(text: string): ClosedSpan | null {
  if (isCivilDate(text)) return daySpan(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8)));
  const parts = /^(\d{4})(?:-(\d{2}))?$/.exec(text);
  if (!parts) return null;
  const year = Number(parts[1]);
  if (parts[2] === undefined) return monthsSpan(year, 1, 12);
  const number = Number(parts[2]);
  if (number >= 33 && number <= 36) return quarterSpan(year, number - 32);
  if (number === 40 || number === 41) return halfSpan(year, number - 39);
  return monthsSpan(year, number);
}
