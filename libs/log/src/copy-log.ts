import { Conflict, type Entry, type EventLog, type NewEntry, Rejected } from '@cadre/kernel';

/** The copy cannot be made as things stand: the two logs differ, or one is written to meanwhile. */
export class CopyRefused extends Error {
  override readonly name = 'CopyRefused';
}

/** How far a copy has come. */
export interface CopyProgress {
  readonly phase: 'comparing' | 'copying' | 'verifying';
  /** Entries dealt with in this phase; a phase goes through the whole log, save that copying begins after what is there. */
  readonly entries: number;
}

export interface CopyReport {
  /** Entries of the log, the same in both. */
  readonly entries: number;
  /** Those of them that were added to the target now. */
  readonly copied: number;
}

export interface CopyOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: CopyProgress) => void;
}

/** Where to copy to; an engine whose appends first claim their event ids lets that be done ahead. */
type Target = EventLog & { claimAhead?(stream: string, eventIds: readonly string[]): void };

/** Most entries in one append, and so many of them are looked at ahead. */
const [APPEND_ENTRIES, AHEAD_ENTRIES] = [64, 512];
/** No append is larger than this, in bytes of JSON, save one entry alone: half of what a server takes by default. */
const APPEND_BYTES = 512 * 1024;

/**
 * Makes one log the beginning, then the whole, of another: every entry in its order, with its stream, revision, id and
 * text; positions are the target's own. What the target holds already is compared first, so that a copy that was
 * stopped goes on where it was; at the end the whole is compared once more.
 * @throws CopyRefused when the logs differ; Unavailable; the signal's reason
 */
export async function copyLog(from: EventLog, to: Target, options: CopyOptions = {}): Promise<CopyReport> {
  const { signal, onProgress = () => undefined } = options;
  const say = (phase: CopyProgress['phase']) => (entries: number) => {
    onProgress({ phase, entries });
    signal?.throwIfAborted();
  };
  const { rest } = await compare(from, to, say('comparing'));
  let copied = 0;
  for await (const group of ahead(groupsOf(rest), to)) {
    say('copying')(copied);
    await add(to, group);
    copied += group.length;
    say('copying')(copied);
  }
  const verified = await compare(from, to, say('verifying'));
  if (!(await verified.rest.next()).done) {
    throw new CopyRefused('The target ends before the source: one of them was written to meanwhile; run it again.');
  }
  return { entries: verified.common, copied };
}

/** Walks both logs side by side to the end of the target. `rest` is what the source holds beyond. @throws CopyRefused */
async function compare(from: EventLog, to: EventLog, say: (entries: number) => void) {
  const source = from.readAll(0)[Symbol.asyncIterator]();
  let common = 0;
  for await (const there of to.readAll(0)) {
    say(common);
    const here = await source.next();
    if (here.done)
      throw new CopyRefused(
        `The target holds more than the source: ${nameOf(there)} is not in the source. ${ELSEWHERE}`,
      );
    if (textOf(here.value) !== textOf(there)) {
      throw new CopyRefused(
        `The logs differ at entry ${common + 1} in ${differenceOf(here.value, there)}: ${nameOf(here.value)} here, ${nameOf(there)} there. ${ELSEWHERE}`,
      );
    }
    common += 1;
  }
  return { common, rest: rest(source) };
}

async function* rest(source: AsyncIterator<Entry>): AsyncGenerator<Entry> {
  for (let it = await source.next(); !it.done; it = await source.next()) yield it.value;
}

/** Entries of one stream that stand together go in one append. */
async function* groupsOf(entries: AsyncIterable<Entry>): AsyncGenerator<readonly Entry[]> {
  let [group, bytes]: [Entry[], number] = [[], 0];
  for await (const entry of entries) {
    const size = Buffer.byteLength(textOf(entry));
    const isOther = group.length > 0 && group[0]!.stream !== entry.stream;
    if (isOther || group.length === APPEND_ENTRIES || (group.length > 0 && bytes + size > APPEND_BYTES)) {
      yield group;
      [group, bytes] = [[], 0];
    }
    group.push(entry);
    bytes += size;
  }
  if (group.length > 0) yield group;
}

/** Takes groups in before they are wanted, and claims their event ids then. */
async function* ahead(groups: AsyncIterable<readonly Entry[]>, to: Target): AsyncGenerator<readonly Entry[]> {
  const waiting: (readonly Entry[])[] = [];
  let entries = 0;
  for await (const group of groups) {
    to.claimAhead?.(group[0]!.stream, group.map(({ eventId }) => eventId)); // prettier-ignore
    waiting.push(group);
    entries += group.length;
    while (entries > AHEAD_ENTRIES) {
      entries -= waiting[0]!.length;
      yield waiting.shift()!;
    }
  }
  yield* waiting;
}

async function add(to: EventLog, group: readonly Entry[]): Promise<void> {
  const { stream, revision } = group[0]!;
  try {
    await to.append(stream, revision - 1, group.map(asNew));
  } catch (error) {
    if (!(error instanceof Conflict) && !(error instanceof Rejected)) throw error;
    throw new CopyRefused(`The target does not take ${nameOf(group[0]!)}: ${error.message}.`, { cause: error });
  }
}

function asNew({ stream: _stream, revision: _revision, position: _position, ...entry }: Entry): NewEntry {
  return entry;
}

/** Everything of an entry but its position. */
const textOf = (entry: Entry): string => JSON.stringify({ ...entry, position: 0 });

/** What can be done about a target that holds another log. */
const ELSEWHERE = 'Copy to an empty target, or under another CADRE_LOG_PREFIX.';

/** The fields in which two entries are not the same, as the log names them. */
function differenceOf(here: Entry, there: Entry): string {
  const [one, other] = [new Map(Object.entries(here)), new Map(Object.entries(there))];
  const names = [...new Set([...one.keys(), ...other.keys()])].filter((name) => name !== 'position');
  const apart = names.filter((name) => JSON.stringify(one.get(name)) !== JSON.stringify(other.get(name)));
  return apart.length === 0 ? 'the order of fields' : apart.join(', ');
}

const nameOf = ({ stream, revision, eventId }: Entry): string => `revision ${revision} of ${stream} (${eventId})`;
