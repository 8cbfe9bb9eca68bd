import { type RunningCadre, startCadre } from '../../support/start-cadre.js';
import { diceOf } from './dice.js';
import { type Accepted, type OpenApi, Requests, type Sent } from './openapi-requests.js';

const REQUESTS = 10_000;
const AT_ONCE = 16;
const seed = Number(process.env['CADRE_SEED'] ?? Math.floor(Math.random() * 2 ** 31));

/** What no answer shows: stacks, files, statements. */
const INSIDE = /node_modules|\bat \S+ \(|\.[jt]s:\d+|SQLITE_|better-sqlite|select .+ from/i;

/** NUL and a bell in the question's part of an address; PostgreSQL cannot look for the one. */
const NO_WRITING = /\?.*%0[07]/;

describe(`any request made from the OpenAPI document (CADRE_SEED=${seed})`, () => {
  let cadre: RunningCadre;
  const failures: string[] = [];
  const byStatus = new Map<string, number>();
  const accepted: Accepted[] = [];

  beforeAll(async () => {
    cadre = await startCadre({ example: false });
  }, 180_000);

  afterAll(() => cadre.stop());

  it('is answered as planned: never a fault of ours, never its inside', async () => {
    const document = (await (await fetch(`${cadre.url}/api/docs-json`)).json()) as OpenApi;
    const requests = new Requests(document, diceOf(seed), accepted);
    let left = REQUESTS;
    const worker = async (): Promise<void> => {
      while (left-- > 0) await check(requests.next());
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    const counts = [...byStatus.keys()].toSorted().map((status) => `${status}: ${byStatus.get(status)}`);
    process.stdout.write(`fuzz with CADRE_SEED=${seed}: ${counts.join(', ')}\n`);
    expect(failures.slice(0, 10)).toEqual([]);
    expect(accepted.length).toBeGreaterThan(REQUESTS / 50);
    expect(byStatus.get('GET 2xx')).toBeGreaterThan(REQUESTS / 50);
  }, 90_000);

  it('leaves the server well', async () => {
    const health = await fetch(`${cadre.url}/api/health`);
    expect([health.status, await health.json()]).toMatchObject([200, { status: 'ok', parked: [] }]);
  });

  async function check(sent: Sent): Promise<void> {
    const { method, path, body, contentType } = sent;
    const headers = contentType === '' ? undefined : { 'content-type': contentType };
    const response = await fetch(`${cadre.url}${path}`, { method, headers, body });
    const text = await response.text();
    const status = `${method} ${Math.floor(response.status / 100)}xx`;
    byStatus.set(status, (byStatus.get(status) ?? 0) + 1);
    const wrong = response.ok && NO_WRITING.test(path) ? 'asks for what no text holds' : wrongWith(response, text);
    if (wrong)
      failures.push(`${wrong}: ${method} ${path} ${body?.slice(0, 2_000)} -> ${response.status} ${text.slice(0, 500)}`);
    else if (response.status === 201) accepted.push(JSON.parse(text) as Accepted);
  }
});

function wrongWith(response: Response, text: string): string | null {
  const isBehind = response.status === 503 && text.includes('TABLES_BEHIND'); // asked for a position yet to come
  if (response.status >= 500 && !isBehind) return 'a fault';
  const type = response.headers.get('content-type') ?? '';
  if (response.status < 300) return type.startsWith('application/json') ? null : 'no JSON';
  if (!type.startsWith('application/problem+json')) return 'no problem+json';
  const problem = JSON.parse(text) as Record<string, unknown>;
  if (problem['status'] !== response.status || !/^[A-Z][A-Z_0-9]+$/.test(String(problem['code']))) return 'no code';
  if (typeof problem['detail'] !== 'string' || problem['detail'] === '') return 'no sentence';
  return INSIDE.test(text) ? 'shows its inside' : null;
}
