// The node's public port: a plain TCP relay in front of the gRPC server, because faults happen to connections.
import { createServer, connect, type Server, type Socket } from 'node:net';
import { once } from 'node:events';

export interface Door {
  readonly port: number;
  /** Destroys the connection the server knows by this peer, without a word. */
  cut(peer: string): void;
  cutAll(): void;
  /** Destroys all connections and takes no more. */
  refuse(): Promise<void>;
  accept(): Promise<void>;
  /** From now on requests still arrive, and nothing is ever answered, until `heal`. */
  blackhole(): void;
  heal(): void;
  /** Every answer comes that many ms late. */
  delayAnswers(ms: number): void;
}

interface Pair {
  readonly client: Socket;
  readonly upstream: Socket;
  /** Answers that wait: for the blackhole to heal, or for their delay. */
  held: Buffer[] | null;
}

/** Opens the public port (0: any) in front of an inner one. */
export async function openDoor(host: string, wanted: number, inner: number): Promise<Door> {
  const pairs = new Set<Pair>();
  let [isSilent, delayMs] = [false, 0];
  let port = wanted;

  function welcome(client: Socket): void {
    const upstream = connect(inner, '127.0.0.1');
    const pair: Pair = { client, upstream, held: isSilent ? [] : null };
    pairs.add(pair);
    client.setNoDelay(true);
    upstream.setNoDelay(true);
    client.pipe(upstream);
    upstream.on('data', (answer: Buffer) => {
      if (delayMs > 0) setTimeout(() => pass(pair, answer), delayMs);
      else pass(pair, answer);
    });
    upstream.on('end', () => client.end());
    client.on('drain', () => upstream.resume());
    for (const socket of [client, upstream]) {
      socket.on('error', () => {}); // the other side learns of it by 'close'
      socket.on('close', () => destroy(pair));
    }
  }

  function pass(pair: Pair, answer: Buffer): void {
    if (pair.held) pair.held.push(answer);
    else if (!pair.client.write(answer)) pair.upstream.pause();
  }

  function destroy(pair: Pair): void {
    pairs.delete(pair);
    pair.client.destroy();
    pair.upstream.destroy();
  }

  const cutAll = (): void => pairs.forEach(destroy);
  let listener: Server | null = null;
  async function accept(): Promise<void> {
    if (listener) return;
    listener = createServer(welcome).listen(port, host);
    await once(listener, 'listening');
    port = (listener.address() as { port: number }).port;
  }

  await accept();
  return {
    get port() {
      return port;
    },
    cut: (peer) => pairs.forEach((pair) => peer.endsWith(`:${pair.upstream.localPort}`) && destroy(pair)),
    cutAll,
    accept,
    async refuse() {
      const closing = listener;
      listener = null;
      closing?.close();
      cutAll();
      if (closing) await once(closing, 'close');
    },
    blackhole() {
      isSilent = true;
      for (const pair of pairs) pair.held ??= [];
    },
    heal() {
      isSilent = false;
      for (const pair of pairs) {
        const held = pair.held ?? [];
        pair.held = null;
        for (const answer of held) pair.client.write(answer);
      }
    },
    delayAnswers: (ms) => void (delayMs = ms),
  };
}
