import type streams from '@eventstore/db-client/generated/streams_pb.js';
import { type Filter } from './readers.js';
import { type StoredEvent } from './records.js';

/** What reading the whole log shows: all but the server's own notes about epochs and persistent subscriptions to it. */
export const visible: Filter = ({ stream }) =>
  stream !== '$epoch-information' &&
  !(stream.startsWith('$persistentsubscription-$all::') && /-(checkpoint|parked)$/.test(stream));

interface Expression {
  getRegex(): string;
  getPrefixList(): string[];
}

/** Prefixes and regular expressions, on stream names or event types; null when the request names neither. */
export function filterIn(options: streams.ReadReq.Options.FilterOptions): Filter | null {
  return filterOn(options.getStreamIdentifier(), options.getEventType());
}

export function filterOn(name: Expression | undefined, type: Expression | undefined): Filter | null {
  if (name) return matching(name, ({ stream }) => stream);
  if (type) return matching(type, (event) => event.type);
  return null;
}

function matching(expression: Expression, textOf: (event: StoredEvent) => string): Filter {
  if (expression.getRegex() !== '') {
    const pattern = new RegExp(expression.getRegex());
    return (event) => visible(event) && pattern.test(textOf(event));
  }
  const prefixes = expression.getPrefixList();
  return (event) => visible(event) && prefixes.some((prefix) => textOf(event).startsWith(prefix));
}
