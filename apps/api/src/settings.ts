import { join } from 'node:path';

/** What the server takes from its environment. */
export interface Settings {
  /** TCP port on loopback; 0 takes a free one. */
  readonly port: number;
  readonly host: string;
  /** Inside a container the port is published under another name; else only loopback names are answered. */
  readonly isContained: boolean;
  /** Folder of the log and the tables. */
  readonly dataFolder: string;
  /** Which example an empty log is filled with; null for none. */
  readonly example: string | null;
}

/** A reason the server cannot start, in one sentence for the person who started it. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart';
}

/** Until there is a sign-in, whoever reaches the port can record; so it is not to be reached from elsewhere. */
const LOOPBACK = /^(127(\.\d{1,3}){3}|::1|localhost)$/;

/** Reads PORT, CADRE_HOST, CADRE_CONTAINER, CADRE_DATA and CADRE_EXAMPLE. @throws CannotStart naming the setting that makes no sense. */
export function readSettings(environment: NodeJS.ProcessEnv, folder: string): Settings {
  const port = environment['PORT'] ?? '3000';
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
    throw new CannotStart(`PORT is "${port}"; give a number from 0 to 65535.`);
  }
  const example = environment['CADRE_EXAMPLE'] ?? 'a-62-627';
  if (!/^[a-z0-9-]+$/.test(example)) throw new CannotStart(`CADRE_EXAMPLE is "${example}"; give a-62-627 or none.`);
  const host = environment['CADRE_HOST'] ?? '127.0.0.1';
  if (!LOOPBACK.test(host) && environment['CADRE_CONTAINER'] !== 'yes') {
    throw new CannotStart(
      `CADRE_HOST is "${host}", but there is no sign-in yet: give a loopback address. ` +
        'Inside a container whose port is published on loopback only, set CADRE_CONTAINER=yes.',
    );
  }
  return {
    port: Number(port),
    host,
    isContained: environment['CADRE_CONTAINER'] === 'yes',
    dataFolder: environment['CADRE_DATA'] || join(folder, '.cadre'),
    example: example === 'none' ? null : example,
  };
}
