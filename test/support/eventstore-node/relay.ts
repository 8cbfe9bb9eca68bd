import { connect, type Socket } from 'node:net';

/** Carries bytes between clients and the server, as long as no fault says otherwise. */
export interface Relay {
  readonly welcome: (client: Socket) => void;
  /** Destroys the connection the server knows by this peer, without a word. */
  readonly cut: (peer: string) => void;
  readonly cutAll: () => void;
  /** From now on requests still arrive, and nothing is ever answered, until `heal`. */
  readonly blackhole: () => void;
  readonly heal: () => void;
  /** Every answer comes that many ms late. */
  readonly delayAnswers: (ms: number) => void;
  /** Connections of clients that are open now. */
  readonly connections: () => number;
}

interface Pair {
  readonly client: Socket;
  readonly upstream: Socket;
  /** Answers kept back while nothing may be answered. */
  held: Buffer[] | null;
}

export function createRelay(inner: number): Relay {
  const pairs = new Set<Pair>();
  let [isSilent, delayMs] = [false, 0];

  function pass(pair: Pair, answer: Buffer): void {
    if (pair.held) pair.held.push(answer);
    else if (!pair.client.write(answer)) pair.upstream.pause();
  }

  function destroy(pair: Pair): void {
    pairs.delete(pair);
    pair.client.destroy();
    pair.upstream.destroy();
  }

  function welcome(client: Socket): void {
    const upstream = connect(inner, '127.0.0.1');
    const pair: Pair = { client, upstream, held: isSilent ? [] : null };
    pairs.add(pair);
    client.pipe(upstream);
    upstream.on('data', (answer: Buffer) => {
      if (delayMs > 0) setTimeout(() => pass(pair, answer), delayMs);
      else pass(pair, answer);
    });
    upstream.on('end', () => client.end());
    client.on('drain', () => upstream.resume());
    for (const socket of [client, upstream]) {
      socket.setNoDelay(true);
      socket.on('error', () => {}); // 'close' follows, and says enough
      socket.on('close', () => destroy(pair));
    }
  }

  return {
    welcome,
    cut: (peer) => pairs.forEach((pair) => peer.endsWith(`:${pair.upstream.localPort}`) && destroy(pair)),
    cutAll: () => pairs.forEach(destroy),
    blackhole() {
      isSilent = true;
      for (const pair of pairs) pair.held ??= [];
    },
    heal() {
      isSilent = false;
      for (const pair of pairs) {
        const held = pair.held ?? [];
        pair.held = null;
        for (const answer of held) pass(pair, answer);
      }
    },
    delayAnswers: (ms) => void (delayMs = ms),
    connections: () => pairs.size,
  };
}
