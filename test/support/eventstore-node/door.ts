// The node's public port: a plain TCP relay in front of the gRPC server, because faults happen to connections.
import { once } from 'node:events';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { createRelay, type Relay } from './relay.js';

export interface Door extends Omit<Relay, 'welcome'> {
  readonly port: number;
  /** Destroys all connections and takes no more. */
  readonly refuse: () => Promise<void>;
  readonly accept: () => Promise<void>;
}

/** Opens the public port (0: any) in front of an inner one. */
export async function openDoor(host: string, wanted: number, inner: number): Promise<Door> {
  const relay = createRelay(inner);
  let [port, listener] = [wanted, null as Server | null];

  async function accept(): Promise<void> {
    if (listener) return;
    listener = createServer((client) => relay.welcome(client)).listen(port, host);
    await once(listener, 'listening');
    port = (listener.address() as AddressInfo).port;
  }

  async function refuse(): Promise<void> {
    const closing = listener;
    listener = null;
    closing?.close();
    relay.cutAll();
    if (closing) await once(closing, 'close');
  }

  await accept();
  const { cut, cutAll, blackhole, heal, delayAnswers, connections } = relay;
  return { port, accept, refuse, cut, cutAll, blackhole, heal, delayAnswers, connections };
}
