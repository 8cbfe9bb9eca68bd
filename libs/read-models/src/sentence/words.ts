import { type Authority, type CountOf } from '@cadre/domain';
import { type CountRange } from '@cadre/kernel';

/** A number of things: "25 posts", "10 to 12 posts", "at least 77 posts", "posts (number not reported)". */
export function sayCount(count: CountRange | null, one: string, many = `${one}s`): string {
  if (count === null) return `${many} (number not reported)`;
  const { atLeast, atMost } = count;
  if (atMost === null) return `at least ${atLeast} ${many}`;
  if (atLeast !== atMost) return `${atLeast} to ${atMost} ${many}`;
  return `${atLeast} ${atLeast === 1 ? one : many}`;
}

/** ": 25 professional, 2 administrative", or nothing. */
export function sayParts(parts: readonly CountOf[]): string {
  return parts.length === 0 ? '' : `: ${parts.map(({ what, count }) => sayCount(count, what, what)).join(', ')}`;
}

/** " by resolution A/RES/61/279", or nothing. */
export function sayAuthority(authority: Authority | null): string {
  return authority === null ? '' : ` by ${authority.kind} ${authority.reference}`;
}

/** Text in quotation marks. */
export const quote = (text: string): string => `"${text}"`;

/** A part of a sentence that is said only when there is something to say. */
export const when = (value: string | null, say: (value: string) => string): string =>
  value === null ? '' : say(value);

/** Ids one after the other. */
export const list = (ids: readonly string[]): string => ids.join(', ');

/** An event as a clause without its date and full stop. */
export type Clauses<E extends { readonly type: string; readonly data: object }> = {
  readonly [T in E['type']]: (data: Extract<E, { readonly type: T }>['data'], id: string) => string;
};
