import { type Credentials, EventStoreDBClient, LEADER } from '@eventstore/db-client';
import { LogUnusable } from './failure.js';

/** How to reach a server, as its connection string says. */
export interface Address {
  /** Host and port, for messages; never the password. */
  readonly name: string;
  /** Who asks. Without TLS the client sends no credentials, whatever it is given. */
  readonly credentials: Credentials;
  /** A client with connections of its own; each number gives another one. */
  readonly client: (generation: number) => EventStoreDBClient;
}

/** How long an unanswered ping may stand, and how long a connection is silent before it is asked, in ms. */
const PING = { keepAliveTimeout: 5_000, keepAliveInterval: 10_000 };

const SHAPE =
  /^esdb(?:\+discover)?:\/\/(?:(?<user>[^:]+):(?<password>[^@]+)@)?(?<hosts>[^?/]+)\/?(?:\?(?<settings>.*))?$/;

/** Reads `esdb://user:password@host:2113?tls=true` (or esdb+discover://). @throws LogUnusable */
export function readAddress(connectionString: string): Address {
  const parts = SHAPE.exec(connectionString.trim())?.groups;
  if (!parts) throw new LogUnusable('the connection string must read esdb://user:password@host:2113?tls=true.');
  const { user, password, hosts = '', settings = '' } = parts;
  if (/[?/#]/.test(password ?? '')) {
    throw new LogUnusable('user and password of the connection string must be percent-encoded.');
  }
  checkHosts(hosts);
  const told = new Map(settings.split('&').flatMap((it) => (it === '' ? [] : [splitSetting(it)])));
  checkSettings(told);
  if (user === undefined && told.get('tls') !== 'false') {
    throw new LogUnusable('the connection string names no user; over TLS it needs esdb://user:password@host:2113.');
  }
  if ((told.get('nodepreference') ?? LEADER).toLowerCase() !== LEADER) {
    throw new LogUnusable('nodePreference must be leader: what another node does not know yet would look lost.');
  }
  const address: Address = {
    name: hosts,
    credentials: { username: decoded(user ?? 'nobody'), password: decoded(password ?? '') },
    client: (generation) => clientOf(connectionString.trim().split('?')[0]!, told, generation),
  };
  address.client(0); // what the client itself refuses shows here: an unknown setting's value, a missing certificate
  return address;
}

/** The client prints the whole connection string, password and all, when it meets a setting it does not know. */
const KNOWN: ReadonlySet<string> = new Set([
  ...[
    'connectionname',
    'defaultdeadline',
    'discoveryinterval',
    'gossiptimeout',
    'keepaliveinterval',
    'keepalivetimeout',
  ],
  ...['maxdiscoverattempts', 'nodepreference', 'throwonappendfailure', 'tls', 'tlscafile', 'tlsverifycert'],
  ...['usercertfile', 'userkeyfile'],
]);

function checkSettings(told: ReadonlyMap<string, string>): void {
  const stranger = [...told.keys()].find((name) => !KNOWN.has(name));
  if (stranger !== undefined) {
    throw new LogUnusable(
      `the connection string has a setting${/^[a-z]{1,40}$/.test(stranger) ? ` "${stranger}"` : ''} that the client does not know.`,
    );
  }
  if (told.get('tlsverifycert') === 'false') {
    throw new LogUnusable('tlsVerifyCert=false has no effect; name the authority of the certificate with tlsCAFile.');
  }
  if ((told.get('throwonappendfailure') ?? 'true') !== 'true') {
    throw new LogUnusable('the connection string must leave throwOnAppendFailure as it is: true.');
  }
}

/** What stands behind the last @ is shown in messages, so no part of a password may. */
function checkHosts(hosts: string): void {
  if (hosts.includes('@')) {
    throw new LogUnusable(
      'the connection string names no host, or its password has an @ that must be percent-encoded.',
    );
  }
  const isPort = (text: string): boolean => /^\d{1,5}$/.test(text) && Number(text) <= 65_535;
  // Where the host is forgotten, what stands as a port is the password: it is not shown.
  if (!hosts.split(',').every((host) => isPort(/:([^:\]]*)$/.exec(host)?.[1] ?? '2113'))) {
    throw new LogUnusable('the connection string needs a host, and behind its colon a port from 0 to 65535.');
  }
}

/**
 * The library below shares one connection among all clients of equal settings, a dead one as well.
 * One millisecond of difference makes a connection of its own.
 */
function clientOf(base: string, told: ReadonlyMap<string, string>, generation: number): EventStoreDBClient {
  const timeout = Number(told.get('keepalivetimeout') ?? PING.keepAliveTimeout) + (generation % 500);
  const settings = new Map<string, string>([
    ['keepaliveinterval', `${PING.keepAliveInterval}`],
    ...told,
    ['nodepreference', LEADER],
    ['keepalivetimeout', `${timeout}`],
  ]);
  const query = [...settings].map(([name, value]) => `${name}=${value}`).join('&');
  try {
    return EventStoreDBClient.connectionString(`${base}?${query}`);
  } catch (cause) {
    const why = (cause as Error).message.startsWith('Unexpected') ? 'one of its settings' : (cause as Error).message;
    throw new LogUnusable(`the connection string cannot be used (${why.replace(/\.$/, '')}).`); // no cause: it quotes the password
  }
}

/** Names of settings are read as the client reads them: without regard to case, dashes and underscores. */
function splitSetting(setting: string): readonly [string, string] {
  const [name = '', ...value] = setting.split('=');
  return [name.toLowerCase().replace(/[_-]/g, ''), value.join('=')];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (cause) {
    throw new LogUnusable('user and password of the connection string must be percent-encoded.', { cause });
  }
}
