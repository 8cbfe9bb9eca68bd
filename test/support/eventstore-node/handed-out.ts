import { type Message } from './backlog.js';
import { type Subscriber } from './subscribers.js';

interface Held extends Message {
  readonly subscriber: Subscriber;
  /** In ms since 1970; Infinity when the subscriber may take for ever. */
  readonly dueAt: number;
}

/** Events that subscribers hold and have not answered. */
export interface HandedOut {
  has(id: string): boolean;
  give(message: Message, to: Subscriber): void;
  /** The message is nobody's now; null when nobody held it. */
  takeBack(id: string): Message | null;
  /** Ids of what took too long. */
  late(): readonly string[];
  held(): readonly Message[];
  /** All that was ever given. */
  total(): number;
}

/** `timeoutMs`: 0 for ever. */
export function createHandedOut(timeoutMs: number): HandedOut {
  const all = new Map<string, Held>();
  let total = 0;
  return {
    has: (id) => all.has(id),
    give(message, subscriber) {
      all.set(message.id, { ...message, subscriber, dueAt: timeoutMs > 0 ? Date.now() + timeoutMs : Infinity });
      subscriber.inFlight.add(message.id);
      subscriber.total += 1;
      total += 1;
      subscriber.send(message.resolved, message.retries);
    },
    takeBack(id) {
      const held = all.get(id);
      if (held === undefined) return null;
      all.delete(id);
      const { subscriber, dueAt: _dueAt, ...message } = held;
      subscriber.inFlight.delete(id);
      return message;
    },
    late: () => [...all.values()].filter(({ dueAt }) => dueAt <= Date.now()).map(({ id }) => id),
    held: () => [...all.values()],
    total: () => total,
  };
}
