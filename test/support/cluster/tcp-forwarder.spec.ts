import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { startForwarder, type TcpForwarder } from './tcp-forwarder.ts';

let echo: Server;
let forwarder: TcpForwarder;
const clients: Socket[] = [];

beforeEach(async () => {
  echo = createServer((socket) => socket.on('error', () => undefined).pipe(socket)).listen(0, '127.0.0.1');
  await once(echo, 'listening');
  forwarder = await startForwarder((echo.address() as AddressInfo).port);
});
afterEach(async () => {
  for (const client of clients.splice(0)) client.destroy();
  await forwarder.close();
  echo.close();
});

async function connected(): Promise<Socket> {
  const client = connect(forwarder.port, '127.0.0.1');
  clients.push(client);
  await once(client, 'connect');
  client.on('error', () => undefined);
  return client;
}

async function answerTo(client: Socket, said: string): Promise<string> {
  const answer = once(client, 'data');
  client.write(said);
  return String((await answer)[0]);
}

/** Whatever a client hears before an answer to another one has come all the way back: nothing, in a black hole. */
async function heardMeanwhile(client: Socket, act: () => Promise<unknown>): Promise<string[]> {
  const heard: string[] = [];
  const listen = (data: Buffer): void => void heard.push(data.toString());
  client.on('data', listen);
  await act();
  client.off('data', listen);
  return heard;
}

describe('a TCP forwarder', () => {
  it('lets through what is sent, both ways, however much', async () => {
    const client = await connected();
    const sent = Buffer.alloc(1_000_000, 'cadre ');
    const heard: Buffer[] = [];
    client.on('data', (data: Buffer) => void heard.push(data));
    client.end(sent);
    await once(client, 'end');
    expect(Buffer.concat(heard).equals(sent)).toBe(true);
  });

  it('turns new connections away while it refuses, and takes them again at the same port', async () => {
    const before = await connected();
    await forwarder.refuse();
    const refused = connect(forwarder.port, '127.0.0.1');
    await expect(once(refused, 'connect')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    expect(await answerTo(before, 'still here')).toBe('still here');
    await forwarder.pass();
    expect(await answerTo(await connected(), 'hello')).toBe('hello');
  });

  it('cuts the connections there are, and takes new ones', async () => {
    const client = await connected();
    await answerTo(client, 'hello');
    const closed = once(client, 'close');
    client.resume();
    forwarder.cut();
    await closed;
    expect(await answerTo(await connected(), 'hello again')).toBe('hello again');
  });

  it('keeps back everything in a black hole, and lets it through afterwards', async () => {
    const before = await connected();
    await answerTo(before, 'hello');
    forwarder.blackhole();
    const during = await connected();
    const direct = connect((echo.address() as AddressInfo).port, '127.0.0.1');
    clients.push(direct);
    const heard = await heardMeanwhile(before, () =>
      heardMeanwhile(during, async () => {
        before.write('one');
        during.write('two');
        for (let i = 0; i < 20; i += 1) await answerTo(direct, 'the server is well');
      }),
    );
    expect(heard).toEqual([]);
    const answers = [before, during].map((client) => once(client, 'data'));
    await forwarder.pass();
    expect((await Promise.all(answers)).map(([data]) => String(data))).toEqual(['one', 'two']);
  });
});
