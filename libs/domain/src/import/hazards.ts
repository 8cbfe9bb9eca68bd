import { canonicalJson, DEFAULT_PHRASE_SETTINGS, isRefusal, readWindow, refuse } from '@cadre/kernel';
import { type DomainEvent, type Refusal } from '@cadre/kernel';

/** Grades of posts in common use in the United Nations; pass more where others are used. */
export const GRADES: readonly string[] = [
  ...['USG', 'ASG', 'D-2', 'D-1', 'P-5', 'P-4', 'P-3', 'P-2', 'P-1', 'SL'],
  ...['FS-7', 'FS-6', 'FS-5', 'FS-4', 'FS-3', 'FS-2', 'FS-1'],
  ...['GS', 'G-7', 'G-6', 'G-5', 'G-4', 'G-3', 'G-2', 'G-1'],
  ...['NO-E', 'NO-D', 'NO-C', 'NO-B', 'NO-A'],
];

/** The grades that pass; 'any' where nobody keeps a list. */
export type KnownGrades = readonly string[] | 'any';

const DATE_MEMBERS = /^(earliest|latest|until|dated|on|carriedOverFrom)$|[a-z]On$/;
const COUNT_MEMBERS = /^(atLeast|atMost|askedCount)$/;
/** Kept as the source writes it, whatever its digits. */
const SOURCE_WORDS = /^(phrase|wording|alias)$/;
/** Long enough to be written in lines. */
const IN_LINES = /^(reason|text|note|wording)$/;

/** Members that hold a grade, where not only "grade" does: a block may be of several grades and says so in its own words. */
const GRADE_MEMBERS: ReadonlyMap<unknown, readonly string[]> = new Map([
  ['PostReclassified', ['from', 'to']],
  ['PostProposed', []],
  ['PostApproved', []],
]);

/**
 * The first hazard in a JSON value as it came from a file, or null: in any text a formula, hidden direction, control
 * characters, full-width digits, a negative count or a date that reads two ways; day counts in members that hold dates; unheard-of grades.
 * Member names tell what a text holds; wording of the source is kept whatever its digits.
 */
export function hazardsIn(value: unknown, pointer = '', grades: KnownGrades = GRADES): Refusal | null {
  return hazardInMember(value, { pointer, name: '', grades, gradeMembers: ['grade'] });
}

interface Place {
  readonly pointer: string;
  /** Of the member, or of the list it stands in. */
  readonly name: string;
  readonly grades: KnownGrades;
  readonly gradeMembers: readonly string[];
}

function hazardInMember(value: unknown, place: Place): Refusal | null {
  const { pointer, name, grades } = place;
  if (typeof value === 'string') {
    const hazard = hazardInText(value, pointer, name);
    return hazard ?? (place.gradeMembers.includes(name) ? unknownGrade(value, pointer, grades) : null);
  }
  if (typeof value === 'number') return hazardInNumber(value, pointer, name);
  if (typeof value !== 'object' || value === null) return null;
  const gradeMembers = GRADE_MEMBERS.get((value as { type?: unknown }).type) ?? place.gradeMembers;
  for (const [key, member] of Object.entries(value)) {
    const at = { pointer: `${pointer}/${token(key)}`, name: Array.isArray(value) ? name : key, grades, gradeMembers };
    const hazard = hazardInMember(member, at);
    if (hazard) return hazard;
  }
  return null;
}

function hazardInText(text: string, pointer: string, name: string): Refusal | null {
  const unsafe =
    directionControl(text, pointer) ??
    belowZero(text, pointer, name) ??
    formulaCell(text, pointer) ??
    controlCharacter(text, pointer, { inLines: IN_LINES.test(name) });
  if (unsafe || SOURCE_WORDS.test(name)) return unsafe;
  if (DATE_MEMBERS.test(name)) return dateHazard(text, pointer);
  // Elsewhere "3.2.10" is a paragraph; only a year in full makes a date of it.
  return fullWidthDigits(text, pointer) ?? (/\d{4}\s*$/.test(text) ? ambiguousDate(text, pointer) : null);
}

/** "(5)" is a paragraph where paragraphs are named, and five below zero elsewhere. */
const belowZero = (text: string, pointer: string, name: string): Refusal | null =>
  name === 'paragraph' ? null : negativeCount(text, pointer);

function hazardInNumber(value: number, pointer: string, name: string): Refusal | null {
  if (DATE_MEMBERS.test(name)) return dateHazard(String(value), pointer);
  return COUNT_MEMBERS.test(name) ? negativeCount(String(value), pointer) : null;
}

/** The grades an event gives to single posts and persons; a block's words for several grades are none. */
export function gradesIn({ type, data }: DomainEvent): readonly string[] {
  const members = GRADE_MEMBERS.get(type) ?? ['grade'];
  return members.map((name) => (data as Record<string, unknown>)[name]).filter((grade) => typeof grade === 'string');
}

/** Rows that say the same as an earlier one, members in whatever order; each pointer is the place of the repeat ("/7"). */
export function duplicateRows(rows: readonly unknown[]): readonly Refusal[] {
  const firstOf = new Map<string, number>();
  return rows.flatMap((row, i) => {
    const said = canonicalJson(row);
    const first = firstOf.get(said);
    if (first === undefined) {
      firstOf.set(said, i);
      return [];
    }
    const sentence = `Row ${i + 1} says the same as row ${first + 1}; leave one out, or say what tells them apart.`;
    return [refuse('DUPLICATE_ROW', sentence, { pointer: `/${i}`, details: { first: `/${first}` } })];
  });
}

/** What a cell that should hold a date can hide: 03/04/2008, 39539, full-width digits, a blank. Null when none of these. */
export function dateHazard(cell: string, pointer: string): Refusal | null {
  const read = readWindow({ earliest: cell, latest: cell }, DEFAULT_PHRASE_SETTINGS, '');
  const isHazard =
    isRefusal(read) && ['DATE_AMBIGUOUS', 'DATE_IS_SERIAL', 'FULL_WIDTH_DIGITS', 'DATE_BLANK'].includes(read.code);
  return isHazard ? { ...read, pointer } : null;
}

/** A date whose day and month could be either way round. */
export function ambiguousDate(cell: string, pointer: string): Refusal | null {
  const hazard = dateHazard(cell, pointer);
  return hazard?.code === 'DATE_AMBIGUOUS' ? hazard : null;
}

/** Digits of double width, which look like others and sort unlike them. */
export function fullWidthDigits(cell: string, pointer: string): Refusal | null {
  if (!/[\uFF10-\uFF19]/.test(cell)) return null;
  const plain = cell.normalize('NFKC');
  return refuse('FULL_WIDTH_DIGITS', `"${cell}" is written in full-width digits; write ${plain}.`, {
    pointer,
    details: { plain },
  });
}

/** A grade not on the list, with the one that may be meant ("D2" for "D-2"), or how to make it known. */
export function unknownGrade(cell: string, pointer: string, grades: KnownGrades = GRADES): Refusal | null {
  if (grades === 'any' || grades.includes(cell)) return null;
  const meant = grades.find((grade) => bare(grade) === bare(cell)) ?? null;
  const allow = `if it is one, import with --grade "${cell}", or with --any-grade when there are many`;
  const advice = meant === null ? `${allow}; known are ${grades.join(', ')}` : `write ${meant}`;
  return refuse('UNKNOWN_GRADE', `"${cell}" is not a known grade; ${advice}.`, { pointer, details: { meant } });
}

/** A name nothing is known by; record it as an alias first. `known` holds names as they are folded for searching. */
export function unknownAlias(cell: string, pointer: string, known: ReadonlySet<string>): Refusal | null {
  if (known.has(cell)) return null;
  return refuse('UNKNOWN_ALIAS', `Nothing is known as "${cell}"; record what it is another name for, or mend it.`, {
    pointer,
  });
}

/** A whole cell that is a number below zero, also as accountants write it: -5, −5, (5). */
export function negativeCount(cell: string, pointer: string): Refusal | null {
  if (!/^\s*(?:[-\u2212\uFF0D]\s*\d+|\(\s*\d+\s*\))\s*$/.test(cell)) return null;
  return refuse('COUNT_NEGATIVE', `"${cell}" is below zero, and a count cannot be; write what there is.`, { pointer });
}

/** A text a spreadsheet would run: it begins with = + - @ (single or double width), a tab or a carriage return. Dashes alone run nothing. */
export function formulaCell(cell: string, pointer: string): Refusal | null {
  if (!/^(?:[\t\r]|\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/.test(cell) || /^ *-+ *$/.test(cell)) return null;
  return refuse(
    'FORMULA_CELL',
    'This text begins like a formula, which a spreadsheet would run; begin it with a letter or a digit.',
    { pointer },
  );
}

/** Characters nobody sees that turn the direction of writing or hide between letters. */
export function directionControl(cell: string, pointer: string): Refusal | null {
  const found = /[\p{Bidi_Control}\u00AD\u180E\u200B-\u200D\u2060-\u2064\uFEFF\u{E0000}-\u{E007F}]/u.exec(cell);
  if (!found) return null;
  const sign = codePoint(found[0]);
  return refuse(
    'DIRECTION_CONTROL',
    `An invisible character, ${sign}, stands at place ${found.index + 1}; write the text again without it.`,
    { pointer, details: { character: sign, at: found.index } },
  );
}

/** Characters that are no writing: control codes and halves of characters. Lines and tabs pass where a text is written in lines. */
export function controlCharacter(
  cell: string,
  pointer: string,
  { inLines }: { readonly inLines: boolean },
): Refusal | null {
  const found = (inLines ? /(?!\r?\n|\t)[\p{Cc}\p{Cs}]/u : /[\p{Cc}\p{Cs}]/u).exec(cell);
  if (!found) return null;
  const sign = codePoint(found[0]);
  return refuse(
    'CONTROL_CHARACTER',
    `A character that is no writing, ${sign}, stands at place ${found.index + 1}; write the text again ${inLines ? 'without it' : 'without it, in one line'}.`,
    { pointer, details: { character: sign, at: found.index } },
  );
}

const codePoint = (character: string): string =>
  `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;

const bare = (grade: string): string =>
  grade
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]/g, '');

const token = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');
