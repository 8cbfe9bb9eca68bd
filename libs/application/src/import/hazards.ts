import { type Refusal, refuse } from '@cadre/kernel';

/** Characters that reorder or hide what a person sees: bidirectional marks, embeddings, overrides and isolates. */
const DIRECTION = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
/** Texts a spreadsheet would run: they begin with =, + or @, or with - before anything but a number. */
const FORMULA = /^\s*(?:[=@]|[+-](?![\d.,\s]*$))/;
/** Numbers and dates typed with an East Asian keyboard; full-width signs within a wording are left alone. */
const FULL_WIDTH = /^(?=.*[\uff10-\uff19])[\uff0b-\uff19\d\s.,/-]+$/;

/** The first text of a row that does not say what it seems to say, by JSON pointer; null when all of them can be read as they stand. */
export function hazardIn(value: unknown, pointer = ''): Refusal | null {
  if (typeof value === 'string') return hazardOf(value, pointer);
  if (typeof value !== 'object' || value === null) return null;
  for (const [name, member] of Object.entries(value)) {
    const hazard = hazardIn(member, `${pointer}/${pointerToken(name)}`);
    if (hazard) return hazard;
  }
  return null;
}

/** A member's name as a part of a JSON pointer (RFC 6901). */
export const pointerToken = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');

function hazardOf(text: string, pointer: string): Refusal | null {
  const control = DIRECTION.exec(text);
  if (control) {
    const code = control[0].codePointAt(0)!.toString(16).padStart(4, '0').toUpperCase();
    return refuse('DIRECTION_CONTROL', `A hidden U+${code} changes the order in which this reads; remove it.`, {
      pointer,
      details: { index: control.index },
    });
  }
  if (FORMULA.test(text)) {
    return refuse('FORMULA_CELL', 'This begins like a spreadsheet formula; write the value it gives.', { pointer });
  }
  if (!FULL_WIDTH.test(text)) return null;
  const plain = text.normalize('NFKC');
  return refuse('FULL_WIDTH_DIGITS', `"${text}" is written in full-width characters; write ${plain}.`, {
    pointer,
    details: { plain },
  });
}
