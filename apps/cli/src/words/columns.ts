const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u;

const WIDEST_CELL = 60;

/** A text that may be long, short enough for a column. */
export const clipped = (text: string): string =>
  text.length <= WIDEST_CELL ? text : `${text.slice(0, WIDEST_CELL - 1)}…`;

/** Lays cells out in columns, two spaces between; the last cell of a row is not padded. Rows may be of different lengths. */
export function inColumns(rows: readonly (readonly string[])[]): readonly string[] {
  const widths: number[] = [];
  for (const row of rows) row.slice(0, -1).forEach((cell, i) => (widths[i] = Math.max(widths[i] ?? 0, widthOf(cell))));
  return rows.map((row) =>
    row.map((cell, i) => (i < row.length - 1 ? cell + ' '.repeat(widths[i]! - widthOf(cell)) : cell)).join('  '),
  );
}

/** Columns a terminal gives a text: Chinese, Japanese and Korean characters take two. */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += WIDE.test(character) ? 2 : 1;
  return width;
}
