import { resolve } from 'node:path';

/** Where the log is kept. */
export type LogSetting =
  | { readonly engine: 'sqlite'; readonly folder: string }
  | { readonly engine: 'eventstoredb'; readonly connectionString: string; readonly prefix: string };

/** Where the tables, and how far policies have come, are kept. */
export type ReadSetting =
  { readonly engine: 'sqlite'; readonly folder: string } | { readonly engine: 'postgres'; readonly url: string };

/** The two places everything is kept in. */
export interface Where {
  readonly log: LogSetting;
  readonly read: ReadSetting;
}

/** Everything in one folder: the deployment for one machine. */
export function inFolder(dataFolder: string): Where {
  const folder = resolve(dataFolder);
  return { log: { engine: 'sqlite', folder }, read: { engine: 'sqlite', folder } };
}
