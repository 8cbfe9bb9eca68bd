import { type Metadata } from '@grpc/grpc-js';
import { accessDenied, unauthenticated } from './failures.js';
import { isMetastream, originalOf } from './records.js';
import { type StreamMetadata } from './stream-metadata.js';

/** A user of a secured node; `groups` are the roles access lists may name besides the user's own name. */
export interface User {
  readonly name: string;
  readonly password: string;
  readonly groups: readonly string[];
}

export type Operation = 'read' | 'write' | 'delete';

export interface Access {
  /** @throws unauthenticated on wrong credentials; access denied when the stream's list, or the default, says no. */
  check(call: Metadata, operation: Operation, stream: string): void;
  /** For services that only administrators may use. @throws as `check` */
  checkAdministrator(call: Metadata): void;
}

const ADMINISTRATORS = '$admins';
const EVERYONE = '$all';
const KEYS = { read: '$r', write: '$w', delete: '$d' } as const;
const KEYS_OF_METADATA = { read: '$mr', write: '$mw', delete: '$mw' } as const;

/** An insecure node asks nobody who they are. */
export const openToAll: Access = { check() {}, checkAdministrator() {} };

/** Basic credentials; user streams are open to every user, system streams (and the whole log) to administrators. */
export function createAccess(users: readonly User[], metadataOf: (stream: string) => StreamMetadata): Access {
  function rolesOf(call: Metadata): readonly string[] {
    const header = call.get('authorization')[0]?.toString();
    if (header === undefined) return []; // nobody: the server allows no anonymous access to streams
    const [name, password] = splitOnce(Buffer.from(header.replace(/^Basic /, ''), 'base64').toString());
    const user = users.find((it) => it.name === name && it.password === password);
    if (user === undefined) throw unauthenticated();
    return [user.name, EVERYONE, ...user.groups];
  }

  function demand(roles: readonly string[], allowed: readonly string[]): void {
    if (!roles.some((role) => role === ADMINISTRATORS || allowed.includes(role))) throw accessDenied();
  }

  return {
    check(call, operation, stream) {
      const [subject, keys] = isMetastream(stream) ? [originalOf(stream), KEYS_OF_METADATA] : [stream, KEYS];
      const byDefault = subject.startsWith('$') ? ADMINISTRATORS : EVERYONE;
      demand(rolesOf(call), namesIn(metadataOf(subject).acl, keys[operation]) ?? [byDefault]);
    },
    checkAdministrator: (call) => demand(rolesOf(call), []),
  };
}

function namesIn(acl: unknown, key: string): readonly string[] | null {
  const value = typeof acl === 'object' && acl !== null ? (acl as Record<string, unknown>)[key] : undefined;
  if (value === undefined) return null;
  return (Array.isArray(value) ? value : [value]).map(String);
}

function splitOnce(text: string): readonly [string, string] {
  const colon = text.indexOf(':');
  return [text.slice(0, colon), text.slice(colon + 1)];
}
