import type { Field, FieldKind } from '../record/command-form';
import { COMMANDS } from '../record/commands.generated';
import type { Raw, RawGroup } from '../record/raw';

type Data = Readonly<Record<string, unknown>>;

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MOST_DIGITS = 1_000_000_000;

/** Two ends of a count as an entry holds them; the upper one may be open. */
const COUNT: FieldKind = {
  kind: 'group',
  fields: [
    { name: 'atLeast', required: true, blankIsNull: false, ...wholeNumber() },
    { name: 'atMost', required: true, blankIsNull: true, ...wholeNumber() },
  ],
};

/** A window as an entry holds it: two days, either of which may be open, and the wording of the source. */
const WINDOW: FieldKind = {
  kind: 'group',
  fields: [
    { name: 'earliest', required: false, blankIsNull: true, kind: 'day' },
    { name: 'latest', required: false, blankIsNull: true, kind: 'day' },
    { name: 'phrase', required: false, blankIsNull: true, kind: 'text', mostCharacters: null },
  ],
};

function wholeNumber(): FieldKind {
  return { kind: 'number', least: 0, most: MOST_DIGITS, isWhole: true };
}

/**
 * The fields of a recorded entry: named and made like those of the commands on such a thing, else like what stands in
 * them. What was not reported may stay so.
 */
export function fieldsOfEvent(category: string, data: Data): readonly Field[] {
  const known = COMMANDS.filter((it) => it.category === category).flatMap(({ fields }) => fields);
  return Object.entries(data).map(([name, value]): Field => {
    const like = known.find((it) => it.name === name && suits(it, value));
    const required = value !== null && !Array.isArray(value);
    return { ...(like ? asHeld(like) : kindOf(value)), name, required, blankIsNull: true };
  });
}

/** Whether a field could hold a value: different commands give one name to different things. */
function suits({ kind }: FieldKind, value: unknown): boolean {
  if (value === null) return true;
  if (Array.isArray(value)) return kind === 'list';
  if (typeof value === 'object') return ['group', 'count', 'window'].includes(kind);
  if (typeof value === 'boolean') return kind === 'flag';
  return typeof value === 'number'
    ? kind === 'number'
    : !['list', 'group', 'count', 'window', 'flag', 'number'].includes(kind);
}

/** A field of a command as an entry holds it: read already, so that counts and windows have their ends. */
function asHeld(field: FieldKind): FieldKind {
  switch (field.kind) {
    case 'count':
      return COUNT;
    case 'window':
      return WINDOW;
    case 'group':
      return { kind: 'group', fields: field.fields.map((it): Field => ({ ...it, ...asHeld(it) })) };
    case 'list':
      return { kind: 'list', most: field.most, item: asHeld(field.item) };
    case 'text':
    case 'id':
    case 'stream':
    case 'day':
    case 'flag':
    case 'number':
    case 'enum':
      return field;
  }
}

/** The kind of field that can hold what stands in an entry. */
function kindOf(value: unknown): FieldKind {
  if (typeof value === 'boolean') return { kind: 'flag' };
  if (typeof value === 'number') return { kind: 'number', least: null, most: null, isWhole: false };
  if (typeof value === 'string' && DAY.test(value)) return { kind: 'day' };
  if (Array.isArray(value)) return { kind: 'list', most: null, item: kindOf(value[0] ?? '') };
  if (typeof value === 'object' && value !== null) {
    if ('atLeast' in value) return COUNT;
    if ('earliest' in value) return WINDOW;
    const members = Object.entries(value);
    return {
      kind: 'group',
      fields: members.map(([name, member]): Field => ({
        ...kindOf(member),
        name,
        required: false,
        blankIsNull: true,
      })),
    };
  }
  return { kind: 'text', mostCharacters: null };
}

/** What stands in an entry, as the fields show it. */
export function rawOf(value: unknown): Raw {
  if (value === null || value === undefined) return undefined;
  if (typeof value === 'boolean') return value;
  if (Array.isArray(value)) return value.map(rawOf);
  if (typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, rawOf(member)]));
  }
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** The data of an entry from its fields: a blank is null, "not reported", and an empty list empty. */
export function dataOf(fields: readonly Field[], raw: RawGroup): Record<string, unknown> {
  return Object.fromEntries(fields.map((field) => [field.name, held(field, raw[field.name])]));
}

function held(field: FieldKind, raw: Raw): unknown {
  switch (field.kind) {
    case 'list':
      return ((raw ?? []) as readonly Raw[]).map((item) => held(field.item, item)).filter((item) => item !== null);
    case 'group': {
      const data = dataOf(field.fields, (raw ?? {}) as RawGroup);
      return Object.values(data).every((it) => it === null) ? null : data;
    }
    case 'flag':
      return raw ?? null;
    case 'number':
      return numberIn(raw);
    case 'text':
    case 'id':
    case 'stream':
    case 'day':
    case 'count':
    case 'window':
    case 'enum':
      return typeof raw === 'string' && raw.trim() !== '' ? raw.trim() : null;
  }
}

function numberIn(raw: Raw): number | string | null {
  const text = typeof raw === 'string' ? raw.trim() : '';
  if (text === '') return null;
  return /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : text;
}
