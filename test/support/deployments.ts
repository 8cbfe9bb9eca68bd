import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inFolder, type Where } from '@cadre/composition';
import { type RunningNode, startNode } from './eventstore-node/node.js';
import { type Postgres, startPostgres } from './postgres.js';

/** Where the parts of one Cadre are kept, new and empty. */
export interface Place {
  readonly where: Where;
  /** Removes what was kept on this machine for it. */
  remove(this: void): void;
}

/** A way to keep a Cadre: a log and a read side. */
export interface Deployment {
  readonly name: string;
  newPlace(): Promise<Place>;
  /** Where it was kept before, when its log is a copy of another one. */
  readonly movedUpFrom?: Deployment;
}

let node: Promise<{ readonly running: RunningNode; readonly folder: string }> | null = null;
let postgres: Promise<Postgres> | null = null;
let places = 0;

/** The log of a real server when EVENTSTOREDB_URL names one, else of a loopback node; each under a prefix of its own. */
async function eventStore(): Promise<Where['log']> {
  const given = process.env['EVENTSTOREDB_URL'];
  node ??= given ? null : startLoopbackNode();
  const connectionString = given ?? (await node!).running.connectionString;
  return { engine: 'eventstoredb', connectionString, prefix: `t${Date.now()}x${process.pid}x${(places += 1)}.` };
}

async function startLoopbackNode() {
  const folder = mkdtempSync(join(tmpdir(), 'cadre-node-'));
  return { running: await startNode({ folder }), folder };
}

async function newDatabase(): Promise<Where['read']> {
  postgres ??= startPostgres({ fsync: false });
  return { engine: 'postgres', url: await (await postgres).newDatabase() };
}

async function placeWith(parts: (own: Where) => Promise<Where>): Promise<Place> {
  const folder = mkdtempSync(join(tmpdir(), 'cadre-'));
  return { where: await parts(inFolder(folder)), remove: () => rmSync(folder, { recursive: true, force: true }) };
}

export const embedded: Deployment = { name: 'sqlite+sqlite', newPlace: () => placeWith(async (own) => own) };

/** Every way to keep a Cadre that is supported. */
export const deployments: readonly Deployment[] = [
  embedded,
  {
    name: 'eventstoredb+sqlite',
    newPlace: () => placeWith(async ({ read }) => ({ log: await eventStore(), read })),
  },
  {
    name: 'eventstoredb+postgres',
    newPlace: () => placeWith(async () => ({ log: await eventStore(), read: await newDatabase() })),
  },
];

/** Begun on one machine, and copied to EventStoreDB later. */
export const movedUp: Deployment = {
  ...deployments.at(-1)!,
  name: 'eventstoredb+postgres, moved up from sqlite+sqlite',
  movedUpFrom: embedded,
};

/** Ends the servers that places were kept on; for `afterAll`. */
export async function stopServers(): Promise<void> {
  const [loopback, database] = [await node, await postgres];
  [node, postgres] = [null, null];
  await loopback?.running.stop();
  await database?.stop();
  if (loopback) rmSync(loopback.folder, { recursive: true, force: true });
}
