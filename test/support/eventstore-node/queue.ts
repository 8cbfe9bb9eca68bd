export interface Queue {
  /** Runs it in its turn; the answer comes when it is durable. */
  submit<T>(run: () => T): Promise<T>;
  drained(): Promise<void>;
}

/**
 * Group commit: what arrives in one turn of the event loop shares one durable write. A failed write fails all of it,
 * and `rolledBack` is told.
 */
export function createQueue(inOneWrite: (run: () => void) => void, written: () => void, rolledBack: () => void): Queue {
  let waiting: { readonly run: () => () => void; readonly fail: (error: unknown) => void }[] = [];
  let whenDrained: (() => void)[] = [];

  function flush(): void {
    const group = waiting;
    waiting = [];
    try {
      let answers: (() => void)[] = [];
      inOneWrite(() => void (answers = group.map(({ run }) => run())));
      for (const answer of answers) answer();
      written();
    } catch (error) {
      rolledBack();
      for (const { fail } of group) fail(error);
    }
    for (const drained of whenDrained) drained();
    whenDrained = [];
  }

  return {
    submit: (run) =>
      new Promise((resolve, reject) => {
        if (waiting.length === 0) setImmediate(flush);
        waiting.push({
          run: () => {
            const answer = run();
            return () => resolve(answer);
          },
          fail: reject,
        });
      }),
    drained: () => (waiting.length === 0 ? Promise.resolve() : new Promise((resolve) => whenDrained.push(resolve))),
  };
}
