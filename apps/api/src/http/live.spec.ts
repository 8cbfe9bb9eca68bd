import 'reflect-metadata';
import { type NestExpressApplication } from '@nestjs/platform-express';
import { type AddressInfo } from 'node:net';
import { httpApp, notingReads } from './http.builders.js';
import { type Listener, LiveFeed, TooManyListening } from './live-feed.js';

/** A listener in memory; `takes` says whether it takes in what is sent. */
function listener(takes = true): Listener & { readonly heard: string[]; isSentAway(): boolean } {
  const heard: string[] = [];
  let isOver = false;
  return {
    heard,
    isSentAway: () => isOver,
    send: (text) => heard.push(text) > 0 && takes,
    end: () => void (isOver = true),
  };
}

/** Waits until something is so; fails loudly when it never is. */
async function until(isSo: () => boolean): Promise<void> {
  for (const deadline = performance.now() + 10_000; !isSo();) {
    if (performance.now() > deadline) throw new Error('it did not come to that within ten seconds');
    await new Promise((resolve) => setImmediate(resolve));
  }
}

const positions = (heard: readonly string[]): readonly string[] =>
  heard.filter((text) => text.startsWith('event')).map((text) => /"position":(\d+)/.exec(text)![1]!);

describe('the live feed', () => {
  it('tells whoever comes where the tables are, and everybody when they move', async () => {
    let position = 5;
    const feed = new LiveFeed({ reached: async () => position, lookMs: 1 });
    const [one, other] = [listener(), listener()];
    feed.join(one);
    await until(() => positions(one.heard).length === 1);
    feed.join(other);
    expect(positions(other.heard)).toEqual(['5']);
    position = 9;
    await until(() => positions(one.heard).length === 2 && positions(other.heard).length === 2);
    expect(positions(one.heard)).toEqual(['5', '9']);
    feed.close();
    expect([one.isSentAway(), other.isSentAway()]).toEqual([true, true]);
  });

  it('tells of tables that were set back, too', async () => {
    let position = 9;
    const feed = new LiveFeed({ reached: async () => position, lookMs: 1 });
    const one = listener();
    feed.join(one);
    await until(() => positions(one.heard).length === 1);
    position = 2;
    await until(() => positions(one.heard).at(-1) === '2');
    feed.close();
  });

  it('lets a sign of life be heard while nothing moves, also while the tables cannot be asked', async () => {
    const away = async (): Promise<number> => Promise.reject(new Error('away'));
    const feed = new LiveFeed({ reached: away, lookMs: 1, beatMs: 1 });
    const one = listener();
    feed.join(one);
    await until(() => one.heard.filter((text) => text.startsWith(':')).length > 2);
    expect(positions(one.heard)).toEqual([]);
    feed.close();
  });

  it('lets in no more than it can serve, and the next one when somebody has left', () => {
    const feed = new LiveFeed({ reached: async () => 1, most: 1 });
    const leave = feed.join(listener());
    expect(() => feed.join(listener())).toThrow(TooManyListening);
    leave();
    expect(feed.join(listener())).toBeInstanceOf(Function);
    feed.close();
  });

  it('sends away who does not take in what is sent', async () => {
    const feed = new LiveFeed({ reached: async () => 1, lookMs: 1 });
    const asleep = listener(false);
    feed.join(asleep);
    await until(() => asleep.isSentAway());
  });

  it('does not ask slow tables again before they have answered', async () => {
    let [asked, answer] = [0, (_position: number): void => undefined];
    const slowly = (): Promise<number> => {
      asked += 1;
      return new Promise((resolve) => (answer = resolve));
    };
    const feed = new LiveFeed({ reached: slowly, lookMs: 1, beatMs: 1 });
    const one = listener();
    feed.join(one);
    await until(() => one.heard.filter((text) => text.startsWith(':')).length > 5);
    expect(asked).toBe(1);
    answer(7);
    await until(() => positions(one.heard)[0] === '7');
    feed.close();
  });

  it('looks at nothing when nobody listens', async () => {
    let looks = 0;
    const feed = new LiveFeed({ reached: async () => ++looks, lookMs: 1 });
    const leave = feed.join(listener());
    await until(() => looks > 1);
    leave();
    const before = looks;
    const other = new LiveFeed({ reached: async () => 1, beatMs: 1 });
    const witness = listener();
    other.join(witness);
    await until(() => witness.heard.length > 20);
    expect(looks).toBe(before);
    other.close();
  });
});

describe('GET /api/live', () => {
  let app: NestExpressApplication;
  let [position, url] = [3, ''];

  beforeAll(async () => {
    app = await httpApp(notingReads([], { reached: async () => position }));
    await app.listen(0, '127.0.0.1');
    url = `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}/api/live`;
  });

  it('is a stream of events that goes on until the server stops', async () => {
    const response = await fetch(url);
    expect(response.headers.get('content-type')).toBe('text/event-stream');
    const heard: string[] = [];
    const reading = (async () => {
      for await (const chunk of response.body!) heard.push(new TextDecoder().decode(chunk as Uint8Array));
    })();
    await until(() => heard.join('').includes('data: {"position":3}'));
    position = 4;
    await until(() => heard.join('').includes('data: {"position":4}'));
    await app.close();
    await reading;
  });
});
