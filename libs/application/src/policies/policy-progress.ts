import { Unavailable } from '@cadre/kernel';
import { type Recorded } from '../application.js';
import { type Policy } from './policy.js';
import { type PolicyMemory } from './policy-memory.js';

/** What follows from recorded entries has not been recorded in time; it will be. */
export class NotSettled extends Unavailable {}

/**
 * Waits for the reactions to some entries, then for those to what was recorded because of them, until nothing follows
 * any more; answers the last position of it all. Entries of a type that no policy reacts to are not waited for.
 */
export async function settleBy(
  policies: readonly Policy[],
  memory: Pick<PolicyMemory, 'followed'>,
  recorded: Recorded,
  reached: (stream: string, position: number) => Promise<void>,
): Promise<number> {
  let settled = recorded.position;
  const isReactedTo = ({ types }: Recorded): boolean =>
    types.some((type) => policies.some(({ on }) => on.includes(type)));
  for (let open = [recorded].filter(isReactedTo); open.length > 0;) {
    for (const { stream, position } of open) await reached(stream, position);
    const followed = await memory.followed(open.flatMap(({ eventIds }) => eventIds));
    settled = Math.max(settled, ...followed.map(({ position }) => position));
    open = followed
      .map(({ stream, eventId, type, position }) => ({ stream, position, eventIds: [eventId], types: [type] }))
      .filter(isReactedTo);
  }
  return settled;
}

/** Those who wait in this process for something to come true. */
export interface Waiting {
  /** How many wait. */
  count(): number;
  /** Lets all look again. */
  wake(): void;
  /** Resolves when `isTrue` is found true at a waking; it may throw to end the wait. False when the deadline comes first. */
  until(isTrue: () => boolean, deadline: AbortSignal): Promise<boolean>;
}

/** Nobody waits yet. */
export function createWaiting(): Waiting {
  const all = new Set<() => void>();
  return {
    count: () => all.size,
    wake() {
      for (const look of all) look();
    },
    until: (isTrue, deadline) =>
      new Promise((resolve, reject) => {
        const end = (): void => {
          all.delete(look);
          deadline.removeEventListener('abort', giveUp);
        };
        function look(): void {
          try {
            if (!isTrue()) return;
            end();
            resolve(true);
          } catch (error) {
            end();
            reject(error as Error);
          }
        }
        function giveUp(): void {
          end();
          resolve(false);
        }
        all.add(look);
        deadline.addEventListener('abort', giveUp);
        look();
        if (deadline.aborted) giveUp();
      }),
  };
}
