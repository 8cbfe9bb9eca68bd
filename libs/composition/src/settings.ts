import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { DEFAULT_RECRUITMENT_TARGETS, type RecruitmentTargets } from '@cadre/read-models';
import { nearest } from './nearest.js';
import {
  CannotStart,
  containedOf,
  exampleOf,
  logOf,
  portOf,
  prefixOf,
  projectorOf,
  readSideOf,
  targetsOf,
} from './setting-readers.js';
import { type Where } from './where.js';

/** A program that reads settings. */
export type App = 'api' | 'projector' | 'cli';

/** One setting: an environment variable, and what it does in words for the operations page. */
export interface Setting<T> {
  readonly name: `CADRE_${string}` | 'PORT';
  /** In words. */
  readonly default: string;
  /** One sentence, without its full stop. */
  readonly help: string;
  readonly apps: readonly App[];
  /** True when its value is never shown; then a file may hold it, named by the same name with _FILE. */
  readonly isSecret: boolean;
  /** @throws CannotStart naming the setting */
  read(this: void, text: string): T;
  /** What stands for one that is not given; `root` is where Cadre is installed. */
  otherwise(this: void, root: string): T;
}

const setting = <T>(of: Setting<T>): Setting<T> => of;
const asWritten = (text: string): string => text;
const everyApp = ['api', 'projector', 'cli'] as const;

/** Every setting there is. The operations page and docker-compose.yml are tested against this table. */
export const SETTINGS = {
  port: setting({
    name: 'PORT',
    default: '3000',
    help: 'TCP port; 0 takes a free one',
    apps: ['api'],
    isSecret: false,
    read: portOf,
    otherwise: () => 3000,
  }),
  host: setting({
    name: 'CADRE_HOST',
    default: '127.0.0.1',
    help: 'loopback address to listen on',
    apps: ['api'],
    isSecret: false,
    read: asWritten,
    otherwise: () => '127.0.0.1',
  }),
  isContained: setting({
    name: 'CADRE_CONTAINER',
    default: 'no',
    help: '`yes` inside a container whose port is published on loopback only: any `CADRE_HOST` will do, and any name is answered to',
    apps: ['api'],
    isSecret: false,
    read: containedOf,
    otherwise: () => false,
  }),
  dataFolder: setting({
    name: 'CADRE_DATA',
    default: '`.cadre` in the checkout',
    help: 'the data folder, made when missing; holds what is kept in SQLite',
    apps: everyApp,
    isSecret: false,
    read: asWritten,
    otherwise: (root) => join(root, '.cadre'),
  }),
  example: setting<string | null | undefined>({
    name: 'CADRE_EXAMPLE',
    default: '`a-62-627`; `none` when the log is EventStoreDB',
    help: 'what an **empty** log is filled with at the start; `none` leaves it empty',
    apps: ['api'],
    isSecret: false,
    read: exampleOf,
    otherwise: () => undefined, // depends on the log
  }),
  log: setting({
    name: 'CADRE_LOG',
    default: '`sqlite`',
    help: 'where the record is: `sqlite` in the data folder, or EventStoreDB at `esdb://…` or `esdb+discover://…`',
    apps: everyApp,
    isSecret: true,
    read: logOf,
    otherwise: () => 'sqlite' as const,
  }),
  read: setting({
    name: 'CADRE_READ',
    default: '`sqlite`',
    help: 'where the tables are: `sqlite` in the data folder, or PostgreSQL at `postgres://…`',
    apps: everyApp,
    isSecret: true,
    read: readSideOf,
    otherwise: () => 'sqlite' as const,
  }),
  logPrefix: setting({
    name: 'CADRE_LOG_PREFIX',
    default: '`cadre.`',
    help: 'what the names of our streams start with in EventStoreDB; never change it over a log that holds entries',
    apps: everyApp,
    isSecret: false,
    read: prefixOf,
    otherwise: () => 'cadre.',
  }),
  projectorId: setting({
    name: 'CADRE_PROJECTOR_ID',
    default: 'host name',
    help: 'the name of a projector, by which its health is asked; where several run on one machine, give each its own',
    apps: ['projector'],
    isSecret: false,
    read: projectorOf,
    otherwise: () => projectorOf(hostname()),
  }),
  recruitmentTargets: setting({
    name: 'CADRE_RECRUITMENT_TARGET_DAYS',
    default: '`120`, and days for each stage',
    help: 'days that a recruitment should take in all, and stages whose days differ from the [defaults](#recruitment-targets): `120, advertised=60`',
    apps: ['api'],
    isSecret: false,
    read: targetsOf,
    otherwise: () => DEFAULT_RECRUITMENT_TARGETS,
  }),
} as const;

/** What a program takes from its environment. */
export interface Settings extends Where {
  /** TCP port on loopback; 0 takes a free one. */
  readonly port: number;
  readonly host: string;
  /** Inside a container the port is published under another name; else only loopback names are answered. */
  readonly isContained: boolean;
  /** Folder of whatever is kept in SQLite. */
  readonly dataFolder: string;
  /** Which example an empty log is filled with; null for none. */
  readonly example: string | null;
  /** What this projector is called. */
  readonly projectorId: string;
  /** How long recruitment should take. */
  readonly recruitmentTargets: RecruitmentTargets;
}

/** Until there is a sign-in, whoever reaches the port can record; so it is not to be reached from elsewhere. */
const LOOPBACK = /^(127(\.\d{1,3}){3}|::1|localhost)$/;
/** Read by tests and benchmarks of a checkout, which start programs in their own environment. */
const OF_TESTS = ['CADRE_SEED', 'CADRE_BUILT'];

/**
 * Reads what an app takes from its environment; an empty value is as good as none. `root` is where Cadre is installed.
 * @throws CannotStart naming the setting that makes no sense, without its secret
 */
export function readSettings(environment: NodeJS.ProcessEnv, root: string, app: App = 'api'): Settings {
  refuseUnknown(environment);
  const valueOf = <T>(of: Setting<T>): T => {
    const text = of.apps.includes(app) ? textOf(of, environment) : null;
    return text === null ? of.otherwise(root) : of.read(text);
  };
  const host = valueOf(SETTINGS.host);
  const isContained = valueOf(SETTINGS.isContained);
  if (!LOOPBACK.test(host) && !isContained) {
    throw new CannotStart(
      `CADRE_HOST is "${host}", but there is no sign-in yet: give a loopback address. ` +
        'Inside a container whose port is published on loopback only, set CADRE_CONTAINER=yes.',
    );
  }
  const dataFolder = valueOf(SETTINGS.dataFolder);
  const log = valueOf(SETTINGS.log);
  const read = valueOf(SETTINGS.read);
  if (log === 'sqlite' && read !== 'sqlite') {
    throw new CannotStart(
      'CADRE_READ names a PostgreSQL, which several machines share, but CADRE_LOG no EventStoreDB: set both, or neither.',
    );
  }
  const example = valueOf(SETTINGS.example);
  const inFolder = { engine: 'sqlite', folder: dataFolder } as const;
  return {
    port: valueOf(SETTINGS.port),
    host,
    isContained,
    dataFolder,
    example: example === undefined ? (log === 'sqlite' ? 'a-62-627' : null) : example,
    log: log === 'sqlite' ? inFolder : { engine: 'eventstoredb', ...log, prefix: valueOf(SETTINGS.logPrefix) },
    read: read === 'sqlite' ? inFolder : { engine: 'postgres', ...read },
    projectorId: valueOf(SETTINGS.projectorId),
    recruitmentTargets: valueOf(SETTINGS.recruitmentTargets),
  };
}

/** Names that may stand in the environment: the settings, and the files that may hold those that are secret. */
export function namesOfSettings(): string[] {
  return Object.values(SETTINGS).flatMap(({ name, isSecret }) => (isSecret ? [name, `${name}_FILE`] : [name]));
}

function refuseUnknown(environment: NodeJS.ProcessEnv): void {
  const known = [...namesOfSettings(), ...OF_TESTS];
  const stranger = Object.keys(environment).find((name) => name.startsWith('CADRE_') && !known.includes(name));
  if (stranger === undefined) return;
  const meant = nearest(stranger, namesOfSettings());
  throw new CannotStart(
    meant === null
      ? `${stranger} is no setting; the operations page lists those there are.`
      : `${stranger} is no setting; did you mean ${meant}?`,
  );
}

/** The text of a setting, from the environment or from the file it names; null when it is not given. */
function textOf({ name, isSecret }: Setting<unknown>, environment: NodeJS.ProcessEnv): string | null {
  const text = environment[name] || null;
  const file = (isSecret && environment[`${name}_FILE`]) || null;
  if (file === null) return text;
  if (text !== null) throw new CannotStart(`${name} and ${name}_FILE are both given; give one of them.`);
  const content = contentOf(file, `${name}_FILE`);
  if (content === '') throw new CannotStart(`${name}_FILE names ${file}, which is empty.`);
  return content;
}

function contentOf(file: string, name: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    throw new CannotStart(`${name} names ${file}, which cannot be read: ${(error as Error).message}.`);
  }
}
