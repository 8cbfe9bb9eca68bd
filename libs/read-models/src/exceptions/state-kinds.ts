import type { Because, ExceptionAnswer, PromiseAnswer } from '@cadre/contract';
import { dayNumber } from '@cadre/kernel';
import { sql } from 'kysely';
import { claimsAnswer, sourcesOf } from '../claims/claims.query.js';
import { because, entryColumns, type EntryRow } from '../history/entry-rows.js';
import { promisesAnswer } from '../promises/promises.query.js';
import { notReported, reported } from '../table/counts.js';
import { type Snapshot } from '../tables/tables.js';
import { type KindOfException, type Sought } from './kind.js';

/** Exceptions that several entries make together, or none: found by asking what is so, and then sorted out. */
export const stateKinds: readonly KindOfException[] = [
  kindOf('contradiction', contradictions),
  kindOf('overdue', overdue),
  kindOf('parked', parked),
];

/** Null when nothing of the kind was ever told of. */
type Find = (snapshot: Snapshot, sought: Sought) => Promise<readonly ExceptionAnswer[] | null>;

function kindOf(kind: ExceptionAnswer['kind'], find: Find): KindOfException {
  const found = async (snapshot: Snapshot, sought: Sought): Promise<readonly ExceptionAnswer[] | null> =>
    sought.knownAfter === null ? ((await find(snapshot, sought))?.filter((it) => isSought(it, sought)) ?? null) : [];
  return {
    kind,
    async count(snapshot, sought) {
      const all = await found(snapshot, sought);
      if (all === null) return { count: notReported(), carriedOver: 0 };
      const count = reported(all.filter(({ certain }) => certain).length, all.length);
      return { count, carriedOver: all.filter(({ carriedOver }) => carriedOver).length };
    },
    page: async (snapshot, sought, offset, limit) =>
      (await found(snapshot, sought))?.slice(offset, offset + limit) ?? [],
  };
}

function isSought({ stream, entries, carriedOver }: ExceptionAnswer, { streams, live }: Sought): boolean {
  if (live && carriedOver) return false;
  return streams === null || [stream, ...entries.map((it) => it.stream)].some((it) => streams.includes(it ?? ''));
}

const isCarriedOver = (entries: readonly Because[]): boolean => entries.every(({ carriedOver }) => carriedOver);

/** Topics on which sources disagree. */
async function contradictions(snapshot: Snapshot, dates: Sought): Promise<readonly ExceptionAnswer[]> {
  const { topics } = await claimsAnswer(snapshot, dates);
  return topics
    .filter(({ disagree }) => disagree)
    .map((topic) => {
      const entries = [...sourcesOf(topic)];
      const told = { kind: 'contradiction', stream: null, certain: true, days: null } as const;
      return { ...told, topic: topic.topic, reason: null, actorId: null, carriedOver: isCarriedOver(entries), entries };
    });
}

/** Promises open past the end of their window, surely or possibly. */
async function overdue(snapshot: Snapshot, dates: Sought): Promise<readonly ExceptionAnswer[] | null> {
  const answer = await promisesAnswer(snapshot, dates);
  if (answer.overdue.notReported) return null;
  return answer.promises.filter((promise) => promise.overdue !== 'no').map((promise) => late(promise, dates));
}

function late(promise: PromiseAnswer, { validOn }: Sought): ExceptionAnswer {
  const { stream, what, due, because: entries } = promise;
  const last = due.latest ?? promise.firstDue.latest;
  return {
    kind: 'overdue',
    stream,
    certain: promise.overdue === 'yes',
    days: last === null ? null : Math.max(0, dayNumber(validOn) - dayNumber(last)),
    topic: what,
    reason: null,
    actorId: null,
    carriedOver: isCarriedOver(entries),
    entries,
  };
}

/** Streams that cannot be folded since an entry; of these alone nothing is told as of an earlier moment. */
async function parked(snapshot: Snapshot, { knownAt }: Sought): Promise<readonly ExceptionAnswer[]> {
  const rows = await snapshot.all<EntryRow & { readonly why: string }>(
    sql`select ${entryColumns('e')}, p.reason as why from parked_streams p join entries e on e.position = p.position
      where e.known_at <= ${knownAt} order by e.position`,
  );
  return rows.map((row) => ({
    kind: 'parked',
    stream: row.stream,
    certain: true,
    days: null,
    topic: null,
    reason: row.why,
    actorId: row.actor_id,
    carriedOver: row.entered_at !== null,
    entries: [because(row)],
  }));
}
