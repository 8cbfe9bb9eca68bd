import { addDays, type CivilDate, civilDate, isCivilDate } from './civil-date.js';

/** Every day that an all-number date such as 03/04/2008 can mean, day or month first (and year first when it has two digits). */
export function readingsOf(text: string): readonly CivilDate[] {
  const parts = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})$/.exec(text.trim());
  if (!parts) return [];
  const [a, b, c] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const isShort = parts[3]!.length === 2;
  const year = isShort ? 2000 + c : c;
  const readings = [civilDate(year, b, a), civilDate(year, a, b), ...(isShort ? [civilDate(2000 + a, b, c)] : [])];
  return [...new Set(readings)].filter(isCivilDate);
}

/** The days a spreadsheet's day count can mean, counted from 1900 and from 1904; null when the text is none. */
export function serialReadings(text: string): readonly CivilDate[] | null {
  const serial = /^(\d{5})(?:[.,]\d+)?$/.exec(text.trim());
  return serial && ['1899-12-30', '1904-01-01'].map((start) => addDays(start, Number(serial[1])));
}

/** A text with full-width digits and signs made plain, or null when it has none. */
export function withoutFullWidth(text: string): string | null {
  return /[\uff01-\uff5e]/.test(text) ? text.normalize('NFKC') : null;
}

/** Full-width forms and the digits of Arabic and Persian as plain ones, for reading. */
export function plainDigits(text: string): string {
  return text.normalize('NFKC').replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 15));
}
