import {
  derivedId,
  canonicalJson,
  type DomainEvent,
  isRefusal,
  type PhraseSettings,
  readWindow,
  type Refusal,
  refuse,
  type Source,
  type Window,
} from '@cadre/kernel';
import { hazardsIn, type KnownGrades } from '@cadre/domain';

/** What a file is read by: the days fuzzy words mean, and the grades that are known. */
export interface FileSettings {
  readonly phrases: PhraseSettings;
  readonly grades: KnownGrades;
}

/** One entry of a file, read; whether it may stand is still to be judged. */
export interface ImportEntry {
  /** Tells the lines of one document apart; null for a line that is its own key. */
  readonly key: string | null;
  readonly stream: string;
  readonly event: DomainEvent;
  readonly effective: Window;
  readonly source: Source;
  readonly reason: string | null;
  /** Reference of the fact in its source material ("T07"), or null. */
  readonly fact: string | null;
  /** Keys of earlier lines of the same stream, or event ids already recorded there, that this one comes before. */
  readonly precedes: readonly string[];
  /** Key of an earlier line, or event id already recorded, that this one corrects. */
  readonly retells: string | null;
  /** The same line read again gives the same id, so that loading it again changes nothing. */
  readonly commandId: string;
}

type Members = Readonly<Record<string, unknown>>;

const REQUIRED = ['stream', 'event', 'effective', 'source'];
const OPTIONAL = ['key', 'reason', 'fact', 'precedes', 'retells', 'commandId'];
const STREAM = /^[a-z]+-[a-z0-9][a-z0-9-]{0,99}$/;
const TEXT_LIMIT = 200;

/**
 * Reads one line of an import file, or says what is wrong with it, by JSON pointer into the line:
 * `{"key": "T07", "stream": "team-darfur", "event": {"type": "TeamStoodUp", "data": {}}, "effective": {"phrase": "end of October 2007"},
 * "source": {"kind": "document", "document": "A/62/627", "paragraph": "19"}, "fact": "T07"}`. Members not known are refused.
 */
export function readImportLine(json: unknown, { phrases, grades }: FileSettings): ImportEntry | Refusal {
  const members = readMembers(json, '', REQUIRED, OPTIONAL);
  if (isRefusal(members)) return members;
  const hazard = hazardsIn(json, '', grades);
  if (hazard) return hazard;
  const { stream } = members;
  if (typeof stream !== 'string' || !STREAM.test(stream)) {
    return refuse('STREAM_NOT_READABLE', 'A stream is its kind, a dash and an id, as in "team-darfur".', {
      pointer: '/stream',
    });
  }
  const event = readEvent(members.event);
  if (isRefusal(event)) return event;
  const effective = readEffective(members.effective, phrases);
  if (isRefusal(effective)) return effective;
  const source = readSource(members.source);
  if (isRefusal(source)) return source;
  const texts = readTexts(members, ['key', 'reason', 'fact', 'retells', 'commandId']);
  if (isRefusal(texts)) return texts;
  const precedes = readPrecedes(members.precedes);
  if (isRefusal(precedes)) return precedes;
  const { key, reason, fact, retells } = texts;
  if (retells !== null && reason === null) {
    return refuse('REASON_REQUIRED', 'A correction says why: give a reason.', { pointer: '/reason' });
  }
  if (retells !== null && precedes.length > 0) {
    return refuse('PRECEDES_OF_RETELLING', 'A retelling keeps the order of what it retells; leave "precedes" out.', {
      pointer: '/precedes',
    });
  }
  const commandId = texts.commandId ?? commandIdOf(source, key, json);
  return { key, stream, event, effective, source, reason, fact, precedes, retells, commandId };
}

/** The id of the command a line is sent as: derived from its document and its key, or for want of a key from the whole line. */
function commandIdOf(source: Source, key: string | null, json: unknown): string {
  return derivedId('import', source.kind === 'document' ? source.document : source.kind, key ?? canonicalJson(json));
}

/** The members of an object: none missing, none unheard of. */
function readMembers(
  value: unknown,
  pointer: string,
  required: readonly string[],
  optional: readonly string[],
): Members | Refusal {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return refuse('NOT_AN_OBJECT', 'Write a JSON object here.', { pointer });
  }
  const unknown = Object.keys(value).find((name) => !required.includes(name) && !optional.includes(name));
  if (unknown !== undefined) {
    return refuse(
      'MEMBER_UNKNOWN',
      `"${unknown}" is not read here; known are ${[...required, ...optional].join(', ')}.`,
      {
        pointer: `${pointer}/${pointerToken(unknown)}`,
      },
    );
  }
  const missing = required.find((name) => !Object.hasOwn(value, name));
  return missing === undefined
    ? (value as Members)
    : refuse('MEMBER_MISSING', `"${missing}" is missing.`, { pointer: `${pointer}/${missing}` });
}

function readEvent(value: unknown): DomainEvent | Refusal {
  const members = readMembers(value, '/event', ['type', 'data'], []);
  if (isRefusal(members)) return members;
  const type = readText(members.type, '/event/type');
  if (isRefusal(type)) return type;
  if (type === null) return refuse('MEMBER_MISSING', 'Name the event.', { pointer: '/event/type' });
  if (type === 'EntryRetracted') {
    return refuse('RETRACTION_NOT_LOADED', 'A file corrects by "retells", which keeps what is told instead.', {
      pointer: '/event/type',
    });
  }
  const data = members.data;
  if (typeof data !== 'object' || data === null || Array.isArray(data)) {
    return refuse('NOT_AN_OBJECT', 'Write a JSON object here.', { pointer: '/event/data' });
  }
  return { type, data };
}

/** `{earliest, latest, phrase}`, `{edtf}`, a phrase alone, or `{on}` for one day. */
function readEffective(value: unknown, settings: PhraseSettings): Window | Refusal {
  const members = readMembers(value, '/effective', [], ['on', 'earliest', 'latest', 'phrase', 'edtf']);
  if (isRefusal(members)) return members;
  const notText = Object.entries(members).find(([, end]) => end !== null && typeof end !== 'string');
  if (notText) return refuse('NOT_TEXT', 'Write a text or null here.', { pointer: `/effective/${notText[0]}` });
  const { on, ...input } = members as Record<string, string | null>;
  if (on === undefined) return readWindow(input, settings);
  if (input.earliest !== undefined || input.latest !== undefined) {
    return refuse('WINDOW_TOLD_TWICE', 'Give "on" for one day, or "earliest" and "latest", not both.', {
      pointer: '/effective/on',
    });
  }
  const window = readWindow({ ...input, earliest: on, latest: on }, settings);
  return isRefusal(window) && window.pointer === '/effective/earliest'
    ? { ...window, pointer: '/effective/on' }
    : window;
}

function readSource(value: unknown): Source | Refusal {
  const kind = typeof value === 'object' && value !== null ? (value as { kind?: unknown }).kind : undefined;
  const wanted = { document: ['document', 'paragraph'], 'local-knowledge': ['who'] }[kind as Source['kind']];
  if (!wanted) {
    return refuse(
      'SOURCE_NOT_READABLE',
      'Name the source: kind "document" (document, paragraph) or "local-knowledge" (who).',
      {
        pointer: '/source/kind',
      },
    );
  }
  const members = readMembers(value, '/source', ['kind', ...wanted], []);
  if (isRefusal(members)) return members;
  for (const name of wanted) {
    const text = readText(members[name], `/source/${name}`);
    if (isRefusal(text)) return text;
    if (text === null)
      return refuse('SOURCE_NOT_READABLE', `A source names its ${name}.`, { pointer: `/source/${name}` });
  }
  return members as unknown as Source;
}

function readPrecedes(value: unknown): readonly string[] | Refusal {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) return refuse('NOT_A_LIST', 'Write a list of keys here.', { pointer: '/precedes' });
  const wrong = value.map((key, i) => readText(key ?? '', `/precedes/${i}`)).find(isRefusal);
  return wrong ?? (value as string[]);
}

function readTexts<Name extends string>(
  members: Members,
  names: readonly Name[],
): Record<Name, string | null> | Refusal {
  const texts: [Name, string | null][] = [];
  for (const name of names) {
    const text = readText(members[name] ?? null, `/${name}`);
    if (isRefusal(text)) return text;
    texts.push([name, text]);
  }
  return Object.fromEntries(texts) as Record<Name, string | null>;
}

/** A text that says something, or null. */
function readText(value: unknown, pointer: string): string | null | Refusal {
  if (value === null) return null;
  if (typeof value !== 'string') return refuse('NOT_TEXT', 'Write a text or null here.', { pointer });
  if (value.trim() === '')
    return refuse('TEXT_BLANK', 'A blank says nothing: leave it out or write null.', { pointer });
  const limit = pointer === '/reason' ? 10 * TEXT_LIMIT : TEXT_LIMIT;
  return value.length <= limit ? value : refuse('TEXT_TOO_LONG', `At most ${limit} characters fit here.`, { pointer });
}

const pointerToken = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');
