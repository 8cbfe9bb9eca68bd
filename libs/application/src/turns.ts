import { Unavailable } from '@cadre/kernel';

/** No turn came in time; nothing was done. */
export class NoTurn extends Unavailable {}

/**
 * What looks across streams is decided one at a time: between its look and its append nobody else may decide so.
 * Whoever acts in a turn must not wait for another one, nor for policies, which take turns too.
 */
export interface Turns {
  /** Acts when nobody else does. @throws Unavailable when that takes too long to come; nothing was done then */
  take<T>(act: () => Promise<T>): Promise<T>;
}

/** Turns of this process, in the order they were asked for; waits for each as long as it takes. */
export function turnsOfOneProcess(): Turns {
  let last: Promise<unknown> = Promise.resolve();
  return {
    take(act) {
      const turn = last.then(act);
      last = turn.catch(() => undefined);
      return turn;
    },
  };
}

/**
 * Turns shared with other processes: those of this process queue here, and only the first of them queues among the
 * processes, so that one machine holds one connection at most. Bounded: who has waited `waitMs` here is told to try again.
 */
export function turnsAmongProcesses(shared: Turns, waitMs = 5_000): Turns {
  const here = turnsOfOneProcess();
  return {
    take(act) {
      const tooLate = new NoTurn(`too much is being decided at once: no turn came within ${waitMs} ms`);
      return new Promise((resolve, reject) => {
        let isGivenUp = false;
        const timer = setTimeout(() => {
          isGivenUp = true;
          reject(tooLate);
        }, waitMs);
        const turn = here.take(async () => {
          clearTimeout(timer);
          if (isGivenUp) throw tooLate;
          return shared.take(act);
        });
        turn.then(resolve, reject);
      });
    },
  };
}
