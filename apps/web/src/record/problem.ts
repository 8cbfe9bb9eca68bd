import type { components } from '../api/schema';

type Told = components['schemas']['Problem'];

/** One thing wrong with what was sent, at the field the pointer names. */
export interface Fault {
  readonly pointer: string;
  readonly code: string;
  /** The server's own sentence, in English; null for what the page found itself. */
  readonly sentence: string | null;
}

/** Why a command was not taken. */
export interface Refusal {
  readonly code: string;
  readonly sentence: string;
  readonly faults: readonly Fault[];
  /** Event ids that it could have come before. */
  readonly couldPrecede: readonly string[];
  /** Recorded facts that it would make impossible. */
  readonly contradicted: readonly Contradicted[];
  /** Entries recorded since the reader looked; null when that is not what is wrong. */
  readonly since: readonly { readonly eventId: string; readonly type: string }[] | null;
  /** Event id of the entry that the one to be corrected only follows from; null when that is not what is wrong. */
  readonly becauseOf: string | null;
}

export interface Contradicted {
  readonly eventId: string;
  readonly type: string;
  readonly sentence: string;
  readonly because: string;
}

/** Said where the page itself finds a blank that must be filled. */
export const BLANK = 'FIELD_BLANK';

/** A problem+json answer as the form shows it. */
export function refusalOf(told: Partial<Told>): Refusal {
  const { code = '', detail = '', pointer = null } = told;
  const details = (told.details ?? {}) as Partial<{
    errors: { pointer: string; sentence: string }[];
    couldPrecede: string[];
    contradicted: Contradicted[];
    since: { eventId: string; type: string }[];
    becauseOf: string | null;
  }>;
  const named = details.errors ?? (pointer === null ? [] : [{ pointer, sentence: detail }]);
  return {
    code,
    sentence: detail,
    faults: named.map((error) => ({ ...error, code })),
    couldPrecede: details.couldPrecede ?? [],
    contradicted: details.contradicted ?? [],
    since: details.since ?? null,
    becauseOf: details.becauseOf ?? null,
  };
}

/** The faults of a field and of everything within it. */
export function faultsAt(faults: readonly Fault[], pointer: string): readonly Fault[] {
  return faults.filter((it) => it.pointer === pointer || it.pointer.startsWith(`${pointer}/`));
}

/** What the whole form has no field for: said above the buttons. */
export function faultsElsewhere(faults: readonly Fault[], pointers: readonly string[]): readonly Fault[] {
  return faults.filter((it) => !pointers.some((at) => it.pointer === at || it.pointer.startsWith(`${at}/`)));
}
