import { type EventLog } from '@cadre/kernel';

const lastTurns = new WeakMap<EventLog, Promise<unknown>>();

/** Acts when all that were asked for earlier on the same log are done: what looks across streams is decided one at a time. */
export async function inTurn<T>(log: EventLog, act: () => Promise<T>): Promise<T> {
  const before = lastTurns.get(log) ?? Promise.resolve();
  const turn = before.then(act, act);
  lastTurns.set(
    log,
    turn.catch(() => undefined),
  );
  return turn;
}
