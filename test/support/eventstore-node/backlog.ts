import { type Feed, type Place } from './group-feed.js';
import { type ResolvedEvent } from './links.js';

/** An event a persistent subscription has to hand out, or has handed out and not heard of again. */
export interface Message {
  readonly id: string;
  readonly resolved: ResolvedEvent;
  /** How many places had been passed before it; -1 for one that was parked and is replayed: it moves no checkpoint. */
  readonly sequence: number;
  /** The place before its own. */
  readonly previous: Place;
  readonly retries: number;
}

/** What is still to be handed out: what is retried or replayed first, then what follows in the log. */
export interface Backlog {
  next(): Message | undefined;
  /** Removes the message `next` gave. */
  take(): void;
  putBack(message: Message): void;
  /** What has been fetched, or put back, and not taken. */
  waiting(): readonly Message[];
  retrying(): number;
  /** The last place fetched, and how many were passed to get there. */
  reached(): { readonly place: Place; readonly sequence: number };
}

/** `from`: the place behind which it begins. */
export function createBacklog(feed: Feed, from: Place, batch: number): Backlog {
  const again: Message[] = [];
  const fetched: Message[] = [];
  let [place, sequence] = [from, 0];

  function fetch(): void {
    let fed = feed.after(place, batch);
    while (fetched.length === 0 && fed.length > 0) {
      for (const it of fed) {
        const { resolved } = it;
        if (resolved) fetched.push({ id: idOf(resolved), resolved, sequence, previous: place, retries: 0 });
        [place, sequence] = [it.place, sequence + 1];
      }
      if (fetched.length === 0) fed = feed.after(place, batch);
    }
  }

  return {
    next() {
      if (again.length === 0 && fetched.length === 0) fetch();
      return again[0] ?? fetched[0];
    },
    take: () => void (again.length > 0 ? again.shift() : fetched.shift()),
    putBack: (message) => void again.push(message),
    waiting: () => [...again, ...fetched],
    retrying: () => again.length,
    reached: () => ({ place, sequence }),
  };
}

/** The id an event is answered for by: of the link that led to it, if one did. */
export const idOf = ({ event, link }: ResolvedEvent): string => (link ?? event)!.eventId;
