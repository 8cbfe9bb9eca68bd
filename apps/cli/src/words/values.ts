import { type CountRange, sayWindow } from '@cadre/kernel';
import { sayNumber } from './count.js';

type Values = Readonly<Record<string, unknown>>;

export const NOT_REPORTED = 'not reported';

const PARTS = /_(at_least|at_most|wording|earliest|latest|phrase)$/;
/** Columns of 1 and 0. */
const YES_OR_NO: readonly string[] = ['acting', 'erased'];

/**
 * The columns of a row in words, what belongs together joined: `x_at_least`, `x_at_most` and `x_wording` become the
 * number `x`, `x_earliest`, `x_latest` and `x_phrase` the window `x`. In the order of the columns.
 */
export function inWords(values: Values): ReadonlyMap<string, string> {
  const said = new Map<string, string>();
  for (const [name, value] of Object.entries(values)) {
    const joined = name.replace(PARTS, '');
    if (joined !== name) said.set(joined, sayJoined(values, joined));
    else if (YES_OR_NO.includes(name) && value !== null) said.set(name, value === 1 ? 'yes' : 'no');
    else said.set(name, sayValue(value));
  }
  return said;
}

function sayJoined(values: Values, name: string): string {
  const text = (part: string): string | null => (values[`${name}_${part}`] as string | null | undefined) ?? null;
  const number = (part: string): number | null => (values[`${name}_${part}`] as number | null | undefined) ?? null;
  const [earliest, latest, phrase] = [text('earliest'), text('latest'), text('phrase')];
  if (earliest !== null || latest !== null || phrase !== null)
    return withQuote(sayWindow({ earliest, latest }), phrase);
  const wording = text('wording');
  if (wording !== null && !Object.hasOwn(values, `${name}_at_least`)) return `"${wording}"`;
  return withQuote(sayRange({ atLeast: number('at_least'), atMost: number('at_most') }), wording);
}

const withQuote = (words: string, quote: string | null): string => (quote === null ? words : `${words} ("${quote}")`);

const sayRange = (range: { readonly atLeast: number | null; readonly atMost: number | null }): string =>
  sayNumber({ ...range, notReported: false });

/** Null is not reported, which is never the same as an empty list. */
function sayValue(value: unknown): string {
  if (value === null || value === undefined) return NOT_REPORTED;
  if (Array.isArray(value)) return value.length === 0 ? 'none told' : value.map(sayItem).join(', ');
  return sayItem(value);
}

/** A member of a list: "military 2" for something counted, its name for something named. */
function sayItem(value: unknown): string {
  if (value === null) return 'not named';
  if (typeof value !== 'object') return `${value as string | number}`;
  const { what, count, name } = value as {
    readonly what?: string;
    readonly count?: CountRange;
    readonly name?: string;
  };
  if (what !== undefined) return count ? `${what} ${sayRange(count)}` : what;
  return name ?? JSON.stringify(value);
}
