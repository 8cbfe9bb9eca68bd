import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { exchange, newTally } from './tally.ts';

let server: Server;
let url: string;
beforeEach(async () => {
  // Answers what the address asks for: /<status> or /<status>/<Retry-After>; /cut ends the connection.
  server = createServer((request, response) => {
    const [, status, retryAfter] = request.url!.split('/');
    if (status === 'cut') return void request.socket.destroy();
    if (retryAfter !== undefined) response.setHeader('retry-after', retryAfter);
    response.statusCode = Number(status);
    response.end('{"code":"POST_ALREADY_FILLED"}');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => void server.close());

describe('an answer', () => {
  it.each([
    ['/200', 'well'],
    ['/201', 'well'],
    ['/409', 'refused'],
    ['/503/1', 'unavailable'],
  ])('%s is %s, and no breach', async (path, kind) => {
    const tally = newTally();
    expect(await exchange(tally, `${url}${path}`, {})).toMatchObject({ kind });
    expect(tally.breaches).toEqual([]);
    expect([...tally.answers.values()]).toEqual([1]);
  });

  it.each(['/503', '/500', '/502', '/400', '/404', '/429/1', '/cut'])('%s is a breach', async (path) => {
    const tally = newTally();
    expect(await exchange(tally, `${url}${path}`, {})).toEqual({ kind: 'breach' });
    expect(tally.breaches).toEqual([expect.stringContaining(path)]);
    expect(tally.answers.size).toBe(0);
  });
});
