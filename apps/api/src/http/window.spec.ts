import { type NestExpressApplication } from '@nestjs/platform-express';
import request from 'supertest';
import { httpApp, notingReads } from './http.builders.js';

let app: NestExpressApplication;
beforeAll(async () => {
  app = await httpApp(notingReads([], { floor: () => Promise.reject(new Error('no tables are asked')) }));
});
afterAll(() => app.close());

const ask = (query: object) => request(app.getHttpServer()).get('/api/window').query(query);

it.each([
  [{ phrase: 'end of October 2007' }, '2007-10-21', '2007-10-31', 'end of October 2007'],
  [{ phrase: 'fin octobre 2007' }, '2007-10-21', '2007-10-31', 'end of October 2007'],
  [{ phrase: 'نهاية تشرين الأول/أكتوبر 2007' }, '2007-10-21', '2007-10-31', 'end of October 2007'],
  [{ on: '2007-10-31' }, '2007-10-31', '2007-10-31', '31 October 2007'],
  [{ edtf: '2008-33', phrase: 'Q1 2008' }, '2008-01-01', '2008-03-31', 'first quarter of 2008'],
  [{ latest: '2008-06-30', phrase: 'as soon as possible' }, null, '2008-06-30', 'by 30 June 2008'],
])('a form shows what %j means while it is typed', async (query, earliest, latest, inWords) => {
  const { body } = await ask(query).expect(200);
  expect(body).toMatchObject({ earliest, latest, inWords });
});

it.each([
  [{ phrase: 'end of October' }, 'PHRASE_WITHOUT_YEAR', '/query/phrase'],
  [{ phrase: '03/04/2008' }, 'DATE_AMBIGUOUS', '/query/phrase'],
  [{ phrase: 'soon' }, 'PHRASE_NOT_READABLE', '/query/phrase'],
  [{ on: '2007-02-30' }, 'DATE_NOT_READABLE', '/query/on'],
  [{ phrase: '' }, 'WINDOW_MISSING', '/query'],
  [{}, 'WINDOW_MISSING', '/query'],
  [{ phrase: 'x'.repeat(501) }, 'QUERY_NOT_READABLE', '/query/phrase'],
  [{ date: '2007' }, 'QUERY_NOT_READABLE', '/query/date'],
])('and why %j cannot be told as it stands', async (query, code, pointer) => {
  const { body } = await ask(query).expect(422);
  expect(body).toMatchObject({ code, pointer });
});
