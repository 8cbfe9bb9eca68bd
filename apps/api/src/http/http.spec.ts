import { type NestExpressApplication } from '@nestjs/platform-express';
import { NoTurn, NotSettled } from '@cadre/application';
import { type EventLog, Unavailable } from '@cadre/kernel';
import { MemoryLog } from '@cadre/kernel/testing';
import { ForkDisturbed, TablesUnavailable } from '@cadre/read-models';
import request from 'supertest';
import * as contract from '@cadre/contract';
import { getMetadataStorage } from 'class-validator';
import { commandRoutes } from './command-routes.js';
import { FORMS } from './fault-sentence.js';
import { type Asked, httpApp, notingReads, told } from './http.builders.js';
import { type Reads } from './reads.js';

let app: NestExpressApplication;
let asked: Asked;
let log: MemoryLog;

async function start(more: Partial<Reads> = {}, other?: EventLog): Promise<void> {
  asked = [];
  log = new MemoryLog();
  app = await httpApp(notingReads(asked, more), other ?? log);
}

const post = (path: string, body: object) => request(app.getHttpServer()).post(`/api/${path}`).send(body);
const get = (path: string) => request(app.getHttpServer()).get(`/api/${path}`);
const EMPTY_POST = { blockId: null, number: null, grade: null, unitId: null, seniority: null, occupancy: 'vacant' };
const vacancy = { title: 'Military Adviser', occupancy: 'vacant' };

afterEach(() => app.close());

describe('a command', () => {
  beforeEach(() => start());

  it('is answered 201 when it was recorded and 200 when it is repeated', async () => {
    const body = told(vacancy);
    const first = await post('posts/adviser/establish', body).expect(201);
    expect(first.body).toMatchObject({ stream: 'post-adviser', revision: 0, position: 1, repeated: false });
    const again = await post('posts/adviser/establish', body).expect(200);
    expect(again.body).toEqual({ ...first.body, repeated: true });
    expect(log.entries).toHaveLength(1);
  });

  it('takes null for what it leaves out, and a count in any of its forms', async () => {
    const authority = { kind: 'resolution', reference: 'A/RES/61/279' };
    for (const [id, count] of Object.entries({ a: 152, b: '152', c: { atLeast: 152, atMost: 152 } })) {
      await post(`blocks/${id}/approve`, told({ name: 'Additional posts', count, authority })).expect(201);
    }
    const data = { name: 'Additional posts', group: null, grade: null, unitIds: [], breakdown: [] };
    for (const entry of log.entries)
      expect(entry.event.data).toEqual({ ...data, count: { atLeast: 152, atMost: 152 }, authority });
  });

  it('reads the windows in its content as it reads its own', async () => {
    await post('commitments/teams/make', told({ what: 'All teams stand up', due: { phrase: 'early 2008' } })).expect(
      201,
    );
    expect(log.entries[0]!.event.data).toMatchObject({
      due: { earliest: '2008-01-01', latest: '2008-04-30', phrase: 'early 2008' },
    });
  });

  it('is only tried with dryRun', async () => {
    await post('posts/adviser/establish?dryRun=true', told(vacancy)).expect(200);
    await post('posts/adviser/establish', told(vacancy)).expect(201);
    await post('posts/adviser/fill?dryRun=true', told({ personId: 'p-1' })).expect(200);
    const { body } = await post('posts/other/fill?dryRun=true', told({ personId: 'p-1' })).expect(409);
    expect(body.code).toBe('POST_NOT_APPROVED');
    expect(log.entries).toHaveLength(1);
  });

  it('can take an entry back and tell it anew', async () => {
    const { body } = await post('posts/adviser/establish', told(vacancy)).expect(201);
    const corrections = [{ eventId: body.eventIds[0], reason: 'Entered for the wrong post.' }];
    await post('streams/post-adviser/corrections', told({ corrections })).expect(201);
    expect(log.entries.map(({ event }) => event.type)).toEqual(['PostEstablished', 'EntryRetracted']);
    const unknown = await post('streams/nothing-adviser/corrections', told({ corrections })).expect(404);
    expect([unknown.body.code, unknown.body.pointer]).toEqual(['STREAM_NOT_READABLE', '/path/stream']);
  });
});

describe('every command with an example', () => {
  beforeEach(() => start());

  const examples = commandRoutes.filter(({ example }) => example !== null);
  it.each(examples.map((it) => [`${it.group}/${it.step}`, it] as const))('is decided: %s', async (_, route) => {
    const { status } = await post(`${route.group}/some-id/${route.step}`, told(route.example!));
    expect([201, 409]).toContain(status);
  });
});

describe('what a command cannot say', () => {
  beforeEach(() => start());

  it.each([
    ['posts/a/establish', { ...vacancy, colour: 'red' }, 422, 'DATA_NOT_READABLE', '/colour'],
    ['posts/a/establish', { occupancy: 'vacant' }, 422, 'DATA_NOT_READABLE', '/title'],
    ['posts/a/establish', { ...vacancy, title: '   ' }, 422, 'DATA_NOT_READABLE', '/title'],
    ['posts/a/establish', { ...vacancy, actor: { id: 'Ms Kim', role: 'x' } }, 422, 'DATA_NOT_READABLE', '/actor/id'],
    ['posts/a/establish', { ...vacancy, effective: { on: '03/04/2008' } }, 422, 'DATE_AMBIGUOUS', '/effective/on'],
    ['posts/a/establish', { ...vacancy, effective: {} }, 422, 'WINDOW_MISSING', '/effective'],
    ['posts/a/establish', { ...vacancy, source: {} }, 422, 'SOURCE_MISSING', '/source'],
    ['posts/a/extend', { until: '2008-13-01' }, 422, 'DATE_NOT_READABLE', '/until'],
    ['blocks/a/propose', { name: 'x', count: '20%' }, 422, 'PERCENTAGE_IS_NOT_A_COUNT', '/count'],
    ['blocks/a/propose', { name: 'x', count: ' ' }, 422, 'BLANK_IS_NOT_ZERO', '/count'],
    ['blocks/a/propose', { name: 'x', count: -3 }, 422, 'COUNT_NEGATIVE', '/count'],
    ['blocks/a/propose', { name: 'x', count: { atLeast: 1 } }, 422, 'DATA_NOT_READABLE', '/count'],
    [
      'blocks/a/propose',
      { name: 'x', breakdown: [{ what: 'P', count: 'many' }] },
      422,
      'COUNT_NOT_READABLE',
      '/breakdown/0/count',
    ],
    ['commitments/a/make', { what: 'x', due: { phrase: 'soon' } }, 422, 'PHRASE_NOT_READABLE', '/due/phrase'],
    ['posts/a/establish', { ...vacancy, title: 'Chief\u202e' }, 422, 'DIRECTION_CONTROL', '/title'],
    ['posts/a/establish', { ...vacancy, title: 'Chief\u0000' }, 422, 'CONTROL_CHARACTER', '/title'],
    ['posts/a/establish', { ...vacancy, title: 'Chief\ud800' }, 422, 'CONTROL_CHARACTER', '/title'],
    ['posts/a/establish', { ...vacancy, title: '+1 planning cell' }, 422, 'FORMULA_CELL', '/title'],
    ['posts/a/establish', { ...vacancy, reason: '=SUM(A1)' }, 422, 'FORMULA_CELL', '/reason'],
    [
      'posts/a/establish',
      { ...vacancy, source: { localKnowledge: '@x' } },
      422,
      'FORMULA_CELL',
      '/source/localKnowledge',
    ],
    ['units/a/transfer', {}, 422, 'DATA_NOT_READABLE', '/toParentId'],
    ['units/a/transfer', { toParentId: null }, 409, 'UNIT_NOT_ESTABLISHED', null],
    ['units/a/merge', { absorbedCapacities: ['cell', 'a\u200bb'] }, 422, 'DIRECTION_CONTROL', '/absorbedCapacities/1'],
    ['posts/a/establish', { ...vacancy, effective: { phrase: '=x' } }, 422, 'FORMULA_CELL', '/effective/phrase'],
    ['posts/a/fill', {}, 409, 'POST_NOT_APPROVED', null],
    ['posts/A%20B/fill', {}, 404, 'ID_NOT_READABLE', '/path/id'],
    ['posts/a/fill?dryRun=yes', {}, 422, 'QUERY_NOT_READABLE', '/query/dryRun'],
    ['posts/a/fill?colour=red', {}, 422, 'QUERY_NOT_READABLE', '/query/colour'],
  ])('%s %j is answered %i %s at %s', async (path, content, status, code, pointer) => {
    const answer = await post(path, told(content));
    expect([answer.status, answer.body.code, answer.body.pointer]).toEqual([status, code, pointer]);
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(log.entries).toEqual([]);
  });

  it('is refused in what a correction tells anew as well', async () => {
    const { body: first } = await post('posts/a/establish', told(vacancy)).expect(201);
    const event = { type: 'PostEstablished', data: { ...EMPTY_POST, title: '\u2066Chief' } };
    const { effective, source } = told();
    const corrections = [{ eventId: first.eventIds[0], reason: 'misread', retelling: { event, effective, source } }];
    const { body } = await post('streams/post-a/corrections', told({ corrections })).expect(422);
    expect([body.code, body.pointer]).toEqual(['DIRECTION_CONTROL', '/corrections/0/retelling/event/data/title']);
  });

  it.each([
    { title: 'قسم التخطيط' },
    { title: 'יחידת תכנון' },
    { title: 'Planning – 2', grade: 'Librarian II', number: '30001' },
    { title: 'Planner', effective: { earliest: null, latest: null, phrase: '-' } },
    { title: 'Planner', source: { document: 'A/62/627', paragraph: '(5)' } },
  ])('does not forbid %j', (content) => post('posts/a/establish', told({ ...vacancy, ...content })).expect(201));

  it('is pointed to inside what a correction tells anew', async () => {
    const { body: first } = await post('posts/a/establish', told(vacancy)).expect(201);
    const { effective, source } = told();
    const retold = async (data: object) => {
      const retelling = { event: { type: 'PostEstablished', data }, effective, source };
      const corrections = [{ eventId: first.eventIds[0], reason: 'misread', retelling }];
      const { body } = await post('streams/post-a/corrections', told({ corrections })).expect(422);
      return [body.pointer, body.detail];
    };
    const data = '/corrections/0/retelling/event/data';
    const { blockId: _, ...withoutBlock } = EMPTY_POST;
    expect(await retold({ ...withoutBlock, title: 'Chief' })).toEqual([
      `${data}/blockId`,
      'PostEstablished: blockId is missing; give null where it is not reported.',
    ]);
    expect(await retold({ ...EMPTY_POST, title: 7 })).toEqual([
      `${data}/title`,
      'PostEstablished: title must be text.',
    ]);
    expect(await retold({ ...EMPTY_POST, title: 'Chief', colour: 'red' })).toEqual([
      data,
      'PostEstablished: there is no field "colour" in the data.',
    ]);
  });

  it.each([
    [{ title: 7 }, 'title must be text.'],
    [{ title: undefined }, 'title is missing.'],
    [{ title: null }, 'title cannot be null here.'],
    [{ title: '' }, 'title must be 1 to 500 characters long.'],
    [{ colour: 'red' }, 'There is no field "colour" here.'],
    [{ constructor: 'red' }, 'There is no field "constructor" here.'],
    [{ occupancy: 'half' }, 'occupancy must be one of: vacant, not reported.'],
    [{ unitId: 'Ms Kim' }, 'unitId cannot be read: an id is 1 to 100 lower-case letters, digits and dashes, and does'],
    [{ expectedRevision: 1.5 }, 'expectedRevision must be a whole number.'],
    [{ expectedRevision: -2 }, 'expectedRevision must be -1 or more.'],
    [{ precedes: 'x' }, 'precedes must be a list.'],
    [{ precedes: [7] }, 'every one of precedes must be text.'],
    [{ corrections: [7] }, 'number 1 of the list must be an object'],
    [{ actor: 'kim' }, 'actor must be an object'],
  ])('is said in a sentence for people, one for a field: %j', async (content, sentence) => {
    const { body } = await post('posts/a/establish', { ...told(vacancy), ...content }).expect(422);
    expect(body.detail).toContain(sentence);
    expect(body.details.errors).toHaveLength(1);
    expect(JSON.stringify(body)).not.toMatch(/regular expression|should not exist|must match/);
  });

  it('says every pattern of the requests in words', () => {
    const rules = Object.values(contract)
      .filter((it) => typeof it === 'function')
      .flatMap((it) => getMetadataStorage().getTargetValidationMetadatas(it, '', true, false));
    const unsaid = rules.filter(
      ({ name, constraints, message }) =>
        name === 'matches' && !message && !FORMS.has((constraints![0] as RegExp).source),
    );
    expect(unsaid.map(({ propertyName }) => propertyName)).toEqual([]);
  });

  it('is listed field by field', async () => {
    const { body } = await post('posts/a/establish', { ...told(), title: 7 }).expect(422);
    expect(body.details.errors.map((error: { pointer: string }) => error.pointer)).toEqual(
      expect.arrayContaining(['/title', '/occupancy']),
    );
  });
});

describe('what no handler ever sees', () => {
  beforeEach(() => start());
  const raw = (body: string, type = 'application/json') =>
    request(app.getHttpServer()).post('/api/posts/a/fill').set('Content-Type', type).send(body);

  it.each([
    ['broken JSON', '{"a":', 400, 'JSON_NOT_READABLE'],
    ['no object', '[]', 422, 'DATA_NOT_READABLE'],
    ['depth', `{"fact":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, 400, 'JSON_TOO_DEEP'],
    ['a prototype', '{"__proto__":{"personId":"x"}}', 422, 'DATA_NOT_READABLE'],
    ['more than 1 MiB', `{"fact":"${'x'.repeat(1_100_000)}"}`, 413, 'BODY_TOO_LARGE'],
  ])('%s', async (_, body, status, code) => {
    const answer = await raw(body);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  it('a body that is no JSON', async () => {
    expect((await raw('a=1', 'application/x-www-form-urlencoded').expect(415)).body.code).toBe('CONTENT_TYPE_NOT_JSON');
    expect((await raw('{}', 'application/json; charset=latin1').expect(415)).body.code).toBe('CONTENT_TYPE_NOT_JSON');
  });

  it('an address that leads nowhere', async () => {
    expect((await get('nothing').expect(404)).body.code).toBe('NOT_FOUND');
    expect((await get('history/%E0%A4%A').expect(400)).body.code).toBe('ADDRESS_NOT_READABLE');
  });
});

describe('a question', () => {
  it('is for today and as known now unless it says otherwise', async () => {
    await start();
    await get('establishment').expect(200);
    await get('promises?validOn=2007-12-31&knownAt=2008-01-01&overdue=true&dueWithinDays=90').expect(200);
    expect(asked).toEqual([
      ['establishment', { validOn: '2008-01-15', knownAt: '2008-01-15T09:00:00.000Z' }],
      [
        'promises',
        { validOn: '2007-12-31', knownAt: '2008-01-01T23:59:59.999Z', overdue: true, about: null, dueWithinDays: 90 },
      ],
    ]);
  });

  it('to a table takes its columns as filters', async () => {
    await start();
    await get('posts?grade=P-4,P-5&unit_id=oma&within=true').expect(200);
    expect(asked[0]).toMatchObject([
      'table',
      { table: 'posts', filters: { grade: 'P-4,P-5', unit_id: 'oma', within: 'true' } },
    ]);
  });

  it.each([
    ['establishment?validOn=2007-02-30', '/query/validOn'],
    ['establishment?validOn=2007-01-01&validOn=2007-01-02', '/query/validOn'],
    ['establishment?colour=red', '/query/colour'],
    ['establishment?after=-1', '/query/after'],
    ['posts?grade=P-4&grade=P-5', '/query/grade'],
    ['posts?__proto__=1', '/query/__proto__'],
    ['posts?constructor=1', '/query/constructor'],
    ['promises?overdue=maybe', '/query/overdue'],
    ['diff?knownA=2007-01-01', '/query/knownB'],
    ['explain?table=secrets', '/query/table'],
    ['history/nothing', '/query/stream'],
  ])('%s is refused at %s', async (path, pointer) => {
    await start();
    const { body } = await get(path).expect(422);
    expect([body.code, body.pointer]).toEqual(['QUERY_NOT_READABLE', pointer]);
  });

  it.each(['entries?fact=%00', 'teams?kind=a%00b', 'names?search=%07', 'posts?grade=P-4%00'])(
    'with a character that is no writing is refused (%s)',
    async (path) => {
      await start();
      const { body } = await get(path).expect(422);
      expect([body.code, body.pointer]).toEqual(['QUERY_NOT_READABLE', `/query/${/\?(\w+)=/.exec(path)![1]}`]);
      expect(asked).toEqual([]);
    },
  );

  it('waits for the tables, and says so when they are behind', async () => {
    await start({ waitFor: async (position) => position < 10 });
    await get('establishment?after=9').expect(200);
    const answer = await get('establishment?after=10').expect(503);
    expect(answer.body.code).toBe('TABLES_BEHIND');
    expect(answer.headers['retry-after']).toBe('1');
  });
});

describe('what goes wrong on our side', () => {
  it('is no inside story', async () => {
    await start({
      narrative: () => {
        throw new Error('SELECT secret FROM tables');
      },
    });
    const { body, text } = await get('narrative').expect(500);
    expect(body).toMatchObject({ code: 'INTERNAL', details: { incident: expect.any(String) } });
    expect(text).not.toMatch(/secret|\.ts|node_modules/);
  });

  it('is worth another try when the log is away', async () => {
    const away = Object.assign(new MemoryLog(), { readStream: () => Promise.reject(new Unavailable('disk')) });
    await start({}, away);
    const { body } = await post('posts/a/fill', told()).expect(503);
    expect(body.code).toBe('LOG_UNAVAILABLE');
  });

  it.each([
    [new TablesUnavailable('PostgreSQL: timeout'), 'TABLES_UNAVAILABLE', 'The tables cannot be reached'],
    [new NotSettled('too slow'), 'NOT_SETTLED', 'It is recorded, but what follows from it is not yet'],
    [new NoTurn('too many'), 'NO_TURN', 'Too much is being decided at once'],
    [new ForkDisturbed('moved'), 'PREVIEW_DISTURBED', 'Others are changing what this preview rests on'],
  ])('is worth another try, and says why (%s)', async (error, code, sentence) => {
    await start({ narrative: () => Promise.reject(error) });
    const { body, headers, text } = await get('narrative').expect(503);
    expect([body.code, headers['retry-after']]).toEqual([code, '1']);
    expect(body.detail).toContain(sentence);
    expect(text).not.toContain(error.message);
  });
});
