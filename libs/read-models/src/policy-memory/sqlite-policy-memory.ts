import { ALL_SHARES } from '@cadre/kernel';
import Database from 'better-sqlite3';
import { join } from 'node:path';
import {
  REMEMBERED,
  type StoredAlarm,
  type StoredFollowed,
  type StoredPolicyMemory,
  type StoredStep,
} from './policy-memory.js';

/** Opens `policies.sqlite` in a data folder, making it when it is missing. */
export function openPolicyMemory(folder: string): StoredPolicyMemory {
  const db = new Database(join(folder, 'policies.sqlite'));
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = NORMAL'); // a lost checkpoint only repeats reactions, and those record nothing twice
  db.transaction(makeTables).immediate(db);
  const readCheckpoints = db.prepare<[], { share: number; position: number; eventId: string }>(
    'select share, position, event_id as eventId from share_checkpoint',
  );
  const readFollowed = db.prepare<[string], StoredFollowed>(
    `select because, event_id as eventId, stream, type, position from followed
     where because in (select value from json_each(?)) order by position`,
  );
  const readAlarms = db.prepare<[], StoredAlarm>(
    'select policy, event_id as eventId, stream, position, sentence from alarm order by rowid',
  );
  const keep = db.transaction(keeping(db));
  const forget = db.transaction(() => {
    db.exec('delete from followed; delete from share_checkpoint');
  });
  return {
    checkpoints: async () => new Map(readCheckpoints.all().map(({ share, ...checkpoint }) => [share, checkpoint])),
    keep: async (step) => keep.immediate(step),
    followed: async (because) => (because.length === 0 ? [] : readFollowed.all(JSON.stringify(because))),
    forget: async () => forget.immediate(),
    alarms: async () => readAlarms.all(),
    close: async () => void db.close(),
  };
}

function makeTables(db: Database.Database): void {
  db.exec(`
    create table if not exists share_checkpoint (share integer primary key, position integer not null, event_id text not null);
    create table if not exists alarm (event_id text, policy text, stream text, position integer, sentence text, primary key (event_id, policy));
    create table if not exists followed (id integer primary key, because text not null, event_id text not null,
      stream text not null, type text not null, position integer not null, unique (because, event_id));
  `);
  takeOverOneCheckpoint(db);
}

/** A file of before there were shares has one checkpoint, which holds for each of them. */
function takeOverOneCheckpoint(db: Database.Database): void {
  if (!db.prepare("select 1 from sqlite_schema where name = 'checkpoint'").get()) return;
  const copy = db.prepare(
    'insert or ignore into share_checkpoint select ?, position, event_id from checkpoint where position > 0',
  );
  for (const share of ALL_SHARES) copy.run(share);
  db.exec('drop table checkpoint');
}

function keeping(db: Database.Database): (step: StoredStep) => void {
  const writeCheckpoint = db.prepare(
    `insert into share_checkpoint values (@share, @position, @eventId)
     on conflict do update set position = @position, event_id = @eventId where position < @position`,
  );
  const writeAlarm = db.prepare(
    `insert into alarm values (@eventId, @policy, @stream, @position, @sentence)
     on conflict do update set stream = @stream, position = @position, sentence = @sentence`,
  );
  const writeFollowed = db.prepare(
    `insert into followed (because, event_id, stream, type, position) values (@because, @eventId, @stream, @type, @position)
     on conflict do update set position = max(position, @position)`,
  );
  const prune = db.prepare('delete from followed where id <= (select max(id) from followed) - ?');
  return ({ shares, checkpoint, alarms, followed }) => {
    for (const alarm of alarms) writeAlarm.run(alarm);
    for (const one of followed) writeFollowed.run(one);
    if (followed.length > 0) prune.run(REMEMBERED);
    for (const share of shares) writeCheckpoint.run({ share, ...checkpoint });
  };
}
