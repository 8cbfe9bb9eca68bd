import { spawn } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { EventStoreDBClient } from '@eventstore/db-client';
import { type Cluster } from './cluster.ts';
import { builtMain, plainEnvironment } from './program.ts';
import { type Tally } from './tally.ts';

/** What is seen of an entry by a client that is not ours. */
interface Seen {
  readonly eventId: string;
  readonly stream: string;
  readonly type: string;
  readonly commandId: string;
  readonly postId: string | null;
}

const PREFIX = 'cadre.';
const SETTLED_MS = 30_000;

/** Reads the whole log with the official client alone, straight from the node. */
async function readLog({ eventstore }: Cluster): Promise<Seen[]> {
  const client = EventStoreDBClient.connectionString(eventstore.connectionString);
  const seen: Seen[] = [];
  for await (const { event } of client.readAll()) {
    if (!event?.streamId.startsWith(PREFIX)) continue;
    const { meta } = event.metadata as unknown as { readonly meta: { readonly commandId: string } };
    const { postId = null } = event.data as { readonly postId?: string | null };
    const { id: eventId, streamId: stream, type } = event;
    seen.push({ eventId, stream, type, commandId: meta.commandId, postId });
  }
  await client.dispose();
  return seen;
}

/** Holds the log against what was acknowledged. @returns what is wrong, sentence by sentence, and how many entries there are */
export async function verifyLog(cluster: Cluster, tally: Tally): Promise<{ entries: number; wrong: string[] }> {
  const log = await readLog(cluster);
  const times = (of: (entry: Seen) => string): Map<string, number> => {
    const counted = new Map<string, number>();
    for (const entry of log) counted.set(of(entry), (counted.get(of(entry)) ?? 0) + 1);
    return counted;
  };
  const [byEvent, byCommand] = [times((it) => it.eventId), times((it) => `${it.commandId} on ${it.stream}`)];
  const acknowledged = [...tally.acknowledged].flatMap(([commandId, { eventIds }]) =>
    eventIds
      .filter((eventId) => byEvent.get(eventId) !== 1)
      .map(
        (eventId) =>
          `${commandId} was acknowledged, and its event ${eventId} is there ${byEvent.get(eventId) ?? 0} times`,
      ),
  );
  const told = new Set(log.map(({ commandId }) => commandId));
  const lost = [...tally.acknowledged.keys()]
    .filter((it) => !told.has(it))
    .map((it) => `${it} was acknowledged and is lost`);
  const twice = [...byCommand]
    .filter(([, count]) => count > 1)
    .map(([what, count]) => `${what} is there ${count} times`);
  return { entries: log.length, wrong: [...acknowledged, ...lost, ...twice, ...notFollowed(log)] };
}

/** Every post that was identified is established once, by a policy. */
function notFollowed(log: readonly Seen[]): string[] {
  const established = log.filter(({ type }) => type === 'PostEstablished').map(({ stream }) => stream);
  return log
    .filter(({ type }) => type === 'PostIdentified')
    .map(({ postId }) => ({ postId, count: established.filter((it) => it === `${PREFIX}post-${postId}`).length }))
    .filter(({ count }) => count !== 1)
    .map(({ postId, count }) => `the post ${postId} was identified once and established ${count} times`);
}

/** What the health of a node says that is told from here. */
interface Health {
  readonly behind: number;
  readonly parked: readonly unknown[];
  readonly alarms: readonly unknown[];
  readonly trouble: string | null;
}

/** Waits until every api node says that nothing is behind. @returns what is wrong */
export async function verifyHealth({ apis }: Cluster): Promise<string[]> {
  const wrong: string[] = [];
  for (const api of apis) {
    const deadline = Date.now() + SETTLED_MS;
    for (;;) {
      const response = await fetch(`${api.said()}/api/health`);
      const { behind, parked, alarms, trouble } = (await response.json()) as Health;
      if (response.ok && behind === 0 && trouble === null && parked.length === 0 && alarms.length === 0) break;
      if (Date.now() > deadline) {
        wrong.push(`${api.name} is not well: ${JSON.stringify({ behind, parked, alarms, trouble })}`);
        break;
      }
      await wait(100);
    }
  }
  return wrong;
}

/** Rebuilds the tables from the log and compares, as an operator does. @returns what is wrong, and what was printed */
export async function verifyTables({ settings }: Cluster): Promise<{ wrong: string[]; printed: string }> {
  const child = spawn(process.execPath, [builtMain('cli'), 'rebuild'], {
    env: { ...plainEnvironment(), ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  const code = await new Promise<number | null>((done) => child.once('close', done));
  return { printed, wrong: code === 0 ? [] : [`cadre rebuild ended with ${code}: ${printed}`] };
}
