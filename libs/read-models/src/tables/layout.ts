import { canonicalJson, sha256, SHARES } from '@cadre/kernel';
import { models } from '../models.js';
import { type Columns, type ColumnType } from '../read-model.js';

/** Raise when a fold changes its mind: tables filled by an older one are then filled anew. */
const FOLDS_VERSION = 6;

/** A column of a table beside the read models; a question mark: it may be null. */
type Kept = 'text' | 'text?' | 'int';

/** Tables beside the read models: one row per log entry, how far each share of the log is told, and what could not be. */
const BESIDE = {
  entries: {
    position: 'int',
    stream: 'text',
    category: 'text',
    revision: 'int',
    event_id: 'text',
    type: 'text',
    earliest: 'text?',
    latest: 'text?',
    phrase: 'text?',
    document: 'text?',
    paragraph: 'text?',
    local_knowledge: 'text?',
    fact: 'text?',
    recorded_at: 'text',
    entered_at: 'text?',
    known_at: 'text',
    actor_id: 'text',
    actor_role: 'text',
    reason: 'text?',
    command_id: 'text',
    precedes: 'text',
    retells: 'text?',
    data: 'text',
  },
  checkpoints: { share: 'int', position: 'int', known_at: 'text', event_id: 'text' },
  parked_streams: { stream: 'text', position: 'int', reason: 'text' },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Kept>>>>;

const INDEXES = [
  'CREATE UNIQUE INDEX entries_by_event ON entries (event_id)',
  'CREATE INDEX entries_by_stream ON entries (stream, revision)',
  'CREATE INDEX entries_by_known ON entries (known_at)',
  'CREATE INDEX entries_by_fact ON entries (fact) WHERE fact IS NOT NULL',
];

/** What leads from a thing to others that name it, without a look at all others: from a block to its posts and cases, from a post to cases and holders, from a person to candidacies. */
const MODEL_INDEXES = [
  'CREATE INDEX posts_by_block ON posts (block_id) WHERE block_id IS NOT NULL',
  'CREATE INDEX posts_by_acting ON posts (acting_person_id) WHERE acting_person_id IS NOT NULL',
  'CREATE INDEX recruitment_by_block ON recruitment (block_id) WHERE block_id IS NOT NULL',
  ...['recruitment', 'incumbency', 'candidacies'].map((table) => `CREATE INDEX ${table}_by_item ON ${table} (item)`),
];

/** Columns of the table `entries` in order. */
export const ENTRY_COLUMNS = Object.keys(BESIDE.entries);

/** Columns of every read model's table that a row says something in, before its own. */
export const SAID = ['item', 'valid_from', 'valid_to', 'certain', 'present', 'ordinal', 'cause', 'causes'];

/** Read models by table: one table per name, though several kinds of stream may fill one. */
export const tableColumns: ReadonlyMap<string, Columns> = new Map(models.map(({ table, columns }) => [table, columns]));

/** All columns of a read model's table but the row's number and what an engine adds for its index. */
export function columnsIn(table: string): readonly string[] {
  return ['stream', 'known_from', 'known_to', ...SAID, ...Object.keys(tableColumns.get(table)!)];
}

/** How one engine writes what the layout says. */
export interface LayoutWords {
  readonly text: string;
  readonly int: string;
  /** What stands behind the last bracket of a table. */
  readonly end: string;
  /** Columns and statements by which an engine finds rows by both clocks. */
  index(table: string): { readonly columns: string; readonly statements: readonly string[] };
}

/** Every statement that makes the tables, in order; the same tables for every engine. */
export function layoutSql(words: LayoutWords): readonly string[] {
  const beside = Object.entries(BESIDE).map(([table, columns]) => besideSql(table, columns, words));
  const shares = Array.from({ length: SHARES }, (_, share) => `(${share}, 0, '', '')`).join(', ');
  return [
    ...beside,
    ...INDEXES,
    `INSERT INTO checkpoints VALUES ${shares}`,
    ...[...tableColumns.keys()].flatMap((table) => modelSql(table, words)),
    ...MODEL_INDEXES,
  ];
}

function besideSql(table: string, columns: Readonly<Record<string, Kept>>, words: LayoutWords): string {
  const declared = Object.entries(columns).map(([name, kept], i) => {
    const type = kept === 'int' ? words.int : words.text;
    return `${name} ${type}${i === 0 ? ' PRIMARY KEY' : ''}${kept.endsWith('?') ? '' : ' NOT NULL'}`;
  });
  return `CREATE TABLE ${table} (${declared.join(', ')})${words.end}`;
}

function modelSql(table: string, words: LayoutWords): readonly string[] {
  const own = Object.entries(tableColumns.get(table)!).map(
    ([name, type]) => `, ${quoted(name)} ${typeIn(words, type)}`,
  );
  const said = SAID.map((name) => `, ${name} ${typeIn(words, isNumber(name) ? 'int' : 'text')} NOT NULL`);
  const { columns, statements } = words.index(table);
  return [
    `CREATE TABLE ${table} (row ${words.int} PRIMARY KEY, stream ${words.text} NOT NULL,
      known_from ${words.text} NOT NULL, known_to ${words.text} NOT NULL${said.join('')}${own.join('')}${columns})${words.end}`,
    `CREATE INDEX ${table}_by_stream ON ${table} (stream)`,
    ...statements,
  ];
}

const isNumber = (name: string): boolean => name === 'certain' || name === 'present' || name === 'ordinal';
const typeIn = (words: LayoutWords, type: ColumnType): string => (type === 'int' ? words.int : words.text);

/** SHA-256 (hex) over all that decides what the tables hold: tables of another shape are filled anew. */
export const SHAPE = sha256(
  canonicalJson({
    FOLDS_VERSION,
    SHARES,
    BESIDE,
    INDEXES,
    MODEL_INDEXES,
    models: models.map(({ table, category, columns }) => [table, category, Object.entries(columns)]),
  }),
);

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
