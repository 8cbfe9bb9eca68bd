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
  checkpoint(): number;
  advance(position: number, alarms: readonly StoredAlarm[]): void;
  alarms(): readonly StoredAlarm[];
  close(): void;
}

/** Opens `policies.sqlite` in a data folder, making it when it is missing. */
export function openPolicyMemory(folder: string): StoredPolicyMemory {
  const db = new Database(join(folder, 'policies.sqlite'));
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = NORMAL'); // a lost checkpoint only repeats reactions, and those record nothing twice
  db.exec(`
    create table if not exists checkpoint (one integer primary key check (one = 1), position integer not null);
    create table if not exists alarm (event_id text, policy text, stream text, position integer, sentence text, primary key (event_id, policy));
    insert or ignore into checkpoint values (1, 0);
  `);
  const readCheckpoint = db.prepare<[], number>('select position from checkpoint').pluck();
  const writeCheckpoint = db.prepare('update checkpoint set position = ?');
  const writeAlarm = db.prepare(
    'insert or replace into alarm values (@eventId, @policy, @stream, @position, @sentence)',
  );
  const readAlarms = db.prepare<[], StoredAlarm>(
    'select policy, event_id as eventId, stream, position, sentence from alarm order by rowid',
  );
  const advance = db.transaction((position: number, alarms: readonly StoredAlarm[]) => {
    for (const alarm of alarms) writeAlarm.run(alarm);
    writeCheckpoint.run(position);
  });
  return {
    checkpoint: () => readCheckpoint.get()!,
    advance: (position, alarms) => advance.immediate(position, alarms),
    alarms: () => readAlarms.all(),
    close: () => db.close(),
  };
}
