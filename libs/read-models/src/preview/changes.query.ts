import type { ChangedRow, PossibleState, PreviewAnswer, PreviewEntry, RowChange } from '@cadre/contract';
import { type CivilDate, type Codec, type Entry } from '@cadre/kernel';
import { sql } from 'kysely';
import { changedRows, changesBetween } from '../compare/changes.query.js';
import { type ForkedLog, knownWith, onFork } from '../fork/tables-on-fork.js';
import { because, entriesWhere } from '../history/entry-rows.js';
import { type TableStore } from '../tables/store.js';
import { type Snapshot } from '../tables/tables.js';
import { numbersBetween } from './numbers-in.js';
import { type Said, saidBy, stateOf } from './said.js';

/** What the entries of a fork would change: a preview, but for the command that is previewed. */
export type ChangesAnswer = Omit<PreviewAnswer, 'revision' | 'alarms'>;

/** What the entries of a fork would change in the answers for a day. @throws ForkDisturbed, Rejected, Unavailable */
export type ChangesOnFork = (log: ForkedLog, validOn: CivilDate) => Promise<ChangesAnswer>;

/** What tables said, and how they were. */
interface Remembered {
  readonly state: string;
  readonly asked: string;
  readonly said: Said;
}

/**
 * Compares what the very questions of the screens are answered by tables as they are and as they would be. As they are
 * they are asked beside the fork, which then holds nobody up, and not again until they change: who fills in a form looks
 * often. Rows can only change in the streams touched.
 */
export function createChangesOnFork(store: TableStore, codec: Codec): ChangesOnFork {
  let last: Remembered | null = null;

  async function standing(snapshot: Snapshot, log: ForkedLog, validOn: CivilDate): Promise<Remembered> {
    const streams = streamsIn(log);
    const [state, asked] = [await stateOf(snapshot), JSON.stringify([validOn, ...streams])];
    if (last?.state === state && last.asked === asked) return last;
    const knownAt = await knownWith(snapshot, log.kept());
    last = { state, asked, said: await saidBy(snapshot, streams, { validOn, knownAt }) };
    return last;
  }
  return async (log, validOn) => {
    const beside = await store.read((snapshot) => standing(snapshot, log, validOn));
    return onFork(store, codec, log, async ({ before, knownAt, tell }) => {
      const hasMoved = (await stateOf(before)) !== beside.state;
      const was = hasMoved ? await standing(before, log, validOn) : beside;
      const after = await tell();
      const dates = { validOn, knownAt };
      const is = await saidBy(after, streamsIn(log), dates);
      const rows: RowChange[] = [];
      for (const [table, things] of is.things) {
        const changes = changesBetween(table, was.said.things.get(table)!, things);
        rows.push(...(await changedRows(after, changes)).map(withColumns));
      }
      const entries = await previewEntries(after, log.kept());
      return { ...dates, entries, counts: numbersBetween(was.said.numbers, is.numbers), rows };
    });
  };
}

const streamsIn = (log: ForkedLog): ReadonlySet<string> => new Set(log.kept().map(({ stream }) => stream));

function withColumns(row: ChangedRow): RowChange {
  const states = [...row.before, ...row.after];
  const names = new Set(states.flatMap(({ values }) => Object.keys(values)));
  const said = (those: readonly PossibleState[], name: string): string =>
    JSON.stringify(those.map(({ present, values }) => (present ? JSON.stringify(values[name]) : '')).toSorted());
  return { ...row, columns: [...names].filter((name) => said(row.before, name) !== said(row.after, name)) };
}

async function previewEntries(snapshot: Snapshot, kept: readonly Entry[]): Promise<PreviewEntry[]> {
  const ids = kept.map(({ eventId }) => eventId);
  const rows = await entriesWhere(snapshot, snapshot.words.among(sql`e.event_id`, ids));
  const byId = new Map(rows.map((row) => [row.event_id, row]));
  return kept.map(({ eventId, causationId, reason, revision }) => {
    const row = byId.get(eventId)!;
    const becauseOf = causationId !== null && byId.has(causationId) ? causationId : null;
    return { ...because(row), revision, reason, becauseOf };
  });
}
