import {
  canonicalJson,
  derivedId,
  isRefusal,
  partsOf,
  RecordEvents,
  type Refusal,
  refuse,
  type Telling,
} from '@cadre/kernel';
import { type FileSettings, type ImportEntry, readImportLine } from './import-line.js';

/** A line of a file as far as it could be read, with the command it is sent as or why it is none. */
export interface ImportRow {
  /** Counted from 1, blank lines included. */
  readonly line: number;
  readonly key: string | null;
  readonly stream: string | null;
  readonly type: string | null;
  readonly command: RecordEvents | Refusal;
}

/** What is said along with every line of a file. */
export type FileTelling = Pick<Telling, 'actor' | 'carriedOverFrom'>;

const EVENT_ID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;

/** Reads a whole file, blank lines aside: each line by itself, then what lines say of each other. Decides nothing. */
export async function readImportFile(
  lines: Iterable<string> | AsyncIterable<string>,
  settings: FileSettings,
  telling: FileTelling,
): Promise<readonly ImportRow[]> {
  const rows: ImportRow[] = [];
  const seen: Seen = { byKey: new Map(), byText: new Map(), byCommandId: new Map() };
  let line = 0;
  for await (const text of lines) {
    line++;
    const plain = (line === 1 ? text.replace(/^\ufeff/, '') : text).trim();
    if (plain !== '') rows.push(readRow(plain, line, settings, telling, seen));
  }
  return rows;
}

/** The lines read so far, by what later ones can name or repeat. */
interface Seen {
  readonly byKey: Map<string, { readonly line: number; readonly stream: string; readonly eventId: string }>;
  readonly byText: Map<string, number>;
  readonly byCommandId: Map<string, number>;
}

function readRow(text: string, line: number, settings: FileSettings, telling: FileTelling, seen: Seen): ImportRow {
  const json = parseJson(text);
  const row = { line, ...labelsOf(json) };
  if (json === undefined) {
    return {
      ...row,
      command: refuse('NOT_JSON', 'This line is not JSON; write one object on a line.', { pointer: '' }),
    };
  }
  const entry = readImportLine(json, settings);
  if (isRefusal(entry)) return { ...row, command: entry };
  const repeated = repeatOf(entry, json, line, seen);
  if (repeated) return { ...row, command: repeated };
  const command = commandOf(entry, telling, seen);
  if (entry.key !== null) {
    const eventId = derivedId(entry.commandId, entry.retells === null ? 0 : 1); // a retelling follows its retraction
    seen.byKey.set(entry.key, { line, stream: entry.stream, eventId });
  }
  return { ...row, command };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What a report calls a line by, however little of it can be read. */
function labelsOf(json: unknown): Pick<ImportRow, 'key' | 'stream' | 'type'> {
  const { key, stream, event } = (json ?? {}) as { key?: unknown; stream?: unknown; event?: { type?: unknown } | null };
  const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
  return { key: text(key), stream: text(stream), type: text(event?.type) };
}

/** A key, a command id or a whole line met before: one of the two is a slip. */
function repeatOf(entry: ImportEntry, json: unknown, line: number, seen: Seen): Refusal | null {
  const { key: _key, commandId: _commandId, ...said } = json as Record<string, unknown>;
  const text = canonicalJson(said);
  const [sameKey, sameText] = [entry.key === null ? undefined : seen.byKey.get(entry.key), seen.byText.get(text)];
  const sameId = seen.byCommandId.get(entry.commandId);
  if (!seen.byText.has(text)) seen.byText.set(text, line);
  if (sameText !== undefined) {
    return refuse('DUPLICATE_ROW', `Line ${sameText} says the same; drop one of the two.`, {
      details: { line: sameText },
    });
  }
  if (sameKey) {
    return refuse('DUPLICATE_KEY', `Line ${sameKey.line} has the key "${entry.key}" already; give this one another.`, {
      pointer: '/key',
      details: { line: sameKey.line },
    });
  }
  if (sameId !== undefined) {
    return refuse('DUPLICATE_COMMAND_ID', `Line ${sameId} has this command id already; give each line its own.`, {
      pointer: '/commandId',
      details: { line: sameId },
    });
  }
  seen.byCommandId.set(entry.commandId, line);
  return null;
}

function commandOf(entry: ImportEntry, { actor, carriedOverFrom }: FileTelling, seen: Seen): RecordEvents | Refusal {
  const { stream, event, effective, source, reason, fact, commandId } = entry;
  const precedes = entry.precedes.map((key, i) => eventIdOf(key, stream, `/precedes/${i}`, seen));
  const wrong = precedes.find(isRefusal);
  if (wrong) return wrong;
  const retold = entry.retells === null ? null : eventIdOf(entry.retells, stream, '/retells', seen);
  if (isRefusal(retold)) return retold;
  const corrections =
    retold === null ? [] : [{ eventId: retold, reason: reason ?? '', retelling: { event, effective, source } }];
  return new RecordEvents(
    partsOf(stream).id,
    { events: retold === null ? [event] : [] },
    {
      commandId,
      actor,
      effective,
      source,
      reason,
      precedes: precedes as readonly string[],
      expectedRevision: null,
      corrections,
      correlationId: null,
      causationId: null,
      fact,
      carriedOverFrom,
    },
  );
}

/** The event id behind a key of an earlier line, or an event id given as such. */
function eventIdOf(key: string, stream: string, pointer: string, seen: Seen): string | Refusal {
  const named = seen.byKey.get(key);
  if (named && named.stream !== stream) {
    return refuse(
      'KEY_OF_OTHER_STREAM',
      `"${key}" (line ${named.line}) speaks of ${named.stream}; order holds within one stream.`,
      {
        pointer,
        details: { line: named.line },
      },
    );
  }
  if (named) return named.eventId;
  if (EVENT_ID.test(key)) return key;
  return refuse('KEY_UNKNOWN', `No earlier line has the key "${key}"; put that line first, or give an event id.`, {
    pointer,
  });
}
