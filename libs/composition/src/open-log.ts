import { setTimeout as pause } from 'node:timers/promises';
import { type Clock, type EventLog, type ForwardClock, type Instant, neverBackwards, Unavailable } from '@cadre/kernel';
import { LogFileUnusable, LogUnusable, openEventStoreLog, openSqliteLog } from '@cadre/log';
import { DataFolderUnusable, ensureFolder } from './data-folder.js';
import { CannotStart } from './setting-readers.js';
import { type LogSetting } from './where.js';

/** How long a start waits for the look through the settings of all streams, in ms. */
const CHECK_MS = 2_000;

/**
 * Opens the log; one in EventStoreDB opens whether its server can be reached or not.
 * @throws DataFolderUnusable, CannotStart when the log is of no use: damaged, or its streams are set to lose entries
 */
export async function openLog(setting: LogSetting): Promise<EventLog> {
  if (setting.engine === 'sqlite') return openEmbedded(setting.folder);
  try {
    const log = openEventStoreLog(setting);
    try {
      // A long log is looked through beside the calls from then on, and so is one that cannot be reached yet.
      await Promise.race([log.checked(), pause(CHECK_MS, undefined, { ref: false })]);
    } catch (error) {
      if (!(error instanceof Unavailable)) {
        await log.close();
        throw error;
      }
    }
    return log;
  } catch (error) {
    if (error instanceof LogUnusable) throw new CannotStart(`CADRE_LOG: ${error.message}`);
    throw error;
  }
}

function openEmbedded(folder: string): EventLog {
  ensureFolder(folder);
  try {
    return openSqliteLog({ folder });
  } catch (error) {
    if (error instanceof LogFileUnusable) throw new DataFolderUnusable(error.message);
    throw new DataFolderUnusable(`The log in ${folder} cannot be opened: ${(error as Error).message}.`);
  }
}

/**
 * A clock that does not run behind what the log says was recorded last, as far as the log can be asked now. (Tables let
 * known time never run back along the log, whatever the clocks of several machines say.)
 */
export async function clockOf(log: EventLog, clock: Clock): Promise<ForwardClock> {
  let since: Instant | null = null;
  try {
    since = (await log.head())?.recordedAt ?? null;
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
  }
  return neverBackwards(clock, since);
}
