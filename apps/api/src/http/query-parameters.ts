import {
  type CivilDate,
  type Clock,
  dayOf,
  endOfDay,
  type Instant,
  isCivilDate,
  isInstant,
  isWriting,
  refuse,
  type Refusal,
} from '@cadre/kernel';

/** One part of a question's address: how it is read, and how the documentation shows it. */
export interface Parameter {
  readonly description: string;
  readonly schema: Readonly<Record<string, unknown>>;
  readonly required?: boolean;
  /** What the text says, undefined when it is no such thing; null is a parameter left out. */
  readonly read: (text: string | null, now: Instant) => unknown;
  /** What to give, for the sentence of a refusal. */
  readonly form: string;
}

/** Reads the parameters of an address. Each is given once; those nobody knows are refused, or gathered as filters. */
export function readParameters(
  parameters: Readonly<Record<string, Parameter>>,
  given: Readonly<Record<string, unknown>>,
  { clock, gather }: { readonly clock: Clock; readonly gather: boolean },
): Readonly<Record<string, unknown>> | Refusal {
  const odd = Object.entries(given).find(([, value]) => typeof value === 'string' && !isWriting(value));
  if (odd) return unreadable(odd[0], `${odd[0].slice(0, 50)} holds a character that is no writing; leave it out.`);
  const question: Record<string, unknown> = {};
  const now = clock.now();
  for (const [name, parameter] of Object.entries(parameters)) {
    const text = Object.hasOwn(given, name) ? given[name] : null;
    const value = typeof text === 'string' || text === null ? parameter.read(text, now) : undefined;
    if (value === undefined) return unreadable(name, `${name} must be ${parameter.form}, given once.`);
    question[name] = value;
  }
  const filters: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const [name, value] of Object.entries(given).filter(([key]) => !Object.hasOwn(parameters, key))) {
    // A column is never named like a member that every object has.
    if (!gather || name in Object.prototype)
      return unreadable(name, `There is no parameter "${name.slice(0, 50)}" here; see /api/docs.`);
    if (typeof value !== 'string')
      return unreadable(name, `Give ${name.slice(0, 50)} once, with commas between values.`);
    filters[name] = value;
  }
  return gather ? { ...question, filters } : question;
}

const unreadable = (name: string, sentence: string): Refusal =>
  refuse('QUERY_NOT_READABLE', sentence, {
    pointer: `/query/${name.slice(0, 50).replaceAll('~', '~0').replaceAll('/', '~1')}`,
  });

/** An instant, or the last instant of a civil date; undefined for anything else. */
function readMoment(text: string): Instant | undefined {
  if (isCivilDate(text)) return endOfDay(text);
  return isInstant(text) ? text : undefined;
}

const DAY = 'a day, as in 2007-12-31';
const MOMENT = 'a day or a UTC instant, as in 2007-12-31 or 2007-12-31T12:00:00.000Z';
const DATE = { type: 'string', format: 'date' };

const validOn: Parameter = {
  description: 'True in the world on that day; today when left out.',
  schema: DATE,
  form: DAY,
  read: (text, now) => (text === null ? dayOf(now) : isCivilDate(text) ? text : undefined),
};

const knownAt: Parameter = {
  description: 'As known at that moment: a UTC instant, or a day for its end; now when left out.',
  schema: { type: 'string', example: '2007-12-31' },
  form: MOMENT,
  read: (text, now) => (text === null ? now : readMoment(text)),
};

const after: Parameter = {
  description: 'Wait until the tables have reached this log position, as a command answers it.',
  schema: { type: 'integer', minimum: 0 },
  form: 'a position, as a command answers it',
  read: (text) => (text === null ? null : /^\d{1,15}$/.test(text) ? Number(text) : undefined),
};

/** The two dates of a question, and how far the tables must have come before it is answered. */
export const asOf = { validOn, knownAt, after };

/** A moment that must be given. */
export const moment = (description: string): Parameter => ({
  ...knownAt,
  description,
  required: true,
  read: (given) => (given === null ? undefined : readMoment(given)),
});

/** A moment that may be left out. */
export const someMoment = (description: string): Parameter => ({
  ...knownAt,
  description,
  read: (given) => (given === null ? null : readMoment(given)),
});

/** A day that may be left out. */
export const someDay = (description: string): Parameter => ({
  description,
  schema: DATE,
  form: DAY,
  read: (text) => (text === null ? null : isCivilDate(text) ? text : undefined),
});

/** A day that must be given. */
export const day = (description: string): Parameter => ({
  ...someDay(description),
  required: true,
  read: (text) => (isCivilDate(text) ? text : undefined),
});

/** A text of at most 200 characters that may be left out. */
export const text = (description: string): Parameter => ({
  description,
  schema: { type: 'string', minLength: 1, maxLength: 200 },
  form: 'a text of 1 to 200 characters',
  read: (given) => (given === null || (given.trim() !== '' && given.length <= 200) ? given : undefined),
});

/** Words with commas between them that may be left out. */
export const list = (description: string): Parameter => ({
  ...text(description),
  form: 'words with commas between them, 200 characters at most',
  read: (given) => {
    const words = given?.split(',').map((word) => word.trim()) ?? null;
    return words === null || (given!.length <= 200 && words.every((word) => word !== '')) ? words : undefined;
  },
});

/** A text of a known form that must be given. */
export const matching = (pattern: RegExp, description: string): Parameter => ({
  description,
  schema: { type: 'string', pattern: pattern.source },
  required: true,
  form: description.toLowerCase(),
  read: (given) => (given !== null && pattern.test(given) ? given : undefined),
});

/** One of some words that must be given. */
export const oneOf = (words: readonly string[], description: string): Parameter => ({
  description,
  schema: { type: 'string', enum: words },
  required: true,
  form: `one of ${words.join(', ')}`,
  read: (given) => (given !== null && words.includes(given) ? given : undefined),
});

/** One of some words; `instead` when left out. */
export const oneOfOr = (words: readonly string[], instead: string, description: string): Parameter => ({
  ...oneOf(words, description),
  schema: { type: 'string', enum: words, default: instead },
  required: false,
  read: (given) => (given === null ? instead : words.includes(given) ? given : undefined),
});

/** Some of some words, with commas between them, that may be left out. */
export const listOf = (words: readonly string[], description: string): Parameter => ({
  description,
  schema: { type: 'string', example: words.join(',') },
  form: `some of ${words.join(', ')}, with commas between them`,
  read: (given) => {
    const said = given?.split(',').map((word) => word.trim()) ?? null;
    return said === null || said.every((word) => words.includes(word)) ? said : undefined;
  },
});

/** One of some words that may be left out. */
export const someOf = (words: readonly string[], description: string): Parameter => ({
  ...oneOf(words, description),
  required: false,
  read: (given) => (given === null || words.includes(given) ? given : undefined),
});

/** True or false; false when left out. */
export const flag = (description: string): Parameter => ({
  description,
  schema: { type: 'boolean', default: false },
  form: 'true or false',
  read: (given) => (given === null || given === 'false' ? false : given === 'true' ? true : undefined),
});

/** A whole number from 0 to `most`; `instead` when left out. */
export const wholeNumber = (description: string, most: number, instead: number | null): Parameter => ({
  description,
  schema: { type: 'integer', minimum: 0, maximum: most, ...(instead === null ? {} : { default: instead }) },
  form: `a whole number from 0 to ${most}`,
  read: (given) =>
    given === null ? instead : /^\d{1,15}$/.test(given) && Number(given) <= most ? Number(given) : undefined,
});

/** How a command is to be taken. */
export interface Taking {
  /** Only tried: nothing is recorded. */
  readonly dryRun: boolean;
  /** Only tried, and everything that would change is answered, too, for that day. */
  readonly preview: boolean;
  readonly validOn: CivilDate;
}

/** Reads what stands in the address beside a command. @returns Refusal for anything that cannot be read, or is given twice. */
export function readTaking(query: Readonly<Record<string, unknown>>, clock: Clock): Taking | Refusal {
  return readParameters(taking, query, { clock, gather: false }) as Taking | Refusal;
}

/** What may stand in the address beside a command. */
export const taking: Readonly<Record<keyof Taking, Parameter>> = {
  dryRun: flag('Only try it: answer what would be recorded, and record nothing.'),
  preview: flag('Only try it, and answer every number and state that would change, too; record nothing.'),
  validOn: { ...validOn, description: 'With preview: the day the numbers are for; today when left out.' },
};
