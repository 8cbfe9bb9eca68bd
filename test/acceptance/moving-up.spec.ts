import { importEntries } from '@cadre/application';
import { type Cadre, openCadre, openProjector, type Where } from '@cadre/composition';
import { ALL_SHARES, canonicalJson, sha256 } from '@cadre/kernel';
import { fixedClock } from '@cadre/kernel/testing';
import { copyLog } from '@cadre/log';
import { type AsOfDates, digest, leastCheckpoint, models, tableAnswer } from '@cadre/read-models';
import fc from 'fast-check';
import { loadExample } from '../../apps/api/src/example.js';
import { deployments, embedded, stopServers } from '../support/deployments.js';

// CADRE_SEED repeats a run; it is printed with every run.
const seed = Number(process.env['CADRE_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
const PAIRS = 200;
const EXAMPLE = new URL('../../data/a-62-627', import.meta.url).pathname;
const TABLES = [...new Set(models.map(({ table }) => table))];

/** Days around the restructuring, known on days of the year after the report. */
const dates: fc.Arbitrary<AsOfDates> = fc.record({
  validOn: dayBetween('2006-06-01', '2009-12-31'),
  knownAt: dayBetween('2007-12-25', '2008-12-31').map((day) => `${day}T12:00:00.000Z`),
});

function dayBetween(from: string, to: string): fc.Arbitrary<string> {
  return fc
    .date({ min: new Date(from), max: new Date(to), noInvalidDate: true })
    .map((it) => it.toISOString().slice(0, 10));
}

/** SHA-256 (hex) over everything the tables answer for two dates, states in their order; log positions left out. */
async function asOfDigest({ tables }: Cadre, asked: AsOfDates): Promise<string> {
  const answers: unknown[] = [];
  for (const table of TABLES) {
    const { count, rows } = await tableAnswer(tables, table, asked);
    answers.push([table, count, rows]);
  }
  return sha256(canonicalJson(answers));
}

/** What became known in the months after the report: a team stood up, another, and the first one told otherwise. */
const LATER = [
  { on: '2008-03-03', stream: 'team-west-africa', when: 'early 2008', isRetelling: false },
  { on: '2008-05-20', stream: 'team-great-lakes', when: 'mid-2008', isRetelling: false },
  { on: '2008-09-01', stream: 'team-west-africa', when: 'February 2008', isRetelling: true },
];

/** A/62/627 as of its date, then what was told later, each when it was told. */
async function fill(where: Where): Promise<void> {
  const clock = fixedClock('2008-02-01T09:00:00.000Z');
  const cadre = await openCadre(where, clock);
  const { environment } = cadre;
  await loadExample(environment, EXAMPLE, () => undefined);
  for (const { on, stream, when, isRetelling } of LATER) {
    clock.moveTo(`${on}T09:00:00.000Z`);
    const standing = (await environment.log.readStream(stream)).at(-1)!;
    const line = {
      ...{ stream, event: { type: 'TeamStoodUp', data: {} }, effective: { phrase: when } },
      source: { kind: 'document', document: 'Progress note', paragraph: on },
      ...(isRetelling ? { retells: standing.eventId, reason: 'The note was corrected.' } : {}),
    };
    const { rows } = await importEntries(environment, [JSON.stringify(line)], {
      dryRun: false,
      carriedOverFrom: null,
      actor: { id: 'loader', role: 'importer' },
    });
    expect(rows.map(({ refusal }) => refusal)).toEqual([null]);
  }
  await cadre.close();
}

/** Opens a Cadre whose tables are brought up to its log, by a projector where it has none itself. */
async function upToDate(where: Where): Promise<Cadre> {
  const stop = new AbortController();
  const cadre = await openCadre(where);
  const projector = where.read.engine === 'postgres' ? await openProjector(where, 'of-the-test') : null;
  const following = Promise.all([cadre.followTables(stop.signal), projector?.run(stop.signal)]);
  const { position } = (await cadre.environment.log.head())!;
  expect(await cadre.progress.waitFor(position, 30_000)).toBe(true);
  stop.abort();
  await following;
  await projector?.close();
  return cadre;
}

afterAll(stopServers);

describe('A Cadre that moves up from one machine', () => {
  it(`answers ${PAIRS} random pairs of dates as before, and has the same tables (seed ${seed})`, async () => {
    const before = await embedded.newPlace();
    await fill(before.where);
    const one = await upToDate(before.where);
    const asked = fc.sample(dates, { numRuns: PAIRS, seed });
    const answers: string[] = [];
    for (const pair of asked) answers.push(await asOfDigest(one, pair));
    expect(new Set(answers).size).toBeGreaterThan(10); // else the pairs would ask for nothing

    for (const deployment of deployments.slice(1)) {
      const { name } = deployment;
      const after = await deployment.newPlace();
      const target = await openCadre(after.where);
      const { copied } = await copyLog(one.environment.log, target.environment.log);
      await target.close();
      const other = await upToDate(after.where);
      expect([name, await digest(other.tables)]).toEqual([name, await digest(one.tables)]);
      for (const [i, pair] of asked.entries())
        expect([name, pair, await asOfDigest(other, pair)]).toEqual([name, pair, answers[i]]);
      expect(copied).toBe((await leastCheckpoint(one.tables, ALL_SHARES)).position);
      await other.close();
      after.remove();
    }
    await one.close();
    before.remove();
  }, 300_000);
});
