import { type Moment, readDay, readMoment } from './dates.js';
import { readFilters } from './filters.js';
import { readServer, readText } from './text.js';

/** How an option is written on the command line and read from there. */
interface OptionShape<T> {
  /** What stands for its value in the help; null for an option that takes none. */
  readonly value: string | null;
  readonly help: string;
  /** Takes every value given, in order; throws BadArgument. */
  read(this: void, values: readonly string[], name: string): T;
  /** True when it may be given more than once. */
  readonly repeats?: true;
}

const once = <T>(read: (value: string, name: string) => T) => ({
  read: (values: readonly string[], name: string): T => read(values[0]!, name),
});

const option = <T>(shape: OptionShape<T>): OptionShape<T> => shape;

/** Every option of every command: one name, one meaning. */
export const OPTIONS = {
  data: option<string>({
    value: 'FOLDER',
    help: 'the data folder (else the setting CADRE_DATA, else .cadre)',
    ...once(readText),
  }),
  'valid-on': option<string>({
    value: 'DATE',
    help: 'true in the world on that day, as in 2007-10-25 (else today)',
    ...once(readDay),
  }),
  'known-at': option<Moment>({
    value: 'DATE|INSTANT',
    help: 'as known at the end of that day or at that UTC instant (else now)',
    ...once(readMoment),
  }),
  json: option<true>({ value: null, help: 'the exact answer as JSON', read: () => true }),
  where: option<Readonly<Record<string, readonly string[]>>>({
    value: 'COLUMN=VALUE[,VALUE]',
    help: 'only what has one of these values in the column; give it again for a further column',
    read: readFilters,
    repeats: true,
  }),
  within: option<true>({
    value: null,
    help: 'a unit in --where stands for everything below it as well',
    read: () => true,
  }),
  known: option<readonly Moment[]>({
    value: 'DATE|INSTANT',
    help: 'the earlier of the two moments to compare',
    read: (values, name) => values.map((value) => readMoment(value, name)),
    repeats: true,
  }),
  record: option<true>({ value: null, help: 'record the entries; without it nothing is written', read: () => true }),
  'carried-over-from': option<string>({
    value: 'DATE',
    help: 'the date of the old document the entries are taken from; only into a log with nothing later',
    ...once(readDay),
  }),
  grade: option<readonly string[]>({
    value: 'GRADE',
    help: 'a grade of this organisation, as in "Librarian II", beside the usual ones; may be given again',
    read: (values, name) => values.map((value) => readText(value, name)),
    repeats: true,
  }),
  'any-grade': option<true>({ value: null, help: 'take every grade as it is written', read: () => true }),
  actor: option<string>({ value: 'ID', help: 'who records, by id (else command-line)', ...once(readText) }),
  role: option<string>({ value: 'ROLE', help: 'in which role (else importer)', ...once(readText) }),
  undo: option<true>({
    value: null,
    help: 'go back to the tables before the last rebuild; given again, forth',
    read: () => true,
  }),
  from: option<string>({
    value: 'FOLDER',
    help: 'the data folder to copy from (else as --data says)',
    ...once(readText),
  }),
  to: option<string>({
    value: 'ADDRESS',
    help: 'EventStoreDB, as in esdb://user:password@host:2113 (else the setting CADRE_LOG)',
    ...once(readServer),
  }),
  help: option<true>({ value: null, help: 'this text', read: () => true }),
} as const;

export type OptionName = keyof typeof OPTIONS;

/** The options as given; what was not given is absent. */
export type Options = { readonly [Name in OptionName]?: ReturnType<(typeof OPTIONS)[Name]['read']> };
