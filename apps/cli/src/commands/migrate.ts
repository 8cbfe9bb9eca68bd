import { readSettings } from '@cadre/composition';
import { Unavailable } from '@cadre/kernel';
import { copyLog, type CopyProgress, type EventStoreLog, openEventStoreLog, openSqliteLog } from '@cadre/log';
import { type Options } from '../arguments/options.js';
import { type Run, STOPPED, type Surroundings } from '../command-shape.js';
import { checkReadable, Refused } from '../data-folder.js';
import { createProgress } from '../progress.js';

/** Copies the log of a data folder to EventStoreDB; what is there already is compared, the rest added, all verified. */
export const migrate: Run = async ({ options }, surroundings) => {
  const { output, signal } = surroundings;
  const folder = sourceOf(options, surroundings);
  checkSource(folder, options);
  const target = openTarget(options, surroundings);
  const source = openSqliteLog({ folder });
  const show = createProgress<CopyProgress>(output, ({ phase, entries }) => `${phase}: ${entries} entries`);
  let reached: CopyProgress = { phase: 'comparing', entries: 0 };
  const onProgress = (progress: CopyProgress): void => show((reached = progress));
  try {
    await target.checked();
    const report = await copyLog(source, target, { signal, onProgress });
    if (options.json) output.json(report);
    else for (const line of sayReport(report)) output.line(line);
    return 0;
  } catch (error) {
    if (signal.aborted) {
      output.note(`stopped; ${sayReached(reached)}`);
      return STOPPED;
    }
    if (!(error instanceof Unavailable)) throw error;
    throw new Refused(`${error.message}; ${sayReached(reached)}.`);
  } finally {
    await Promise.all([source.close(), target.close()]);
  }
};

/** What a copy that did not end leaves behind; an append without an answer may have been written or not. */
function sayReached({ phase, entries }: CopyProgress): string {
  if (phase === 'comparing') return 'nothing was copied';
  if (phase === 'verifying') return 'all is copied, but not verified; running it again verifies it';
  if (entries === 0) return 'running it again copies what is not there yet';
  return 'what was copied stays, and running it again goes on from there';
}

/** @throws Refused, naming the option that named the folder */
function checkSource(folder: string, { from }: Options): void {
  try {
    checkReadable({ engine: 'sqlite', folder });
  } catch (error) {
    if (from === undefined || !(error instanceof Refused)) throw error;
    throw new Refused(error.message.replace(/--data\.$/, '--from.'));
  }
}

function sourceOf({ from, data }: Options, { environment }: Surroundings): string {
  return from ?? data ?? readSettings({ ...environment, CADRE_LOG: '', CADRE_LOG_FILE: '' }, '', 'cli').dataFolder;
}

/** The target of --to, else the log of the settings: a password is better kept there than on a command line. */
function openTarget({ to }: Options, { environment }: Surroundings): EventStoreLog {
  const given = to === undefined ? environment : { ...environment, CADRE_LOG: to, CADRE_LOG_FILE: '' };
  const { log } = readSettings(given, '', 'cli');
  if (log.engine !== 'eventstoredb') {
    throw new Refused(
      'Nothing says where to copy to; name it with --to esdb://user:password@host:2113, or in CADRE_LOG.',
    );
  }
  return openEventStoreLog(log);
}

const sayReport = ({ entries, copied }: { readonly entries: number; readonly copied: number }): readonly string[] => [
  `${entries} entries stand in both logs, the same in the same order; ${copied} of them were copied now.`,
  'To go over to it, stop what writes to the old log, run this once more, and start with CADRE_LOG naming the new one.',
];
