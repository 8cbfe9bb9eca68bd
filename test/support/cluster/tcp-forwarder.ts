import { randomInt } from 'node:crypto';
import { connect, createServer, type Server, type Socket } from 'node:net';

/** A way from one loopback port to another that can be broken, to see what those who take it make of it. */
export interface TcpForwarder {
  readonly port: number;
  /** Lets everything through, also what a black hole has kept back; this is how it starts. */
  pass(): Promise<void>;
  /** Turns new connections away, as a port does that nobody listens on. */
  refuse(): Promise<void>;
  /** Breaks the connections there are; new ones are let through. */
  cut(): void;
  /** Keeps what is sent, in either direction, and says nothing: a network that swallows packets. */
  blackhole(): void;
  close(): Promise<void>;
}

/** A connection that came in, and the one that goes on from it. */
interface Pair {
  readonly ends: readonly [Socket, Socket];
}

const HOST = '127.0.0.1';
const PORTS_TRIED = 20;

/** Starts forwarding to a loopback port, from one that stays the same while it is open. */
export async function startForwarder(target: number): Promise<TcpForwarder> {
  const pairs = new Set<Pair>();
  let isHole = false;

  const server = createServer({ pauseOnConnect: true, allowHalfOpen: true }, (incoming) => {
    const outgoing = connect({ port: target, host: HOST, allowHalfOpen: true });
    const pair: Pair = { ends: [incoming, outgoing] };
    pairs.add(pair);
    for (const end of pair.ends) {
      end.setNoDelay(true);
      end.on('error', () => undefined); // "close" follows
      // The other side of a black hole does not hear of an end either, until it is over.
      end.once('close', () => isHole || drop(pair));
    }
    if (!isHole) join(pair);
  });
  const drop = (pair: Pair): void => {
    pairs.delete(pair);
    for (const end of pair.ends) end.destroy();
  };

  const port = await listenSomewhere(server);
  return {
    port,
    pass: async () => {
      isHole = false;
      for (const pair of [...pairs]) {
        if (pair.ends.some((end) => end.destroyed)) drop(pair);
        else join(pair);
      }
      if (!server.listening) await listen(server, port);
    },
    refuse: () => stopListening(server),
    cut: () => {
      for (const pair of [...pairs]) drop(pair);
    },
    blackhole: () => {
      isHole = true;
      for (const { ends } of pairs) for (const end of ends) end.unpipe();
    },
    close: async () => {
      for (const pair of [...pairs]) drop(pair);
      await stopListening(server);
    },
  };
}

function join({ ends: [one, other] }: Pair): void {
  one.pipe(other);
  other.pipe(one);
}

/** Below the ports the system hands to outgoing connections, so that none of them takes it while it is refused. */
async function listenSomewhere(server: Server): Promise<number> {
  for (let tries = 1; ; tries += 1) {
    const port = randomInt(20_000, 32_000);
    try {
      await listen(server, port);
      return port;
    } catch (error) {
      if (tries === PORTS_TRIED || (error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    }
  }
}

const listen = (server: Server, port: number): Promise<void> =>
  new Promise((done, fail) => {
    server.once('error', fail);
    server.listen(port, HOST, () => {
      server.off('error', fail);
      done();
    });
  });

/** Connections go on; resolves when new ones are turned away. */
function stopListening(server: Server): Promise<void> {
  server.close();
  return new Promise((done) => setImmediate(done));
}
