import { type Clock, systemClock } from '@cadre/kernel';
import { type Cadre } from './cadre.js';
import { openNode } from './node.js';
import { openOneProcess } from './one-process.js';
import { type Where } from './where.js';

/**
 * Opens what the settings name, making what is missing. With the tables in SQLite this process keeps them itself; with
 * the tables in PostgreSQL projectors do, and this process needs neither log nor tables to be reachable yet.
 * @throws DataFolderUnusable, CannotStart with a sentence when a folder, a file in it or a setting cannot be used
 */
export async function openCadre(where: Where, clock: Clock = systemClock): Promise<Cadre> {
  const { log, read } = where;
  return read.engine === 'sqlite' ? openOneProcess({ log, read }, clock) : openNode({ log, read }, clock);
}
