// The persistent subscriptions of a node.
import { createBacklog } from './backlog.js';
import { groupDoesNotExist, groupDropped, groupExists } from './failures.js';
import { createGroup, type Group } from './group.js';
import { createFeed, type Feed, type FeedSource } from './group-feed.js';
import { type GroupConfig } from './group-settings.js';
import { createGroupStorage } from './group-storage.js';
import { type Writer } from './writer.js';

export interface Groups {
  /** @throws when there is one already */
  create(config: GroupConfig): Promise<void>;
  /** The new settings hold for who connects from now on; who was connected is dropped. @throws when there is none */
  update(config: GroupConfig): Promise<void>;
  /** @throws when there is none */
  delete(source: string, name: string): Promise<void>;
  /** @throws when there is none */
  find(source: string, name: string): RunningGroup;
  /** All of them, or those of one source. */
  list(source: string | null): readonly RunningGroup[];
  /** Hands out again what was parked, up to a number of it. @throws when there is no such group */
  replayParked(source: string, name: string, stopAt: number | null): Promise<void>;
  restart(): void;
  close(): void;
}

export interface RunningGroup {
  readonly config: GroupConfig;
  readonly feed: Feed;
  readonly group: Group;
  readonly parkedCount: () => number;
}

const TICK_MS = 1000;

export function createGroups(node: FeedSource, writer: Writer): Groups {
  const storage = createGroupStorage(writer, node.readers);
  const running = new Map<string, RunningGroup>();
  const keyOf = (source: string, name: string): string => `${source}::${name}`;
  const save = (): Promise<void> => storage.save([...running.values()].map(({ config }) => config));

  function run(config: GroupConfig): void {
    const { source, startFrom, settings } = config;
    const feed = createFeed(node, source, config.filter, settings.resolveLinks);
    const checkpoint = storage.checkpoint(config);
    const start = startFrom === 'end' ? feed.last() : startFrom - 1;
    const backlog = createBacklog(feed, checkpoint === null ? start : feed.placeIn(checkpoint), settings.readBatchSize);
    const group = createGroup(backlog, settings, {
      park: (resolved, reason) => storage.park(config, resolved, reason),
      rememberCheckpoint: (place) => storage.rememberCheckpoint(config, feed.textOf(place)),
    });
    const parkedCount = (): number => storage.parked(config).length;
    running.set(keyOf(source, config.group), { config, feed, group, parkedCount });
  }

  function find(source: string, name: string): RunningGroup {
    const found = running.get(keyOf(source, name));
    if (found === undefined) throw groupDoesNotExist(source, name);
    return found;
  }

  const dropAll = (): void =>
    running.forEach(({ config, group }) => group.dropAll(groupDropped(config.source, config.group)));

  storage.load().forEach(run);
  const stopPumping = pumpAll(running, writer);
  return {
    async create(config) {
      if (running.has(keyOf(config.source, config.group))) throw groupExists(config.source, config.group);
      run(config);
      await save();
    },
    async update(config) {
      const before = find(config.source, config.group);
      before.group.dropAll(groupDropped(config.source, config.group));
      run({ ...config, filter: before.config.filter });
      await save();
    },
    async delete(source, name) {
      const { config, group } = find(source, name);
      group.dropAll(groupDoesNotExist(source, name));
      running.delete(keyOf(source, name));
      await save();
      await storage.forget(config);
    },
    find,
    list: (source) => [...running.values()].filter(({ config }) => source === null || config.source === source),
    async replayParked(source, name, stopAt) {
      const { config, group } = find(source, name);
      const replayed = storage.parked(config).filter(({ revision }) => stopAt === null || revision < stopAt);
      group.replay(replayed.map((it) => node.resolve(it)).filter(({ event }) => event !== null));
      if (replayed.length > 0) await storage.unpark(config, replayed.at(-1)!.revision + 1);
    },
    restart() {
      dropAll();
      running.clear();
      storage.load().forEach(run);
    },
    close() {
      stopPumping();
      dropAll();
    },
  };
}

/** Hands out what is committed, as it is; answers how to stop that. */
function pumpAll(running: ReadonlyMap<string, RunningGroup>, writer: Writer): () => void {
  const stopListening = writer.onCommit(() => running.forEach(({ group }) => group.pump()));
  const ticking = setInterval(() => running.forEach(({ group }) => group.tick()), TICK_MS);
  return () => {
    clearInterval(ticking);
    stopListening();
  };
}
