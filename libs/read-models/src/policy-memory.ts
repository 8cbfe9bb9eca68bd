import Database from 'better-sqlite3';
import { join } from 'node:path';

/** What a policy could not do, kept until a person has looked at it. */
export interface StoredAlarm {
  readonly policy: string;
  readonly eventId: string;
  readonly stream: string;
  readonly position: number;
  readonly sentence: string;
}

/** How far the policies have read, and their alarms; kept apart from the tables because a rebuild must not lose it. */
export interface StoredPolicyMemory {
  checkpoint(): { readonly position: number; readonly eventId: string };
  advance(checkpoint: { readonly position: number; readonly eventId: string }, alarms: readonly StoredAlarm[]): void;
  /** Starts over, for another log. */
  forget(): void;
  alarms(): readonly StoredAlarm[];
  close(): void;
}

/** Opens `policies.sqlite` in a data folder, making it when it is missing. */
export function openPolicyMemory(folder: string): StoredPolicyMemory {
  const db = new Database(join(folder, 'policies.sqlite'));
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = NORMAL'); // a lost checkpoint only repeats reactions, and those record nothing twice
  db.exec(`
    create table if not exists checkpoint (one integer primary key check (one = 1), position integer not null, event_id text not null);
    create table if not exists alarm (event_id text, policy text, stream text, position integer, sentence text, primary key (event_id, policy));
    insert or ignore into checkpoint values (1, 0, '');
  `);
  const readCheckpoint = db.prepare<[], { position: number; eventId: string }>(
    'select position, event_id as eventId from checkpoint',
  );
  const writeCheckpoint = db.prepare('update checkpoint set position = @position, event_id = @eventId');
  const writeAlarm = db.prepare(
    'insert or replace into alarm values (@eventId, @policy, @stream, @position, @sentence)',
  );
  const readAlarms = db.prepare<[], StoredAlarm>(
    'select policy, event_id as eventId, stream, position, sentence from alarm order by rowid',
  );
  type Checkpoint = ReturnType<StoredPolicyMemory['checkpoint']>;
  const advance = db.transaction((checkpoint: Checkpoint, alarms: readonly StoredAlarm[]) => {
    for (const alarm of alarms) writeAlarm.run(alarm);
    writeCheckpoint.run(checkpoint);
  });
  const forget = db.transaction(() => {
    db.exec('delete from alarm');
    writeCheckpoint.run({ position: 0, eventId: '' });
  });
  return {
    checkpoint: () => readCheckpoint.get()!,
    advance: (checkpoint, alarms) => advance.immediate(checkpoint, alarms),
    forget: () => forget.immediate(),
    alarms: () => readAlarms.all(),
    close: () => db.close(),
  };
}
