import { accessSync, closeSync, constants, existsSync, fsyncSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';

/** The data folder cannot be used; the message is one sentence for the person who named it. */
export class DataFolderUnusable extends Error {
  override readonly name = 'DataFolderUnusable';
}

/** Makes a folder unless it is there, and sees that it can be written. @throws DataFolderUnusable */
export function ensureFolder(folder: string): void {
  try {
    makeFolder(folder);
    accessSync(folder, constants.W_OK | constants.R_OK);
  } catch (error) {
    throw new DataFolderUnusable(`The data folder ${folder} cannot be written: ${(error as Error).message}.`);
  }
}

/** Step by step: a recursive mkdir never returns where the file system answers "no such folder" to making one. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  const parent = dirname(folder);
  makeFolder(parent);
  mkdirSync(folder);
  const handle = openSync(parent, 'r'); // a power cut must not lose the log with its folder
  fsyncSync(handle);
  closeSync(handle);
}
