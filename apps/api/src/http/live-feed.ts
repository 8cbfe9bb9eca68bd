/** As many listen as are let in; asking again later helps. */
export class TooManyListening extends Error {
  override readonly name = 'TooManyListening';
}

/** What a feed needs of the connection to one listener. */
export interface Listener {
  /** False when the listener does not take in what was sent before. */
  send(text: string): boolean;
  end(): void;
}

export interface LiveFeedOptions {
  /** The position to tell of, at this moment. */
  readonly reached: () => Promise<number>;
  /** Most listeners at once. */
  readonly most?: number;
  /** How often the position is looked at while anybody listens, in ms. */
  readonly lookMs?: number;
  /** How often a comment is sent, so that nothing between closes a silent connection, in ms. */
  readonly beatMs?: number;
}

/** Listeners wait so long before they come back, in ms. */
const COME_BACK_MS = 3_000;
const HEARTBEAT = ': here\n\n';

/**
 * Tells listeners the position of the tables when they come and whenever it moves, as server-sent events. It looks by
 * itself, so that it does not matter which process keeps the tables; nobody listens, nothing is looked at.
 */
export class LiveFeed {
  private readonly listeners = new Set<Listener>();
  private readonly settings: Required<LiveFeedOptions>;
  private last: number | null = null;
  private isLooking = false;
  private timers: readonly NodeJS.Timeout[] = [];

  constructor(options: LiveFeedOptions) {
    this.settings = { most: 500, lookMs: 300, beatMs: 15_000, ...options };
  }

  /** Lets a listener in until the answer is called. @throws TooManyListening */
  join(listener: Listener): () => void {
    if (this.listeners.size >= this.settings.most) throw new TooManyListening();
    this.listeners.add(listener);
    listener.send(`retry: ${COME_BACK_MS}\n\n`);
    if (this.last !== null) listener.send(told(this.last));
    if (this.timers.length === 0) this.begin();
    return () => this.leave(listener);
  }

  /** Sends everybody away. */
  close(): void {
    for (const listener of [...this.listeners]) {
      this.leave(listener);
      listener.end();
    }
  }

  private begin(): void {
    const { lookMs, beatMs } = this.settings;
    const look = setInterval(() => void this.look(), lookMs).unref();
    this.timers = [look, setInterval(() => this.tell(HEARTBEAT), beatMs).unref()];
    void this.look();
  }

  private leave(listener: Listener): void {
    this.listeners.delete(listener);
    if (this.listeners.size > 0) return;
    for (const timer of this.timers) clearInterval(timer);
    this.timers = [];
    this.last = null; // by the time somebody comes again it is old
  }

  private async look(): Promise<void> {
    if (this.isLooking) return; // tables that answer slowly are not asked again meanwhile
    this.isLooking = true;
    // Tables that cannot be asked tell nothing; what is in the way is for health to say.
    const position = await this.settings.reached().catch(() => null);
    this.isLooking = false;
    if (position === null || position === this.last || this.timers.length === 0) return;
    this.last = position;
    this.tell(told(position));
  }

  private tell(text: string): void {
    for (const listener of [...this.listeners]) {
      if (listener.send(text)) continue;
      this.leave(listener);
      listener.end();
    }
  }
}

const told = (position: number): string => `event: position\ndata: ${JSON.stringify({ position })}\n\n`;
