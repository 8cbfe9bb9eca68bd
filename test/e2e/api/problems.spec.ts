import { type RunningCadre, startCadre } from '../../support/start-cadre.js';

const MIB = 1024 * 1024;
const telling = {
  actor: { id: 'officer-7', role: 'hr-officer' },
  effective: { on: '2007-10-31' },
  source: { document: 'A/62/627', paragraph: '12' },
};
let cadre: RunningCadre;
let count = 0;

beforeAll(async () => {
  cadre = await startCadre({ example: false });
}, 180_000);
afterAll(() => cadre.stop());

interface Answer {
  readonly status: number;
  readonly type: string | null;
  readonly body: Readonly<Record<string, unknown>>;
}

async function ask(path: string, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(`${cadre.url}/api/${path}`, init);
  return { status: response.status, type: response.headers.get('content-type'), body: await response.json() };
}

const send = (path: string, body: string, type = 'application/json'): Promise<Answer> =>
  ask(path, { method: 'POST', headers: { 'content-type': type }, body });
const tell = (path: string, content: object): Promise<Answer> =>
  send(path, JSON.stringify({ commandId: `problem-spec-${++count}`, ...telling, ...content }));

describe('what cannot be read', () => {
  const deep = `{"fact":${'['.repeat(10_000)}${']'.repeat(10_000)}}`;

  it.each([
    ['broken JSON', 'posts/a/fill', '{"a":', 400, 'JSON_NOT_READABLE', null],
    ['no body', 'posts/a/fill', '', 422, 'DATA_NOT_READABLE', '/commandId'],
    ['a list', 'posts/a/fill', '[]', 422, 'DATA_NOT_READABLE', ''],
    ['JSON ten thousand levels deep', 'posts/a/fill', deep, 400, 'JSON_TOO_DEEP', null],
    ['a prototype', 'posts/a/fill', '{"__proto__":{"share":1}}', 422, 'DATA_NOT_READABLE', '/__proto__'],
    ['more than 1 MiB', 'posts/a/fill', `"${'x'.repeat(MIB)}"`, 413, 'BODY_TOO_LARGE', null],
    ['no such thing', 'posts/a/promote', '{}', 404, 'NOT_FOUND', null],
    ['no id', 'posts/Ms%20Kim/fill', '{}', 404, 'ID_NOT_READABLE', '/path/id'],
    ['a broken address', 'posts/%E0%A4%A/fill', '{}', 400, 'ADDRESS_NOT_READABLE', null],
  ])('%s', async (_, path, body, status, code, pointer) => {
    const answer = await send(path, body);
    expect(answer).toMatchObject({ status, type: expect.stringMatching(/^application\/problem\+json/) });
    expect(answer.body).toMatchObject({ type: `/problems/${code}`, status, code, pointer, details: {} });
    expect(answer.body['detail']).toMatch(/\.$/);
  });

  it('a form, which another site could send unasked', async () => {
    const answer = await send('posts/a/fill', 'personId=p', 'application/x-www-form-urlencoded');
    expect([answer.status, answer.body['code']]).toEqual([415, 'CONTENT_TYPE_NOT_JSON']);
  });

  it('all fields at fault at once', async () => {
    const { status, body } = await tell('posts/a/establish', { title: 7, colour: 'red' });
    const { errors } = body['details'] as { errors: { pointer: string }[] };
    expect([status, new Set(errors.map(({ pointer }) => pointer))]).toEqual([
      422,
      new Set(['/title', '/colour', '/occupancy']),
    ]);
  });

  it.each([
    ['establishment?validOn=31.12.2007', '/query/validOn'],
    ['establishment?validOn=2007-12-31&validOn=2007-12-30', '/query/validOn'],
    ['posts?colour=red', '/query/colour'],
    ['posts?toString=1', '/query/toString'],
    ['explain?table=secrets', '/query/table'],
  ])('the question %s', async (path, pointer) => {
    const { status, body } = await ask(path);
    expect([status, body['code'], body['pointer']]).toEqual([422, 'QUERY_NOT_READABLE', pointer]);
  });
});

describe('what the business refuses', () => {
  it('keeps its code, its sentence and what to look at', async () => {
    const post = { title: 'Military Adviser', occupancy: 'vacant' };
    expect(await tell('posts/adviser/establish', post)).toMatchObject({ status: 201, body: { repeated: false } });
    expect(await tell('posts/adviser/fill', { personId: 'pat' })).toMatchObject({
      status: 201,
      body: { stream: 'post-adviser', revision: 1 },
    });
    const second = await tell('posts/adviser/fill', { personId: 'kim' });
    expect(second).toMatchObject({ status: 409, body: { code: 'POST_ALREADY_FILLED' } });
    const tried = await tell('posts/adviser/fill?dryRun=true', { personId: 'kim' });
    expect(tried).toMatchObject({ status: 409, body: { code: 'POST_ALREADY_FILLED' } });
    const moved = await tell('posts/adviser/vacate', { expectedRevision: 0 });
    expect(moved).toMatchObject({ status: 409, body: { code: 'STALE_WRITE', pointer: '/expectedRevision' } });
  });

  it('a command id with another content', async () => {
    const commandId = 'problem-spec-twice';
    const unit = { commandId, name: 'Office of Military Affairs' };
    expect(await tell('units/oma/establish', unit)).toMatchObject({ status: 201, body: { repeated: false } });
    expect(await tell('units/oma/establish', unit)).toMatchObject({ status: 200, body: { repeated: true } });
    const other = await tell('units/oma/establish', { ...unit, name: 'Another' });
    expect(other).toMatchObject({ status: 422, body: { code: 'COMMAND_ID_REUSED', pointer: '/commandId' } });
  });

  it('a name shown in two directions comes back unchanged', async () => {
    const name = 'e\u0301cole عمليات 部';
    const { body } = await tell('teams/bidi/plan', { name });
    const { body: table } = await ask(`teams?item=&after=${body['position'] as number}`);
    expect(JSON.stringify(table)).toContain(JSON.stringify(name).slice(1, -1));
    const hidden = await tell('teams/bidi/plan', { name: `${name}\u2067` });
    expect(hidden).toMatchObject({ status: 422, body: { code: 'DIRECTION_CONTROL', pointer: '/name' } });
  });
});

describe('the documentation', () => {
  it('can be read as a page and as JSON', async () => {
    const page = await fetch(`${cadre.url}/api/docs`);
    expect([page.status, page.headers.get('content-type')]).toEqual([200, expect.stringMatching(/^text\/html/)]);
    expect(await ask('docs-json')).toMatchObject({ status: 200, body: { info: { title: 'Cadre' } } });
  });
});
