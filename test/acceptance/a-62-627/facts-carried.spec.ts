import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  commitment,
  type CommitmentEvent,
  codec,
  evaluation,
  type EvaluationEvent,
  post,
  type PostEvent,
  team,
  type TeamEvent,
} from '@cadre/domain';
import { importEntries, type ImportReport } from '@cadre/application';
import {
  type CivilDate,
  type Decider,
  type DomainEvent,
  endOfDay,
  type Entry,
  type EventLog,
  FOREVER,
  partsOf,
  possibleStates,
  type Window,
} from '@cadre/kernel';
import { fixedClock } from '@cadre/kernel/testing';
import { openMemoryLog } from '@cadre/log';

interface Fact {
  readonly id: string;
  readonly para: string;
  readonly earliest: string | null;
  readonly latest: string | null;
}

const folder = join(import.meta.dirname, '../../../data/a-62-627');
const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
const facts = JSON.parse(read('facts.json')) as readonly Fact[];
const manifest = JSON.parse(read('manifest.json')) as {
  readonly carriedOverFrom: string;
  readonly actor: { readonly id: string; readonly role: string };
};

/**
 * Facts without any date, of which the report says that they are so: their entries end with the report, for what it tells
 * of stood by then. Left open at both ends they would stay doubtful for ever.
 */
const CLOSED_BY_THE_REPORT = ['C03', 'O02', 'O04', 'E03', 'E04', 'Y03', 'Y09', 'G02', 'G04', 'W07'];

/** Design: forward commitments, and when each becomes overdue if nothing more is recorded. */
const OVERDUE: readonly (readonly [day: CivilDate, before: number, from: number])[] = [
  ['2008-01-01', 0, 1],
  ['2008-02-01', 1, 3],
  ['2008-04-01', 3, 7],
  ['2008-05-01', 7, 13],
  ['2008-06-01', 13, 14],
  ['2008-07-01', 14, 17],
  ['2008-09-01', 17, 18],
  ['2009-05-01', 18, 19],
];

describe('A/62/627, carried over', () => {
  let log: EventLog;
  let report: ImportReport;
  let entries: readonly Entry[];

  const load = (): Promise<ImportReport> =>
    importEntries({ log, clock: fixedClock('2026-03-02T09:00:00.000Z'), codec }, read('entries.ndjson').split('\n'), {
      dryRun: false,
      carriedOverFrom: manifest.carriedOverFrom,
      actor: manifest.actor,
    });

  beforeAll(async () => {
    log = openMemoryLog();
    report = await load();
    entries = await allOf(log);
  });

  it('loads whole, as known on the date of the report', () => {
    expect(report.rows.filter((row) => row.refusal !== null)).toEqual([]);
    expect(report).toMatchObject({ recorded: true, totals: { new: entries.length, unchanged: 0, refused: 0 } });
    expect(new Set(entries.map((entry) => entry.recordedAt))).toEqual(new Set(['2007-12-31T00:00:00.000Z']));
    expect(entries.every((entry) => entry.enteredAt === '2026-03-02T09:00:00.000Z')).toBe(true);
  });

  it('loaded again changes nothing', async () => {
    const again = await load();
    expect(again.totals).toEqual({ rows: entries.length, new: 0, unchanged: entries.length, refused: 0 });
    expect(await allOf(log)).toEqual(entries);
  });

  it('brings 116 facts and no other', () => {
    expect(facts).toHaveLength(116);
    const carried = new Set(entries.flatMap(({ fact }) => fact ?? []));
    expect([...carried].sort()).toEqual(facts.map(({ id }) => id).sort());
  });

  it.each(facts)('keeps fact $id with its paragraph and its window', (fact) => {
    const carrying = entries.filter((entry) => entry.fact === fact.id);
    for (const { source } of carrying) {
      const paragraphs =
        source.kind === 'document' && source.document === 'A/62/627' ? source.paragraph.split(',') : [];
      expect(paragraphs.filter((paragraph) => fact.para.split(',').includes(paragraph))).not.toEqual([]);
    }
    const windows = carrying.flatMap((entry) => [entry.effective, ...dueOf(entry.event)]);
    const ends = windows.map(({ earliest, latest }) => ({ earliest, latest }));
    const latest = CLOSED_BY_THE_REPORT.includes(fact.id) ? manifest.carriedOverFrom : fact.latest;
    expect(ends).toContainEqual({ earliest: fact.earliest, latest });
  });

  it('closes only windows that the facts leave open at both ends', () => {
    const closed = facts.filter(({ id }) => CLOSED_BY_THE_REPORT.includes(id));
    expect(closed).toHaveLength(CLOSED_BY_THE_REPORT.length);
    expect(closed.every(({ earliest, latest }) => earliest === null && latest === null)).toBe(true);
  });

  it('makes twenty commitments', () => {
    expect(entries.filter((entry) => entry.event.type === 'CommitmentMade')).toHaveLength(20);
  });

  it.each(OVERDUE)('from %s on, %i overdue become %i', (day, before, from) => {
    expect(overdueOn(dayBefore(day))).toBe(before);
    expect(overdueOn(day)).toBe(from);
  });

  it('leaves the one without an end date open for ever', () => {
    expect(overdueOn('2030-01-01')).toBe(19);
  });

  it.each([
    ['2007-10-15', [0]],
    ['2007-10-25', [0, 1]],
    ['2007-10-31', [1]],
  ])('on %s the standing integrated operational teams are %j of 6', (validOn, counts) => {
    const possible = statesOf<ReturnType<typeof team.evolve>, TeamEvent>(team, validOn)
      .filter((states) => states.some(({ kind }) => kind === 'integrated operational team'))
      .map((states) => new Set(states.map(({ standing }) => standing === 'standing')));
    expect(possible).toHaveLength(6);
    const atLeast = possible.filter((standing) => !standing.has(false)).length;
    const atMost = possible.filter((standing) => standing.has(true)).length;
    expect([...new Set([atLeast, atMost])]).toEqual(counts);
  });

  it('reports four senior posts filled, six outstanding and one acting head', () => {
    const senior = new Set(
      entries.flatMap(({ event, stream }) =>
        event.type === 'PostEstablished' && (event.data as { seniority: unknown }).seniority === 'senior' ? stream : [],
      ),
    );
    const posts = statesOf<ReturnType<typeof post.evolve>, PostEvent>(post, '2007-12-31', senior);
    expect(posts.every((states) => states.length === 1)).toBe(true);
    const incumbents = posts.map(([state]) => state!.incumbents?.length);
    expect(incumbents.filter((count) => count === 1)).toHaveLength(4);
    expect(incumbents.filter((count) => count === 0)).toHaveLength(6);
    expect(incumbents).toHaveLength(10);
    expect(posts.filter(([state]) => state!.officerInCharge !== null)).toHaveLength(1);
  });

  it('dates six structural changes exactly 1 July 2007', () => {
    const types = ['OrgUnitEstablished', 'OrgUnitTransferred', 'OrgUnitRenamed', 'PostReclassified'];
    const exact = entries.filter(
      ({ event, effective: { earliest, latest } }) =>
        types.includes(event.type) && earliest === '2007-07-01' && latest === '2007-07-01',
    );
    expect(exact.map(({ fact }) => fact ?? 'none').sort()).toEqual(['O01', 'O05', 'O07', 'O08', 'O13', 'P08']);
  });

  it('completes one evaluation and plans three', () => {
    const standings = statesOf<ReturnType<typeof evaluation.evolve>, EvaluationEvent>(evaluation, '2007-12-31');
    expect(standings.flatMap((states) => states.map(({ standing }) => standing)).sort()).toEqual([
      'completed',
      'planned',
      'planned',
      'planned',
    ]);
  });

  /** Promises surely open past their due window on a day, as known by the end of it. */
  function overdueOn(day: CivilDate): number {
    const promises = statesOf<ReturnType<typeof commitment.evolve>, CommitmentEvent>(commitment, day);
    return promises.filter((states) =>
      states.every(({ standing, due }) => standing === 'open' && (due?.latest ?? FOREVER) < day),
    ).length;
  }

  /** For every stream of a kind: the states it can be in on a day, as known by then (or by the report, if that is later). */
  function statesOf<State, E extends DomainEvent>(
    decider: Decider<State, never, E>,
    validOn: CivilDate,
    only?: ReadonlySet<string>,
  ): readonly (readonly State[])[] {
    const knownAt = endOfDay(validOn > manifest.carriedOverFrom ? validOn : manifest.carriedOverFrom);
    const streams = new Set(entries.map(({ stream }) => stream));
    return [...streams]
      .filter((stream) => partsOf(stream).category === decider.category && (only?.has(stream) ?? true))
      .map((stream) => {
        const history = entries.filter((entry) => entry.stream === stream) as unknown as readonly Entry<E>[];
        return possibleStates(decider, history, { validOn, knownAt });
      });
  }
});

async function allOf(log: EventLog): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  for await (const entry of log.readAll(0)) entries.push(entry);
  return entries;
}

/** The window a promise or a plan is for. */
function dueOf({ data }: DomainEvent): readonly Window[] {
  const { due } = data as { due?: Window | null };
  return due ? [due] : [];
}

function dayBefore(day: CivilDate): CivilDate {
  return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
}
