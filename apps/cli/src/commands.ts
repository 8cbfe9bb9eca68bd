import { type CommandShape } from './command-shape.js';
import { TABLES } from './tables.js';

const TABLE = { name: 'TABLE', help: `one of ${TABLES.join(', ')}` };
const FILTERS = ['where', 'within'] as const;
const DATES = ['valid-on', 'known-at'] as const;

/** Every command of the program. */
export const COMMANDS: readonly CommandShape[] = [
  {
    name: 'as-of',
    usage: 'as-of [TABLE]',
    summary: 'what was true on a day, as known at a moment',
    details: ['Without TABLE the overview: establishment, teams and promises.'],
    words: [{ ...TABLE, optional: true }],
    options: [...FILTERS, ...DATES],
    examples: ['as-of', 'as-of teams --where status=standing --valid-on 2007-10-25'],
    load: async () => (await import('./commands/as-of.js')).asOf,
  },
  {
    name: 'explain',
    usage: 'explain TABLE',
    summary: 'a number, and everything it rests on',
    details: [
      'For each thing counted: what it can have been, then its whole history in order of events with both clocks,',
      'source and paragraph, and what was retracted.',
    ],
    words: [TABLE],
    options: [...FILTERS, ...DATES],
    examples: ['explain teams --where status=standing --valid-on 2007-10-25'],
    load: async () => (await import('./commands/explain.js')).explain,
  },
  {
    name: 'diff',
    usage: 'diff --known A B',
    summary: 'what changed in the answers between two known moments',
    details: ['Both for the same day of the world; then what was recorded in between.'],
    words: [{ name: 'B', help: 'the later of the two moments', optional: true }],
    options: ['known', 'valid-on'],
    examples: ['diff --known 2007-12-31 2008-02-01 --valid-on 2008-01-31'],
    load: async () => (await import('./commands/diff.js')).diff,
  },
  {
    name: 'history',
    usage: 'history STREAM',
    summary: 'every entry of a stream, also what was retracted',
    details: ['In order of recording, with both clocks. Retellings name what they tell anew.'],
    words: [{ name: 'STREAM', help: 'the stream of one thing, as in team-darfur' }],
    options: ['known-at'],
    examples: ['history team-darfur --known-at 2007-12-31'],
    load: async () => (await import('./commands/history.js')).history,
  },
  {
    name: 'narrative',
    usage: 'narrative',
    summary: 'the answers as sentences, each with its sources',
    details: [],
    words: [],
    options: [...DATES],
    examples: ['narrative --valid-on 2007-12-31'],
    load: async () => (await import('./commands/narrative.js')).narrative,
  },
  {
    name: 'import',
    usage: 'import FILE',
    summary: 'check the entries of a file; record them with --record',
    details: [
      'One JSON object a line; - reads the standard input. Says of every row: new, unchanged, or refused and why.',
      'Nothing is written without --record, and nothing while any row is refused. Loading a file twice changes nothing.',
    ],
    words: [{ name: 'FILE', help: 'a file of entries (.ndjson), or - for the standard input' }],
    options: ['record', 'carried-over-from', 'grade', 'any-grade', 'actor', 'role'],
    examples: ['import entries.ndjson', 'import entries.ndjson --record --carried-over-from 2007-12-31'],
    load: async () => (await import('./commands/import.js')).importFile,
  },
  {
    name: 'rebuild',
    usage: 'rebuild',
    summary: 'fill the tables anew from the log and compare',
    details: [
      'The tables in use go on answering meanwhile. Ctrl-C stops it and leaves them as they were.',
      'Ends with exit code 1 when the new tables differ from the old. The former tables are kept until the next rebuild:',
      'with --undo they are put in use again, and brought up to the log by whoever keeps them.',
    ],
    words: [],
    options: ['undo'],
    examples: ['rebuild --data /srv/cadre', 'rebuild --undo'],
    load: async () => (await import('./commands/rebuild.js')).rebuild,
  },
  {
    name: 'migrate',
    usage: 'migrate',
    summary: 'copy the log of a data folder to EventStoreDB',
    details: [
      'What the target holds already is compared entry by entry, and a difference ends it; then the rest is copied in',
      'order, and all is verified once more. Ctrl-C stops it; running it again goes on from there. The streams are named',
      'as CADRE_LOG_PREFIX says. Tables are not copied: they are filled from the log.',
    ],
    words: [],
    options: ['from', 'to'],
    examples: ['migrate --from /srv/cadre --to esdb://user:password@db.example:2113'],
    load: async () => (await import('./commands/migrate.js')).migrate,
  },
];
