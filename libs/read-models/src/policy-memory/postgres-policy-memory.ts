import type pg from 'pg';
import { legible } from '../legible.js';
import { askShared, makeSharedSchema } from '../postgres/shared-schema.js';
import {
  REMEMBERED,
  type StoredAlarm,
  type StoredFollowed,
  type StoredPolicyMemory,
  type StoredStep,
} from './policy-memory.js';

/** The memory that policies in several processes share, in the schema "cadre". @throws Unavailable */
export async function openSharedPolicyMemory(pool: pg.Pool): Promise<StoredPolicyMemory> {
  await makeSharedSchema(pool);
  return {
    checkpoints: async () => {
      const rows = await askShared<{ share: number; position: number; eventId: string }>(
        pool,
        'select share, position, event_id as "eventId" from cadre.policy_checkpoints',
      );
      return new Map(rows.map(({ share, position, eventId }) => [share, { position, eventId }]));
    },
    keep: async (step) => {
      await askShared(pool, KEEP, valuesOf(step));
      if (step.followed.length > 0) await askShared(pool, PRUNE, [REMEMBERED]);
    },
    followed: async (because) =>
      because.length === 0
        ? []
        : askShared<StoredFollowed>(
            pool,
            `select because, event_id as "eventId", stream, type, position from cadre.policy_followed
             where because = any($1) order by position`,
            [because],
          ),
    forget: async () => {
      await askShared(pool, 'with f as (delete from cadre.policy_followed) delete from cadre.policy_checkpoints');
    },
    alarms: () =>
      askShared<StoredAlarm>(
        pool,
        'select policy, event_id as "eventId", stream, position, sentence from cadre.policy_alarms order by id',
      ),
    close: async () => undefined, // the pool belongs to whoever opened it
  };
}

/** One statement, so one transaction and one round trip. Shares come in order: two processes cannot lock them crosswise. */
const KEEP = `
  with alarmed as (
    insert into cadre.policy_alarms (event_id, policy, stream, position, sentence)
    select * from unnest($4::text[], $5::text[], $6::text[], $7::bigint[], $8::text[])
    on conflict (event_id, policy) do update
      set stream = excluded.stream, position = excluded.position, sentence = excluded.sentence
  ), told as (
    insert into cadre.policy_followed as it (because, event_id, stream, type, position)
    select * from unnest($9::text[], $10::text[], $11::text[], $12::text[], $13::bigint[])
    on conflict (because, event_id) do update set position = greatest(it.position, excluded.position)
  )
  insert into cadre.policy_checkpoints as it (share, position, event_id)
  select share, $2::bigint, $3::text from unnest($1::integer[]) share order by share
  on conflict (share) do update set position = excluded.position, event_id = excluded.event_id
    where it.position < excluded.position
`;

/** What another process is forgetting at the same moment is left to it. */
const PRUNE = `
  delete from cadre.policy_followed where id in (
    select id from cadre.policy_followed where id <= (select max(id) from cadre.policy_followed) - $1::bigint
    order by id limit 1000 for update skip locked
  )
`;

function valuesOf({ shares, checkpoint, alarms, followed }: StoredStep): readonly unknown[] {
  return [
    shares,
    checkpoint.position,
    checkpoint.eventId,
    ...columns(alarms, ['eventId', 'policy', 'stream', 'position', 'sentence']),
    ...columns(followed, ['because', 'eventId', 'stream', 'type', 'position']),
  ];
}

/** Rows as one list a column. */
function columns<Row extends object>(rows: readonly Row[], names: readonly (keyof Row)[]): readonly unknown[] {
  return names.map((name) => rows.map((row) => (typeof row[name] === 'string' ? legible(row[name]) : row[name])));
}
