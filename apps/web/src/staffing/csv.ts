import { stringify } from 'csv-stringify/browser/esm/sync';

/** A cell of a table that people open with a spreadsheet. */
export type Cell = string | number | null;

/** Spreadsheets take a text for UTF-8 by it. */
const BYTE_ORDER_MARK = '\ufeff';
/** Half a line break ends a line for some of them. */
const LINE_BREAK = /[\r\n]/;

/** Cells as a file of comma-separated values (RFC 4180); no text in it can be taken for a formula. */
export function csvOf(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const lines = [head, ...rows].map((row) => row.map(harmless));
  return BYTE_ORDER_MARK + stringify(lines, { record_delimiter: 'windows', quoted_match: LINE_BREAK });
}

/** Text that a spreadsheet would run begins with an apostrophe, which it shows as text. */
function harmless(cell: Cell): Cell {
  return typeof cell === 'string' && /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
}
