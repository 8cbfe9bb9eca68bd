import type { Field, FieldKind } from './command-form';

/** A window as it is typed: words, and the two ends where the words alone cannot be read. */
export interface WindowRaw {
  readonly phrase: string;
  readonly earliest: string;
  readonly latest: string;
  /** True once the ends are given beside the words; an empty one is open then. */
  readonly withEnds: boolean;
}

/** What stands in a field, as typed; undefined where nothing was. */
export type Raw = string | boolean | undefined | WindowRaw | readonly Raw[] | RawGroup;
export interface RawGroup {
  readonly [name: string]: Raw;
}

export const NO_WINDOW: WindowRaw = { phrase: '', earliest: '', latest: '', withEnds: false };

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A typed window as the API takes it, or undefined for a blank. */
export function saidWindow({ phrase, earliest, latest, withEnds }: WindowRaw): object | undefined {
  const words = phrase.trim();
  if (!withEnds && words === '') return undefined;
  if (!withEnds) return ISO_DAY.test(words) ? { on: words } : { phrase: words };
  return { earliest: earliest || null, latest: latest || null, ...(words === '' ? {} : { phrase: words }) };
}

/** What a field says in a request; undefined when it was left blank. What is said is judged by the server. */
export function said(field: FieldKind, raw: Raw): unknown {
  switch (field.kind) {
    case 'group':
      return saidGroup(field.fields, (raw ?? {}) as RawGroup);
    case 'list': {
      const items = ((raw ?? []) as readonly Raw[]).map((item) => said(field.item, item));
      const given = items.filter((item) => item !== undefined);
      return given.length === 0 ? undefined : given;
    }
    case 'window':
      return saidWindow((raw ?? NO_WINDOW) as WindowRaw);
    case 'flag':
      return raw;
    case 'number':
      return saidNumber(withPlainDigits(textOf(raw)));
    case 'count':
      return withPlainDigits(textOf(raw)) || undefined;
    case 'text':
    case 'id':
    case 'stream':
    case 'day':
    case 'enum':
      return textOf(raw) || undefined;
  }
}

/** The members of a group that were given; undefined when none was. */
function saidGroup(fields: readonly Field[], raw: RawGroup): object | undefined {
  const members = fields.map((field) => [field.name, said(field, raw[field.name])] as const);
  const given = members.filter(([, value]) => value !== undefined);
  return given.length === 0 ? undefined : Object.fromEntries(given);
}

/** A plain number as one; anything else as typed, for the server to say what is wrong with it. */
function saidNumber(text: string): number | string | undefined {
  if (text === '') return undefined;
  return /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : text;
}

/** Digits as the API takes them: an Arabic keyboard, and an input method for Chinese, have others. */
function withPlainDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/g, (digit) => String(digit.charCodeAt(0) & 15));
}

const textOf = (raw: Raw): string => (typeof raw === 'string' ? raw.trim() : '');

/** The content of a command: every field that was given, and null where a blank says something of its own. */
export function saidContent(fields: readonly Field[], raw: RawGroup): Record<string, unknown> {
  const content: Record<string, unknown> = {};
  for (const field of fields) {
    const value = said(field, raw[field.name]);
    if (value !== undefined) content[field.name] = value;
    else if (field.blankIsNull) content[field.name] = null;
  }
  return content;
}

/** JSON pointers of what must be said and was not. */
export function missing(fields: readonly Field[], raw: RawGroup, within = ''): readonly string[] {
  return fields.flatMap((field) => {
    const pointer = `${within}/${field.name}`;
    const value = said(field, raw[field.name]);
    if (value === undefined) return field.required ? [firstOf(field, pointer)] : [];
    if (field.kind === 'group') return missing(field.fields, raw[field.name] as RawGroup, pointer);
    if (field.kind !== 'list' || field.item.kind !== 'group') return [];
    const { fields: parts } = field.item;
    const items = (raw[field.name] as readonly Raw[]).filter((item) => said(field.item, item) !== undefined);
    return items.flatMap((item, i) => missing(parts, item as RawGroup, `${pointer}/${i}`));
  });
}

/** Where a blank group is filled in first. */
function firstOf(field: Field, pointer: string): string {
  if (field.kind !== 'group') return pointer;
  const first = field.fields.find((it) => it.required) ?? field.fields[0];
  return first ? `${pointer}/${first.name}` : pointer;
}
