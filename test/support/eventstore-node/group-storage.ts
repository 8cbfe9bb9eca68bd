// What the persistent subscriptions keep in the log, in streams of the server's own names.
import { randomUUID } from 'node:crypto';
import { type GroupConfig } from './group-settings.js';
import { type ResolvedEvent } from './links.js';
import { type Readers } from './readers.js';
import { ANY, metastreamOf, type ProposedEvent, type StoredEvent } from './records.js';
import { type Writer } from './writer.js';

type Named = Pick<GroupConfig, 'source' | 'group'>;

export interface GroupStorage {
  save(configs: readonly GroupConfig[]): Promise<void>;
  load(): readonly GroupConfig[];
  park(of: Named, resolved: ResolvedEvent, reason: string): void;
  /** Links to what was parked, and not replayed. */
  parked(of: Named): readonly StoredEvent[];
  /** Forgets what was parked before a number. */
  unpark(of: Named, before: number): Promise<void>;
  rememberCheckpoint(of: Named, place: string): void;
  checkpoint(of: Named): string | null;
  forget(of: Named): Promise<void>;
}

const CONFIG_STREAM = '$persistentSubscriptionConfig';

export function createGroupStorage(writer: Writer, readers: Readers): GroupStorage {
  const streamOf = ({ source, group }: Named, what: string): string =>
    `$persistentsubscription-${source}::${group}-${what}`;
  const write = (stream: string, type: string, data: string, metadata = ''): Promise<unknown> =>
    writer.append(stream, ANY, [proposed(type, data, metadata)]);
  const lastIn = (stream: string): unknown => {
    const page = readers.streamBackwards(stream, null, 1);
    const event = page.kind === 'page' ? page.events[0] : undefined;
    return event === undefined ? null : JSON.parse(Buffer.from(event.data).toString());
  };
  return {
    async save(configs) {
      await write(CONFIG_STREAM, '$PersistentConfig', JSON.stringify(configs));
    },
    load: () => (lastIn(CONFIG_STREAM) as readonly GroupConfig[] | null) ?? [],
    park: (of, resolved, reason) =>
      void write(streamOf(of, 'parked'), '$>', linkTo(resolved), JSON.stringify({ added: new Date(), reason })),
    parked(of) {
      const page = readers.streamForwards(streamOf(of, 'parked'), 0, Number.MAX_SAFE_INTEGER);
      return page.kind === 'page' ? page.events : [];
    },
    async unpark(of, before) {
      await write(metastreamOf(streamOf(of, 'parked')), '$metadata', JSON.stringify({ $tb: before }));
    },
    rememberCheckpoint: (of, place) =>
      void write(streamOf(of, 'checkpoint'), '$SubscriptionCheckpoint', JSON.stringify(place)),
    checkpoint: (of) => lastIn(streamOf(of, 'checkpoint')) as string | null,
    async forget(of) {
      for (const what of ['parked', 'checkpoint']) await writer.delete(streamOf(of, what), ANY, false);
    },
  };
}

function linkTo({ event, link }: ResolvedEvent): string {
  const original = (link ?? event)!;
  return `${original.revision}@${original.stream}`;
}

const proposed = (type: string, data: string, metadata: string): ProposedEvent => ({
  ...{ eventId: randomUUID(), type, isJson: type !== '$>' },
  ...{ data: Buffer.from(data), metadata: Buffer.from(metadata) },
});
