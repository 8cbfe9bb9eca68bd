import { type Filter } from './readers.js';

/** What reading the whole log shows: all but the server's own notes about epochs and persistent subscriptions to it. */
export const visible: Filter = ({ stream }) =>
  stream !== '$epoch-information' &&
  !(stream.startsWith('$persistentsubscription-$all::') && /-(checkpoint|parked)$/.test(stream));

/** What a filter looks at, and for; kept as it is with a persistent subscription. */
export interface FilterRule {
  readonly on: 'stream' | 'type';
  /** Empty when prefixes are given. */
  readonly regex: string;
  readonly prefixes: readonly string[];
}

interface Expression {
  getRegex(): string;
  getPrefixList(): string[];
}

interface FilterOptions {
  getStreamIdentifier(): Expression | undefined;
  getEventType(): Expression | undefined;
}

/** Null when the request names neither streams nor types. */
export function ruleIn(options: FilterOptions): FilterRule | null {
  const [name, type] = [options.getStreamIdentifier(), options.getEventType()];
  const expression = name ?? type;
  if (expression === undefined) return null;
  return { on: name ? 'stream' : 'type', regex: expression.getRegex(), prefixes: expression.getPrefixList() };
}

/** Visible events whose stream name or type begins with a prefix, or holds the pattern. */
export function filterBy({ on, regex, prefixes }: FilterRule): Filter {
  const pattern = regex === '' ? null : new RegExp(regex);
  return (event) => {
    const text = event[on];
    return visible(event) && (pattern ? pattern.test(text) : prefixes.some((prefix) => text.startsWith(prefix)));
  };
}
