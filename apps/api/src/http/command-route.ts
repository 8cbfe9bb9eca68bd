import { type TellingRequest } from '@cadre/contract';
import { type Command, isRefusal, type Refusal, type Telling } from '@cadre/kernel';
import { type Reader } from './readers.js';
import { type RequestClass } from './read-request.js';
import { readTelling } from './telling.js';

/** The class of a command. */
export type CommandClass<Data extends object = never> = new (id: string, data: Data, telling: Telling) => Command;

/** One command's way in: POST /api/`group`/{id}/`step` with a request of the given class. */
export interface CommandRoute {
  /** First step of the address, and the heading in the documentation. */
  readonly group: string;
  /** The rest of the address after the id. */
  readonly step: string;
  readonly summary: string;
  readonly request: RequestClass;
  readonly command: CommandClass;
  /** Content members of an example request, for the documentation. */
  readonly example: object | null;
  /** The command a validated request says, or the first thing in it that cannot be read. */
  readonly read: (id: string, request: TellingRequest) => Command | Refusal;
}

/** How each content member of a command is read from the field of the same name. */
type Readers<Data> = { readonly [K in keyof Data]: Reader<Data[K]> };

/** A request class that has exactly the fields a command's content has, beside the telling. */
type Says<Data, R extends TellingRequest> = string extends keyof Data
  ? RequestClass<TellingRequest>
  : [Exclude<keyof R, keyof TellingRequest>, keyof Data] extends [keyof Data, keyof R]
    ? RequestClass<R>
    : never;

/** Declares the routes of one kind of thing: `const route = routesOf('posts')`. */
export function routesOf(group: string) {
  return <Data extends object, R extends TellingRequest>(
    [step, summary]: readonly [step: string, summary: string],
    command: new (id: string, data: Data, telling: Telling) => Command<Data>,
    request: RequestClass<R> & Says<Data, R>,
    readers: Readers<Data>,
    example: Partial<R> | null = null,
  ): CommandRoute => ({
    group,
    step,
    summary,
    request,
    command,
    example,
    read(id, given) {
      const telling = readTelling(given);
      if (isRefusal(telling)) return telling;
      const data = readData(readers, given as unknown as Readonly<Record<string, unknown>>);
      return isRefusal(data) ? data : new command(id, data, telling);
    },
  });
}

function readData<Data extends object>(
  readers: Readers<Data>,
  given: Readonly<Record<string, unknown>>,
): Data | Refusal {
  const data: Record<string, unknown> = {};
  for (const [key, read] of Object.entries<Reader<unknown>>(readers)) {
    const value = read(given[key], `/${key}`);
    if (isRefusal(value)) return value;
    data[key] = value;
  }
  return data as Data;
}
