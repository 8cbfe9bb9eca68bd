import { type CountGiven, type CountOfRequest, type EffectiveRequest } from '@cadre/contract';
import { type UnitPart } from '@cadre/domain';
import {
  checkCount,
  type CivilDate,
  type CountRange,
  DEFAULT_PHRASE_SETTINGS,
  exactCount,
  isRefusal,
  readCount,
  readWindow,
  type Refusal,
  type Window,
} from '@cadre/kernel';
import { readEffective } from './telling.js';

/** Turns one validated field of a request, undefined when left out, into what the command says. */
export type Reader<T> = (given: unknown, pointer: string) => T | Refusal;

/** The field as it was validated. */
export const asGiven = <T>(given: unknown): T => given as T;

/** The same, and null for what is left out: not reported. */
export const orNull = <T>(given: unknown): T | null => (given ?? null) as T | null;

/** A list; empty when left out. */
export const listed = <T>(given: unknown): readonly T[] => (given ?? []) as readonly T[];

/** The field, or what stands for it when left out. */
export const or =
  <T>(instead: T) =>
  (given: unknown): T =>
    (given ?? instead) as T;

/** A count in any of its three forms. */
export function count(given: unknown, pointer: string): CountRange | Refusal {
  const counted = given as CountGiven;
  if (typeof counted === 'string') return readCount(counted, pointer);
  const range = typeof counted === 'number' ? exactCount(counted) : { ...counted };
  return checkCount(range, pointer) ?? range;
}

/** A window in any of its forms. */
export const span = (given: unknown, pointer: string): Window | Refusal =>
  readEffective(given as EffectiveRequest, pointer);

/** One calendar day. */
export function day(given: unknown, pointer: string): CivilDate | Refusal {
  const read = readWindow({ earliest: given as string, latest: given as string }, DEFAULT_PHRASE_SETTINGS, pointer);
  return isRefusal(read) ? { ...read, pointer } : read.earliest!;
}

/** Counts under headings; empty when left out. */
export function countsOf(
  given: unknown,
  pointer: string,
): readonly { readonly what: string; readonly count: CountRange }[] | Refusal {
  const counts = [];
  for (const [i, { what, count: number }] of listed<CountOfRequest>(given).entries()) {
    const read = count(number, `${pointer}/${i}/count`);
    if (isRefusal(read)) return read;
    counts.push({ what, count: read });
  }
  return counts;
}

/** New units; kind and parent may be left out. */
export const unitParts = (given: unknown): readonly UnitPart[] =>
  listed<UnitPart>(given).map(({ unitId, name, kind, parentId }) => ({
    unitId,
    name,
    kind: kind ?? null,
    parentId: parentId ?? null,
  }));

/** Any reader, for a field that may be left out or null: not reported. */
export const maybe =
  <T>(read: Reader<T>): Reader<T | null> =>
  (given, pointer) =>
    given === undefined || given === null ? null : read(given, pointer);
