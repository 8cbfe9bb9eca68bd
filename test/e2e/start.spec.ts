import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from '../../scripts/build.mjs';
import { startCadre } from '../support/start-cadre.js';

const ROOT = new URL('../..', import.meta.url).pathname;
const ONE_SENTENCE = /^cadre: .+[.?]\n$/;

let folder: string;
beforeAll(() => ensureBuilt({ quiet: true }), 180_000);
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'cadre-start-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What a start that must fail says on standard error, and its exit code. */
function failing(environment: Record<string, string>): { said: string; code: number | null } {
  const { stderr, status } = spawnSync(process.execPath, [join(ROOT, 'dist/apps/api/src/main.js')], {
    encoding: 'utf8',
    timeout: 20_000,
    env: { ...process.env, PORT: '0', CADRE_DATA: folder, CADRE_EXAMPLE: 'none', ...environment },
  });
  return { said: stderr, code: status };
}

const get = async (url: string): Promise<{ position: number }> =>
  (await (await fetch(url)).json()) as { position: number };

/** What the server answers a page that reached it under a name. */
function statusFor(url: string, host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(`${url}/api/health`, { headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });
}

describe('a start', () => {
  it('carries over the example into an empty log, and keeps all of it over a stop and a second start', async () => {
    const first = await startCadre({ folder, example: true });
    expect(first.output()).toMatch(/carried over 251 entries/);
    const { position } = await get(`${first.url}/api/health`);
    expect(await first.stop()).toBe(0);

    const second = await startCadre({ folder, example: true });
    expect(second.output()).not.toMatch(/carr/);
    expect((await get(`${second.url}/api/health`)).position).toBe(position);
    expect(await second.stop()).toBe(0);
  });

  it('finishes an example whose carrying over was interrupted', async () => {
    const first = await startCadre({ folder, example: true });
    await first.stop();
    writeFileSync(join(folder, 'example-under-way'), 'a-62-627');
    const second = await startCadre({ folder, example: true });
    expect(second.output()).toMatch(/carried over 0 entries/);
    expect((await get(`${second.url}/api/health`)).position).toBe(251);
    await second.stop();
    expect(readdirSync(folder)).not.toContain('example-under-way');
  });

  it('leaves the log empty when no example is asked for', async () => {
    const cadre = await startCadre({ folder });
    expect((await get(`${cadre.url}/api/health`)).position).toBe(0);
    expect(await cadre.stop()).toBe(0);
  });

  it('listens on loopback only, and answers to its own names only', async () => {
    const cadre = await startCadre({ folder });
    expect(cadre.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(await statusFor(cadre.url, 'evil.example')).toBe(403);
    expect(await statusFor(cadre.url, 'localhost')).toBe(200);
    await cadre.stop();
  });
});

describe('a start that cannot be', () => {
  it('says that the port is taken', async () => {
    const holder = createServer().listen(0, '127.0.0.1');
    await once(holder, 'listening');
    const { port } = holder.address() as { port: number };
    const { said, code } = failing({ PORT: String(port) });
    holder.close();
    expect(said).toMatch(ONE_SENTENCE);
    expect(said).toContain(`Port ${port} is taken`);
    expect(code).toBe(1);
  });

  it('says that the data folder cannot be written', () => {
    const file = join(folder, 'a-file');
    writeFileSync(file, '');
    const { said, code } = failing({ CADRE_DATA: join(file, 'below') });
    expect(said).toMatch(ONE_SENTENCE);
    expect(said).toContain('cannot be written');
    expect(code).toBe(1);
  });

  it('says that the log is damaged, and leaves it as it is', () => {
    const log = join(folder, 'log.sqlite');
    writeFileSync(log, 'this is no database, and long enough to have been one'.repeat(100));
    const before = readFileSync(log);
    const { said, code } = failing({});
    expect(said).toMatch(ONE_SENTENCE);
    expect(code).toBe(1);
    expect(readFileSync(log)).toEqual(before);
  });

  it('says that pages of the log are damaged', async () => {
    const cadre = await startCadre({ folder, example: true });
    await cadre.stop();
    const log = join(folder, 'log.sqlite');
    const bytes = readFileSync(log);
    writeFileSync(log, bytes.fill(0xaa, 40 * 4096, 44 * 4096));
    const { said, code } = failing({});
    expect(said).toMatch(ONE_SENTENCE);
    expect(said).toContain('restore it from a backup');
    expect(code).toBe(1);
  });

  it('does not start a new log beside the tables of a lost one', async () => {
    const cadre = await startCadre({ folder, example: true });
    await cadre.stop();
    for (const name of readdirSync(folder)) if (name.startsWith('log.sqlite')) rmSync(join(folder, name));
    const { said, code } = failing({ CADRE_EXAMPLE: 'a-62-627' });
    expect(said).toMatch(ONE_SENTENCE);
    expect(said).toContain('its tables tell of 251 entries');
    expect(code).toBe(1);
  });

  it('says that the tables are damaged, and how to have them made again', () => {
    writeFileSync(join(folder, 'read-models-1.sqlite'), 'no database either'.repeat(500));
    const { said, code } = failing({});
    expect(said).toMatch(ONE_SENTENCE);
    expect(said).toContain('the log is whole');
    expect(code).toBe(1);
  });

  it('says that the example cannot be carried over while the log is away', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as { port: number };
    await new Promise((closed) => taken.close(closed)); // nobody listens there now
    const log = `esdb://127.0.0.1:${port}?tls=false`;
    const { said, code } = failing({ CADRE_LOG: log, CADRE_EXAMPLE: 'a-62-627' });
    expect(said).toMatch(ONE_SENTENCE);
    expect(said).toContain('The example cannot be carried over (');
    expect(code).toBe(1);
  });

  it.each([
    [{ PORT: 'eighty' }, 'PORT is "eighty"'],
    [{ CADRE_HOST: '0.0.0.0' }, 'CADRE_HOST is "0.0.0.0", but there is no sign-in yet'],
    [{ CADRE_EXAMPLE: '../etc' }, 'CADRE_EXAMPLE is "../etc"'],
    [{ CADRE_EXAMPLE: 'atlantis' }, 'There is no example'],
    [{ CADRE_LOG: 'http://swordfish@node' }, 'give sqlite, or the address of EventStoreDB'],
    [{ CADRE_REED: 'sqlite' }, 'CADRE_REED is no setting; did you mean CADRE_READ?'],
  ])('says which setting makes no sense: %j', (environment, sentence) => {
    const { said, code } = failing(environment);
    expect(said).toMatch(ONE_SENTENCE);
    expect(said).toContain(sentence);
    expect(code).toBe(1);
  });
});
