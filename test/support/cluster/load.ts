import { setTimeout as wait } from 'node:timers/promises';
import { exchange, type Receipt, type Tally } from './tally.ts';

/** A steady load of commands and questions, through all api nodes in turn. */
export interface Load {
  /** Lets every sender finish what it is about. */
  stop(): Promise<void>;
}

/** Senders at once, and the shortest time between two requests of one, in ms: 40 requests a second at the most. */
const SENDERS = 4;
const PACE_MS = 100;
/** How often a refused command is sent anew: what it needs may be told by a policy that is still on its way. */
const REFUSALS_BORNE = 100;

/** Starts sending to the api nodes at these addresses; ids start with `name`. */
export function startLoad(urls: readonly string[], tally: Tally, name: string): Load {
  const stop = new AbortController();
  const senders = Array.from({ length: SENDERS }, (_, i) => send(urls, tally, `${name}-${i}`, i, stop.signal));
  return {
    stop: async () => {
      stop.abort();
      await Promise.all(senders);
    },
  };
}

/** Story after story: a block of posts is approved, a post of it told apart and filled, and the tables are asked. */
async function send(
  urls: readonly string[],
  tally: Tally,
  name: string,
  first: number,
  stop: AbortSignal,
): Promise<void> {
  let turn = first;
  const next = (): string => urls[turn++ % urls.length]!;
  for (let i = 0; !stop.aborted; i += 1) {
    const id = `${name}-${i}`;
    const steps = [
      [`blocks/${id}/approve`, { name: 'Posts under load', count: 2, authority: { kind: 'memo', reference: id } }],
      [`blocks/${id}/identify`, { postId: id, title: 'Desk Officer', grade: 'P-3' }],
      [`posts/${id}/fill`, { personId: `p-${id}` }],
    ] as const;
    for (const [path, content] of steps) {
      const receipt = await tell(next, tally, path, content, stop);
      if (receipt === null) return;
    }
    await exchange(tally, `${next()}/api/posts?id=${id}`, null);
    await wait(PACE_MS);
  }
}

/** Sends one command until it is taken, as a careful client does; null when there was no time for that. */
export async function tell(
  next: () => string,
  tally: Tally,
  path: string,
  content: object,
  stop: AbortSignal,
): Promise<Receipt | null> {
  for (let refusals = 0; ;) {
    const commandId = `${path.replaceAll('/', '.')}.${refusals}`;
    const answer = await exchange(tally, `${next()}/api/${path}`, { ...telling(commandId), ...content });
    await wait(PACE_MS);
    if (answer.kind === 'well') {
      const receipt = answer.body as Receipt;
      tally.acknowledged.set(commandId, receipt);
      return receipt;
    }
    if (stop.aborted) return null;
    if (answer.kind === 'unavailable') await wait(answer.retryAfterMs, undefined, { signal: stop }).catch(() => null);
    if (answer.kind === 'refused' && ++refusals > REFUSALS_BORNE) {
      tally.breaches.push(`${path} is still refused after ${REFUSALS_BORNE} times: ${answer.code}`);
      return null;
    }
  }
}

const telling = (commandId: string): object => ({
  commandId,
  actor: { id: 'load', role: 'hr-officer' },
  effective: { on: '2024-01-01' },
  source: { localKnowledge: 'load' },
});
