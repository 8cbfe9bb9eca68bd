import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ALL_SHARES } from '@cadre/kernel';
import { type ReadModels, TablesElsewhere, type TableStore, type Writing } from '../tables/store.js';
import { openSqliteStore } from './sqlite-store.js';

/** Names the file in use. Files are switched by renaming this one: a database and its write-ahead file keep their name. */
const POINTER = 'read-models.current';
const FIRST_FILE = 'read-models-1.sqlite';
/** How long a file that was switched away stays open for those who still work with it, in ms. */
const LINGER_MS = 5_000;
/** A file nobody uses and nobody has written to for so long was left by a rebuild that was killed. */
const LEFT_BEHIND_MS = 3_600_000;

/** Opens the tables of a folder, making what is missing. */
export function openSqliteReadModels(folder: string): ReadModels {
  mkdirSync(folder, { recursive: true });
  let name = currentFile(folder);
  let file = openSqliteStore(join(folder, name));
  let stamp = stampOf(folder);

  function current(): typeof file {
    if (stampOf(folder) === stamp) return file;
    stamp = stampOf(folder);
    if (currentFile(folder) === name) return file;
    name = currentFile(folder);
    const before = file;
    file = openSqliteStore(join(folder, name));
    setTimeout(() => void before.close(), LINGER_MS).unref();
    return file;
  }
  return {
    isShared: false,
    read: async (ask) => current().read(ask),
    async change(act) {
      const used = current();
      return used.change((writing) => {
        if (current() !== used) throw new TablesElsewhere('other tables were put in use meanwhile');
        return act(writing);
      });
    },
    fork: async (act) => current().fork(act),
    reset: async () => current().reset(),
    close: async () => file.close(),
    async beside() {
      removeLeftBehind(folder);
      const other = `read-models-${randomUUID().slice(0, 8)}.sqlite`;
      const store = openSqliteStore(join(folder, other));
      store.beHasty(); // a power cut leaves a file nobody uses
      return {
        store,
        async putInUse() {
          const told = await furthestOf(store);
          store.makeDurable();
          // While this change is under way nobody else tells the former tables anything.
          return current().change(async (writing) => {
            if ((await furthestIn(writing)) > told) return false;
            await store.close();
            switchTo(folder, other);
            return true;
          });
        },
        async discard() {
          if (currentFile(folder) === other) return;
          await store.close();
          removeFile(join(folder, other));
        },
      };
    },
    async restorePrevious() {
      const previous = previousFile(folder);
      if (previous === null || !existsSync(join(folder, previous))) return false;
      switchTo(folder, previous);
      return true;
    },
  };
}

/** The position that the share which is furthest on has been told up to. */
async function furthestIn(writing: Writing): Promise<number> {
  const checkpoints = await writing.checkpoints(ALL_SHARES);
  return Math.max(...[...checkpoints.values()].map(({ position }) => position));
}

const furthestOf = (store: TableStore): Promise<number> => store.change(furthestIn);

function currentFile(folder: string): string {
  return named(join(folder, POINTER)) ?? FIRST_FILE;
}

/** Name of the file used before the last switch, or null. */
function previousFile(folder: string): string | null {
  return named(join(folder, `${POINTER}.previous`));
}

const named = (pointer: string): string | null => (existsSync(pointer) ? readFileSync(pointer, 'utf8').trim() : null);

/** Makes another file the one in use, at once for everyone; keeps the former one and no older. */
function switchTo(folder: string, name: string): void {
  const former = currentFile(folder);
  const pointer = join(folder, POINTER);
  const older = previousFile(folder);
  writeFileSync(`${pointer}.previous`, former);
  writeFileSync(`${pointer}.next`, name, { flush: true });
  renameSync(`${pointer}.next`, pointer);
  if (older !== null && older !== former && older !== name) removeFile(join(folder, older));
}

/** Removes a file of tables with what SQLite keeps beside it. */
function removeFile(path: string): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${path}${suffix}`, { force: true });
}

function removeLeftBehind(folder: string): void {
  const inUse = [currentFile(folder), previousFile(folder)];
  for (const name of readdirSync(folder)) {
    if (!/^read-models-[0-9a-f]{8}\.sqlite$/.test(name) || inUse.includes(name)) continue;
    const age = Date.now() - statSync(join(folder, name)).mtimeMs;
    if (age > LEFT_BEHIND_MS) removeFile(join(folder, name));
  }
}

function stampOf(folder: string): number {
  return statSync(join(folder, POINTER), { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
