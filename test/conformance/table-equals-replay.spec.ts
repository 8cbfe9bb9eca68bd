import { join } from 'node:path';
import { codec } from '@cadre/domain';
import {
  ALL_SHARES,
  canonicalOrder,
  type DomainEvent,
  type Entry,
  type EventLog,
  everyShare,
  happenedBy,
  inCanonicalOrder,
  type Instant,
  knownAt,
  type KnownEntry,
  type NewEntry,
  prefixStates,
  type Shares,
  tighten,
} from '@cadre/kernel';
import { openMemoryLog } from '@cadre/log';
import {
  createRunner,
  digest,
  models,
  naturesOf,
  openPool,
  openPostgresReadModels,
  openSqliteReadModels,
  parkedStreams,
  progressOfOthers,
  type ReadModel,
  type ReadModels,
  rebuildTables,
  tableAnswer,
  tableDigests,
} from '@cadre/read-models';
import fc from 'fast-check';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { type Postgres, startPostgres } from '../support/postgres.js';

// CADRE_SEED repeats a run; a failure prints the seed of the run and the smallest history that fails.
const seed = process.env['CADRE_SEED'];
const runs = (numRuns: number): { numRuns: number; seed?: number } =>
  seed === undefined ? { numRuns } : { numRuns, seed: Number(seed) };

// Days and moments lie close together, so that windows touch and recording cuts them off.
const day = fc.integer({ min: 1, max: 12 }).map((n) => `2007-10-${String(n).padStart(2, '0')}`);
const moment = fc.integer({ min: 4, max: 12 }).map((n) => `2007-10-${String(n).padStart(2, '0')}T00:00:00.${n % 2}00Z`);
const choose = <T>(...values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);

const description = { group: null, grade: null, unitIds: [], breakdown: [] };
const authority = { kind: 'resolution', reference: 'A/RES/61/279' };
const count = fc.integer({ min: 1, max: 30 }).map((n) => ({ atLeast: n, atMost: n }));
const eventOf = (type: string, data: object | fc.Arbitrary<object> = {}): fc.Arbitrary<DomainEvent> =>
  ('generate' in data ? (data as fc.Arbitrary<object>) : fc.constant(data)).map((it) => ({ type, data: it }));
const person = choose('pat', 'kim', null);
const statement = { category: 'context', text: 'as told', about: [], topic: null, figures: [] };
const established = { blockId: 'b', number: null, title: 'Chief', grade: 'D-1', unitId: 'u', seniority: null };
const due = { earliest: null, latest: '2008-03-31', phrase: 'first quarter' };

/** Events of every kind of stream, told in any order: what the fold makes of them is the same whether it is legal or not. */
const events: Readonly<Record<string, readonly fc.Arbitrary<DomainEvent>[]>> = {
  block: [
    eventOf(
      'PostProposed',
      count.map((it) => ({ ...description, name: 'more posts', count: it })),
    ),
    eventOf(
      'PostApproved',
      count.map((it) => ({ ...description, name: null, count: it, authority })),
    ),
    eventOf(
      'PostApprovalRevised',
      count.map((it) => ({ count: it, authority })),
    ),
    eventOf(
      'PostIdentified',
      choose('p', 'q').map((postId) => ({ postId, number: null, title: 'x', grade: null, unitId: null })),
    ),
    eventOf(
      'BlockProgressReported',
      count.map((it) => ({ stage: 'on duty', count: it, wording: null })),
    ),
  ],
  post: [
    eventOf(
      'PostEstablished',
      choose('vacant', 'not reported').map((occupancy) => ({ ...established, occupancy })),
    ),
    eventOf(
      'PostFilled',
      person.map((personId) => ({ personId, share: 100, caseId: null })),
    ),
    eventOf(
      'PostVacated',
      person.map((personId) => ({ personId, cause: null })),
    ),
    eventOf('PostFrozen', { authority: null }),
    eventOf(
      'PostReclassified',
      choose('D-1', 'D-2').map((to) => ({ from: null, to })),
    ),
  ],
  case: [
    eventOf(
      'RecruitmentOpened',
      choose([], ['p'], ['p', 'q']).map((postIds) => ({ name: null, postIds, blockId: 'b', openings: null })),
    ),
    eventOf('VacancyAdvertised', { channel: 'Galaxy', closesOn: null }),
    eventOf(
      'CandidateSelected',
      choose('p', 'q', null).map((postId) => ({ candidateId: 'pat', postId })),
    ),
    eventOf('CandidateWithdrew', { candidateId: null }),
  ],
  person: [
    eventOf(
      'PostReserved',
      choose('p', 'q').map((postId) => ({ postId, share: 50, caseId: null, before: [] })),
    ),
    eventOf(
      'PostEncumbered',
      choose('p', 'q').map((postId) => ({ postId, share: 50 })),
    ),
    eventOf(
      'PostReleased',
      choose('p', 'q').map((postId) => ({ postId })),
    ),
  ],
  unit: [
    eventOf(
      'OrgUnitEstablished',
      choose('Office', 'Division').map((name) => ({ name, kind: null, parentId: null })),
    ),
    eventOf(
      'OrgUnitRenamed',
      choose('Office', 'Bureau').map((to) => ({ from: null, to })),
    ),
    eventOf(
      'OrgUnitTransferred',
      choose('u', 'v', null).map((toParentId) => ({ fromParentId: null, toParentId })),
    ),
    eventOf('OrgUnitAbolished', { successorIds: [] }),
  ],
  team: [
    eventOf('TeamPlanned', { name: 'Darfur', kind: 'iot', unitId: 'u', composition: [], strengthWording: null }),
    eventOf(
      'TeamRenamed',
      choose('Darfur', 'Sudan').map((to) => ({ from: null, to })),
    ),
    eventOf(
      'TeamReassigned',
      choose('u', 'v').map((toUnitId) => ({ fromUnitId: null, toUnitId })),
    ),
    eventOf('TeamStoodUp'),
    eventOf('TeamStoodDown'),
  ],
  evaluation: [
    eventOf('EvaluationPlanned', { subject: null, evaluator: null, due }),
    eventOf('EvaluationCompleted', { subject: 'UNTSO' }),
  ],
  commitment: [
    eventOf('CommitmentMade', { what: 'fill it', ownerUnitId: null, due, about: [], measure: null }),
    eventOf('CommitmentRedated', { due: { earliest: null, latest: '2008-06-30', phrase: 'June' } }),
    eventOf('CommitmentMet'),
  ],
  source: [
    eventOf('SourceRegistered', { document: 'A/1', title: null, dated: null, datedHow: null, language: null }),
    eventOf(
      'StatementRecorded',
      choose('s1', 's2').map((statementId) => ({ ...statement, statementId })),
    ),
    eventOf(
      'AliasRecorded',
      choose('IOT', 'team').map((alias) => ({ alias, about: 'team-darfur', note: null })),
    ),
  ],
};

/** One thing somebody tells; `target` counts back into the stream, not far, so that corrections get corrected. */
interface Tale {
  readonly stream: string;
  readonly event: DomainEvent;
  readonly ends: readonly [string | null, string | null];
  readonly recordedAt: Instant;
  readonly act: 'tell' | 'retract' | 'retell' | 'precede';
  readonly target: number;
}

/** An event no schema fits: its stream is told as far as can be, the others go on. */
const poison = eventOf('NeverHeardOf', { it: 'cannot be read' });

const talesFrom = (told: typeof events): fc.Arbitrary<readonly Tale[]> =>
  fc
    .subarray(Object.keys(told), { minLength: 1, maxLength: 3 }) // few streams at a time, so that they grow long
    .chain((categories) => fc.array(taleFrom(told, categories), { minLength: 1, maxLength: 40 }));

const taleFrom = (told: typeof events, categories: readonly string[]): fc.Arbitrary<Tale> =>
  fc.tuple(choose(...categories), choose('a', 'a', 'b')).chain(([category, id]) =>
    fc.record({
      stream: fc.constant(`${category}-${id}`),
      event: fc.oneof(...told[category]!),
      ends: fc
        .tuple(fc.option(day, { freq: 6 }), fc.option(day, { freq: 6 }))
        .map(([a, b]): [string | null, string | null] => (a !== null && b !== null && a > b ? [b, a] : [a, b])),
      recordedAt: moment,
      act: fc.oneof(
        { weight: 6, arbitrary: fc.constant('tell' as const) },
        { weight: 4, arbitrary: choose('retract' as const, 'retell' as const, 'precede' as const) },
      ),
      target: fc.nat({ max: 9 }),
    }),
  );
const histories = talesFrom(events);
const poisoned = talesFrom({ ...events, team: [...events['team']!, poison], post: [...events['post']!, poison] });

/** Appends a history as a log would hold it: corrections in one append, no precedence that contradicts the windows. */
async function logOf(tales: readonly Tale[]): Promise<EventLog> {
  const log = openMemoryLog();
  let ids = 0;
  for (const { stream, event, ends, recordedAt, act, target } of tales) {
    const standing = await log.readStream(stream);
    const aim = standing.length === 0 ? null : standing.at(-1 - (target % Math.min(standing.length, 4)))!.eventId;
    const entry = (told: DomainEvent, more: Partial<NewEntry> = {}): NewEntry =>
      newEntry(`e${++ids}`, told, ends, recordedAt, more);
    const retraction = (eventId: string): NewEntry => entry({ type: 'EntryRetracted', data: { eventId } });
    const added =
      aim === null || act === 'tell'
        ? [entry(event)]
        : act === 'retract'
          ? [retraction(aim)]
          : act === 'retell'
            ? [retraction(aim), entry(event, { retells: aim })]
            : [entry(event, { precedes: [aim] })];
    const place = (it: NewEntry, i: number): Entry => ({
      ...it,
      stream,
      revision: standing.length + i,
      position: 1000 + i,
    });
    const order = canonicalOrder(knownAt([...standing, ...added.map(place)], naturesOf(categoryOf(stream)), null));
    if (order !== null) await log.append(stream, standing.length - 1, added);
  }
  return log;
}

const categoryOf = (stream: string): ReadModel['category'] => stream.split('-')[0] as ReadModel['category'];

function newEntry(
  eventId: string,
  event: DomainEvent,
  [earliest, latest]: readonly [string | null, string | null],
  recordedAt: Instant,
  more: Partial<NewEntry>,
): NewEntry {
  return {
    ...{ eventId, schemaVersion: 1, event, effective: { earliest, latest, phrase: 'as told' }, recordedAt },
    ...{ enteredAt: null, actor: { id: 'o', role: 'hr-officer' }, source: { kind: 'local-knowledge', who: 'o' } },
    ...{ reason: null, commandId: eventId, commandHash: '', correlationId: eventId, causationId: null },
    ...{ precedes: [], retells: null, fact: null },
    ...more,
  };
}

/** An engine of the tables: each storage is new, and can be opened more than once. */
interface Engine {
  readonly name: string;
  /** How many histories are tried: SQLite is there at once, a database takes a while to make. */
  readonly runs: number;
  /** Work with some new storages; all are gone afterwards. */
  withStorages<T>(work: (newStorage: () => Promise<() => ReadModels>) => Promise<T>): Promise<T>;
}

const sqlite: Engine = {
  name: 'SQLite',
  runs: 60,
  async withStorages(work) {
    const folder = mkdtempSync(join(tmpdir(), 'cadre-replay-'));
    let made = 0;
    try {
      return await work(async () => {
        const own = join(folder, `${(made += 1)}`);
        return () => openSqliteReadModels(own);
      });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

let server: Postgres;
beforeAll(async () => void (server = await startPostgres({ fsync: false })));
afterAll(() => server.stop());

const postgres: Engine = {
  name: 'PostgreSQL',
  runs: 10,
  async withStorages(work) {
    const pools: ReturnType<typeof openPool>[] = [];
    try {
      return await work(async () => {
        const pool = openPool(await server.newDatabase());
        pools.push(pool);
        return () => openPostgresReadModels(pool);
      });
    } finally {
      for (const pool of pools) await pool.end();
    }
  },
};

/** How one runner tells: in batches of a size, some shares of the log, or all. */
interface Telling {
  readonly batchEntries: number;
  readonly shares?: ReadonlySet<number>;
}

/** Tables filled by a runner, or by several at once that may divide the shares among them. */
async function followed(log: EventLog, open: () => ReadModels, tellings: readonly Telling[]): Promise<ReadModels> {
  const stop = new AbortController();
  const head = (await log.head())?.position ?? 0;
  const tables = open();
  const others = tellings.slice(1).map(open);
  const runners = [tables, ...others].map((own, i) => {
    const { batchEntries, shares } = tellings[i]!;
    return createRunner({ log, codec, tables: own, batchEntries, ...(shares ? { shares: holding(shares) } : {}) });
  });
  const ended = runners.map((runner) => runner.start(stop.signal));
  expect(await progressOfOthers(tables).waitFor(head, 20_000)).toBe(true);
  stop.abort();
  await Promise.all(ended);
  for (const own of others) await own.close();
  return tables;
}

const holding = (shares: ReadonlySet<number>): Shares => ({ ...everyShare, held: () => shares });

/** Shares dealt out among some runners, each to one of them. */
function dealt(sizes: readonly number[]): readonly Telling[] {
  return sizes.map((batchEntries, i) => ({
    batchEntries,
    shares: new Set([...ALL_SHARES].filter((share) => share % sizes.length === i)),
  }));
}

async function entriesIn(log: EventLog): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  for await (const entry of log.readAll(0)) entries.push(entry);
  return entries;
}

/** Entries known at a moment: known time is the greatest recording time so far, along the whole log. */
function knownBy(entries: readonly Entry[], question: Instant): readonly Entry[] {
  let known = '';
  return entries.filter(({ recordedAt }) => (known = recordedAt > known ? recordedAt : known) <= question);
}

/** What a table has to answer, by folding the log: for each thing its distinct possible columns in the order of events, null for "not there". */
function replayed(
  model: ReadModel,
  entries: readonly Entry[],
  validOn: string,
): ReadonlyMap<string, readonly string[]> {
  const said = new Map<string, readonly string[]>();
  const ofCategory = entries.filter(({ stream }) => categoryOf(stream) === model.category);
  for (const stream of new Set(ofCategory.map((entry) => entry.stream))) {
    const own = ofCategory.filter((entry) => entry.stream === stream);
    for (const facts of factsOf(model, knownAt(own, naturesOf(model.category), null))) {
      const order = inCanonicalOrder(facts);
      const { surely, possibly } = happenedBy(tighten(order), validOn);
      const fold = { initial: model.initial, evolve: evolveOf(model) };
      const states = prefixStates(fold, order)
        .slice(surely, possibly + 1)
        .map((state) => model.rows(state));
      for (const item of new Set(states.flat().map((row) => row.item))) {
        const possible = states.map((rows) =>
          columnsOf(
            model,
            rows.find((row) => row.item === item),
          ),
        );
        said.set(`${stream}/${item}`, [...new Set(possible)]);
      }
    }
  }
  return said;
}

const evolveOf =
  (model: ReadModel): ReadModel['evolve'] =>
  (state, told) =>
    model.evolve(state, told);

/** The histories a stream's known entries fall into: one, or one for each fact that stands by itself. */
function factsOf({ apart }: ReadModel, known: readonly KnownEntry[]): readonly (readonly KnownEntry[])[] {
  if (!apart) return [known];
  const keys = new Set(known.map(({ entry }) => apart(entry.event)));
  keys.delete(null);
  return [...keys].map((key) => known.filter(({ entry }) => apart(entry.event) === key));
}

function columnsOf(model: ReadModel, row: Record<string, unknown> | undefined): string {
  if (row === undefined) return 'null';
  return JSON.stringify(Object.fromEntries(Object.keys(model.columns).map((name) => [name, row[name] ?? null])));
}

async function answered(
  tables: ReadModels,
  table: string,
  validOn: string,
  question: Instant,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await tableAnswer(tables, table, { validOn, knownAt: question });
  return new Map(
    rows.map(({ stream, item, states }) => [
      `${stream}/${item}`,
      states.map(({ present, values }) => (present ? JSON.stringify(values) : 'null')),
    ]),
  );
}

const sorted = (map: ReadonlyMap<string, readonly string[]>): readonly (readonly [string, readonly string[]])[] =>
  [...map].sort(([a], [b]) => (a < b ? -1 : 1));

describe.each([sqlite, postgres])('in $name', (engine) => {
  it('tables answer for any two dates what folding the log answers', async () => {
    const questions = fc.array(fc.tuple(day, fc.oneof(moment, fc.constant('2008-06-01T00:00:00.000Z'))), {
      ...{ minLength: 6, maxLength: 6 },
    });
    await fc.assert(
      fc.asyncProperty(histories, questions, fc.integer({ min: 1, max: 7 }), (tales, asked, batchEntries) =>
        engine.withStorages(async (newStorage) => {
          const log = await logOf(tales);
          const tables = await followed(log, await newStorage(), [{ batchEntries }]);
          expect(await parkedStreams(tables)).toEqual([]);
          for (const [validOn, question] of asked) await compareWithReplay(log, tables, validOn, question);
          await tables.close();
        }),
      ),
      runs(engine.runs),
    );
  }, 240_000);

  it('tables are the same however the log was cut into batches, by how many runners, and after a rebuild', async () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(poisoned, sizes, (tales, several) =>
        engine.withStorages(async (newStorage) => {
          const log = await logOf(tales);
          const tellings = [
            [{ batchEntries: 1 }],
            [{ batchEntries: 1000 }],
            several.map((batchEntries) => ({ batchEntries })),
            dealt(several),
          ];
          const told: ReadModels[] = [];
          for (const telling of tellings) told.push(await followed(log, await newStorage(), telling));
          const [expected, ...digests] = await Promise.all(told.map(digest));
          expect(digests).toEqual(digests.map(() => expected));
          expect(await rebuildTables(told[2]!, log)).toMatchObject({ same: true });
          expect(await digest(told[2]!)).toBe(expected);
          for (const tables of told) await tables.close();
        }),
      ),
      runs(Math.ceil(engine.runs / 2)),
    );
  }, 240_000);
});

it('both engines keep the same tables, to the byte', async () => {
  await fc.assert(
    fc.asyncProperty(poisoned, (tales) =>
      sqlite.withStorages((newFile) =>
        postgres.withStorages(async (newDatabase) => {
          const log = await logOf(tales);
          const one = await followed(log, await newFile(), [{ batchEntries: 3 }]);
          const other = await followed(log, await newDatabase(), dealt([2, 5]));
          expect(await tableDigests(other)).toEqual(await tableDigests(one));
          await one.close();
        }),
      ),
    ),
    runs(10),
  );
}, 240_000);

async function compareWithReplay(log: EventLog, tables: ReadModels, validOn: string, question: Instant): Promise<void> {
  const known = knownBy(await entriesIn(log), question);
  for (const table of new Set(models.map((model) => model.table))) {
    const wanted = models
      .filter((model) => model.table === table)
      .flatMap((model) => [...replayed(model, known, validOn)]);
    expect(sorted(await answered(tables, table, validOn, question))).toEqual(sorted(new Map(wanted)));
  }
}
