import { createHash } from 'node:crypto';
import { type RpcFailure } from './failures.js';
import { type Strategy } from './group-settings.js';
import { type ResolvedEvent } from './links.js';

/** A client that takes its part of a persistent subscription. */
export interface Subscriber {
  readonly name: string;
  readonly from: string;
  /** Most events it may hold unanswered. */
  readonly capacity: number;
  readonly inFlight: Set<string>;
  total: number;
  send(resolved: ResolvedEvent, retries: number): void;
  /** Ends it; nothing it holds comes back from it. */
  drop(failure: RpcFailure): void;
}

/** Who gets the next event; null when nobody may have it now. */
export function choose(strategy: Strategy, all: Subscriber[], { event, link }: ResolvedEvent): Subscriber | null {
  const hasRoom = (it: Subscriber | undefined): boolean => it !== undefined && it.inFlight.size < it.capacity;
  switch (strategy) {
    case 'DispatchToSingle':
      return all.find(hasRoom) ?? null;
    case 'RoundRobin': {
      const at = all.findIndex(hasRoom);
      if (at < 0) return null;
      const [chosen] = all.splice(at, 1);
      all.push(chosen!); // last in the next round
      return chosen!;
    }
    case 'Pinned': {
      const hash = createHash('sha256')
        .update((event ?? link)!.stream)
        .digest()
        .readUInt32BE();
      const pinned = [...all].sort((a, b) => (a.name < b.name ? -1 : 1))[hash % Math.max(all.length, 1)];
      return hasRoom(pinned) ? pinned! : null;
    }
  }
}
