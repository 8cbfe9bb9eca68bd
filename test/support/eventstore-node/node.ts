import featuresService from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import gossipService from '@eventstore/db-client/generated/gossip_grpc_pb.js';
import persistentService from '@eventstore/db-client/generated/persistent_grpc_pb.js';
import streamsService from '@eventstore/db-client/generated/streams_grpc_pb.js';
import { Server, ServerCredentials, type ServiceDefinition, type UntypedServiceImplementation } from '@grpc/grpc-js';
import { createAccess, openToAll, type User } from './access.js';
import { append } from './append.js';
import { batchAppend } from './batch-append.js';
import { type NodeContext } from './context.js';
import { deleteStream, tombstoneStream } from './delete.js';
import { type Door, openDoor } from './door.js';
import { writeFirstRecords } from './first-records.js';
import { readGossip } from './gossip.js';
import { createGroups } from './groups.js';
import { createResolve } from './links.js';
import { persistentSubscriptions } from './persistent.js';
import { read } from './read.js';
import { createReaders } from './readers.js';
import { supportedMethods } from './server-features.js';
import { createStreamStates } from './stream-states.js';
import { openTable } from './table.js';
import { createWriter } from './writer.js';

export interface NodeOptions {
  /** Where its log lives; what is there already is kept. */
  readonly folder: string;
  /** 0, the default: any free port. */
  readonly port?: number;
  /** Most bytes in one append; the server's own default is 1 MiB. */
  readonly maxAppendSize?: number;
  /** PEM texts; without them the node is insecure, and asks nobody who they are. */
  readonly tls?: { readonly key: string; readonly certificate: string };
  /** Who may sign in to a secured node. */
  readonly users?: readonly User[];
}

/** What can be made to go wrong with a running node's connections. */
export interface Faults extends Pick<
  Door,
  'cutAll' | 'refuse' | 'accept' | 'blackhole' | 'heal' | 'delayAnswers' | 'connections'
> {
  /** The n-th write from now on (1: the next) is committed, and its connection destroyed before the answer. */
  cutAfterCommit(n: number): void;
}

export interface RunningNode {
  readonly port: number;
  /** For `EventStoreDBClient.connectionString`; without credentials and certificate. */
  readonly connectionString: string;
  readonly faults: Faults;
  /** Writes what waits, then ends all calls and connections. */
  stop(): Promise<void>;
}

const HOST = '127.0.0.1';
const MIB = 1024 * 1024;

/** Greatest message: a record of the server's log may have 16 MiB. */
const LIMITS = { 'grpc.max_receive_message_length': 16 * MIB, 'grpc.max_send_message_length': -1 };

/** Administrators of a server nobody has set up. */
const DEFAULT_USERS: readonly User[] = [{ name: 'admin', password: 'changeit', groups: ['$admins'] }];

/** Starts a single-node stand-in for EventStoreDB on loopback. @throws when the folder's log or the port is in use */
export async function startNode(options: NodeOptions): Promise<RunningNode> {
  const table = openTable(options.folder);
  const states = createStreamStates(table);
  const writer = createWriter(table, states);
  if (table.lastPosition() < 0) await writeFirstRecords(writer);
  let [cutAfter, door] = [0, null as Door | null];
  const [readers, resolve] = [createReaders(table, states), createResolve(table, states)];
  const lastPosition = (): number => table.lastPosition();
  const groups = createGroups({ readers, resolve, states, lastPosition }, writer);
  const context: NodeContext = {
    ...{ writer, readers, resolve, groups, lastPosition },
    access: options.tls ? createAccess(options.users ?? DEFAULT_USERS, states.metadata) : openToAll,
    maxAppendSize: options.maxAppendSize ?? MIB,
    lastRevision: states.lastRevision,
    end: () => table.end(),
    countAfter: (position) => table.countAfter(position),
    committed(peer) {
      if (cutAfter === 0 || --cutAfter > 0) return false;
      door?.cut(peer);
      return true;
    },
  };
  const server = new Server(LIMITS);
  serve(
    server,
    context,
    readGossip(nameOf(options), () => door!.port),
  );
  const inner = await bind(server, credentialsFor(options));
  const opened = (door = await openDoor(HOST, options.port ?? 0, inner));
  return {
    port: opened.port,
    connectionString: `esdb://${nameOf(options)}:${opened.port}?tls=${options.tls !== undefined}`,
    faults: { ...opened, cutAfterCommit: (n) => void (cutAfter = n) },
    async stop() {
      await opened.refuse();
      groups.close();
      await writer.drained();
      server.forceShutdown();
      table.close();
    },
  };
}

function serve(server: Server, node: NodeContext, gossip: ReturnType<typeof readGossip>): void {
  const services: readonly (readonly [ServiceDefinition, UntypedServiceImplementation])[] = [
    [
      streamsService.StreamsService as unknown as ServiceDefinition,
      {
        ...{ append: append(node), batchAppend: batchAppend(node), read: read(node) },
        ...{ delete: deleteStream(node), tombstone: tombstoneStream(node) },
      },
    ],
    [persistentService.PersistentSubscriptionsService as unknown as ServiceDefinition, persistentSubscriptions(node)],
    [gossipService.GossipService as unknown as ServiceDefinition, { read: gossip }],
  ];
  for (const [service, implementation] of services) server.addService(service, implementation);
  const features = featuresService.ServerFeaturesService as unknown as ServiceDefinition;
  server.addService(features, { getSupportedMethods: supportedMethods(services.map(([service]) => service)) });
}

/** TLS asks for a name; without it the address saves a lookup. */
const nameOf = ({ tls }: NodeOptions): string => (tls ? 'localhost' : HOST);

function credentialsFor({ tls }: NodeOptions): ServerCredentials {
  if (!tls) return ServerCredentials.createInsecure();
  const [privateKey, certificate] = [Buffer.from(tls.key), Buffer.from(tls.certificate)];
  return ServerCredentials.createSsl(null, [{ private_key: privateKey, cert_chain: certificate }]);
}

const bind = (server: Server, credentials: ServerCredentials): Promise<number> =>
  new Promise((resolve, reject) => {
    server.bindAsync('127.0.0.1:0', credentials, (error, port) => (error ? reject(error) : resolve(port)));
  });
