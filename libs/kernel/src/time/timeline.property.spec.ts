import fc from 'fast-check';
import { type DomainEvent, type Entry } from '../entry.js';
import { Checks, hold } from '../testing/hold.js';
import {
  assignments,
  counting,
  type OracleEntry,
  type OracleRecord,
  possibleNumbers,
  rootPlace,
  smallestOrder,
} from '../testing/oracle.js';
import { possibleStates } from './as-of.js';
import { BEGINNING, FOREVER } from './civil-date.js';
import { knownAt } from './known.js';
import { canonicalOrder, happenedBy, type Placed, segments, tighten } from './timeline.js';

const RUNS = 20_000;
const checks = new Checks();
// A small axis: days 1 to 8 stand for 1 to 8 October 2007; 0 and 9 for some day before and after all of them.
const [BEFORE, AFTER] = [0, 9];
const dateOf = (day: number): string => (day === BEFORE ? BEGINNING : day === AFTER ? FOREVER : `2007-10-0${day}`);
const openOf = (day: number): string | null => (day === BEFORE || day === AFTER ? null : dateOf(day));

interface Case {
  readonly placed: readonly Placed[];
  readonly oracle: readonly OracleEntry[];
}

/** One to five entries with windows that overlap a lot, ordinals in any order and with ties, and now and then a precedence. */
const cases: fc.Arbitrary<Case> = fc
  .array(
    fc.record({
      ends: fc.tuple(fc.integer({ min: BEFORE, max: 8 }), fc.integer({ min: 1, max: AFTER })),
      ordinal: fc.integer({ min: 1, max: 6 }),
      precedes: fc.oneof(
        { weight: 4, arbitrary: fc.constant(null) },
        { weight: 1, arbitrary: fc.integer({ min: 0, max: 5 }) },
      ),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((drawn) => {
    const inLine = drawn.map((_, i) => i).sort((a, b) => drawn[a]!.ordinal - drawn[b]!.ordinal || a - b);
    const placed = drawn.map(({ ends, ordinal, precedes }, i): Placed => {
      const [from, to] = [Math.min(...ends), Math.max(...ends)];
      const named = precedes === null || precedes === i ? [] : [`e${precedes}`];
      return { id: `e${i}`, ordinal, position: i, earliest: openOf(from), latest: openOf(to), precedes: named };
    });
    const oracle = drawn.map(({ ends }, i): OracleEntry => {
      const { id, precedes } = placed[i]!;
      return { id, rank: inLine.indexOf(i), from: Math.min(...ends), to: Math.max(...ends), precedes };
    });
    return { placed, oracle };
  });

const idsOf = (order: readonly { readonly id: string }[] | null): string =>
  order?.map(({ id }) => id).join(' ') ?? 'none';

it('the canonical order is the smallest legal permutation, whatever the order of insertion', () => {
  const shuffled = cases.chain((drawn) =>
    fc.shuffledSubarray([...drawn.placed], { minLength: drawn.placed.length }).map((mixed) => ({ ...drawn, mixed })),
  );
  hold(
    fc.property(shuffled, ({ placed, oracle, mixed }) => {
      const expected = idsOf(smallestOrder(oracle));
      checks.equal(idsOf(canonicalOrder(placed)), expected, 'order');
      checks.equal(idsOf(canonicalOrder(mixed)), expected, 'order of the same entries inserted otherwise');
    }),
    RUNS,
  );
});

it('tightened windows, the numbers of facts that surely and possibly happened, and the segments are those of every assignment', () => {
  hold(
    fc.property(cases, ({ placed, oracle }) => {
      const byDefinition = smallestOrder(oracle);
      const order = canonicalOrder(placed);
      if (!byDefinition || !order) return;
      const ways = assignments(byDefinition);
      const tightened = tighten(order);
      tightened.forEach(({ earliest, latest }, i) => {
        const days = ways.map((way) => way[i]!);
        checks.equal(earliest, dateOf(Math.min(...days)), `first day of entry ${i}`);
        checks.equal(latest, dateOf(Math.max(...days)), `last day of entry ${i}`);
      });
      const cut = segments(tightened);
      for (let day = 1; day <= 8; day++) {
        const numbers = possibleNumbers(ways, day);
        const { surely, possibly } = happenedBy(tightened, dateOf(day));
        const range = Array.from({ length: possibly - surely + 1 }, (_, i) => surely + i);
        checks.equal(range, numbers, `numbers of entries by day ${day}`);
        const around = cut.filter(({ from, to }) => from <= dateOf(day) && dateOf(day) < to);
        checks.equal(
          around.map((it) => [it.surely, it.possibly]),
          [[surely, possibly]],
          `segment of day ${day}`,
        );
      }
      checks.equal(cut[0]!.from, BEGINNING, 'start of the segments');
      cut.forEach(({ to }, i) => checks.equal(to, cut[i + 1]?.from ?? FOREVER, `end of segment ${i}`));
    }),
    RUNS,
  );
});

it('the possible states of a stream are the folds of those numbers of facts', () => {
  const fold = {
    initial: '',
    natures: { Told: 'decision' as const },
    evolve: (state: string, { event }: { event: DomainEvent }) => state + (event.data as { id: string }).id,
  };
  hold(
    fc.property(cases, ({ placed, oracle }) => {
      const order = smallestOrder(oracle);
      if (!order) return;
      const ways = assignments(order);
      const entries = placed
        .toSorted((a, b) => a.ordinal - b.ordinal || a.position - b.position)
        .map(({ id, earliest, latest, precedes }, i) =>
          entryOf(id, i, { effective: { earliest, latest, phrase: 'x' }, precedes }),
        );
      for (let day = 1; day <= 8; day++) {
        const states = possibleStates(fold, entries, { validOn: dateOf(day), knownAt: '2008-01-01T00:00:00.000Z' });
        const prefixes = possibleNumbers(ways, day).map((n) =>
          order
            .slice(0, n)
            .map(({ id }) => id)
            .join(''),
        );
        checks.equal(states, prefixes, `states on day ${day}`);
      }
    }),
    RUNS,
  );
});

it('what counts at a moment is what the definition of retraction says, each fact in the place of its first telling', () => {
  const hours = fc.integer({ min: 0, max: 9 });
  const none = { weight: 2, arbitrary: fc.constant(null) };
  const earlier = fc.oneof(none, { weight: 2, arbitrary: fc.nat(8) });
  const drawn = fc.array(fc.record({ hour: hours, retracts: earlier, retells: earlier }), {
    minLength: 1,
    maxLength: 9,
  });
  const instantOf = (hour: number): string => `2008-01-01T0${hour}:00:00.000Z`;
  hold(
    fc.property(drawn, (rows) => {
      const nameOf = (i: number, other: number | null): string | null =>
        other === null || i === 0 ? null : `e${other % i}`;
      const records = rows.map(({ hour, retracts, retells }, i): OracleRecord => {
        const takesBack = nameOf(i, retracts);
        return {
          id: `e${i}`,
          recordedAt: instantOf(hour),
          retracts: takesBack,
          retells: takesBack === null ? nameOf(i, retells) : null,
        };
      });
      const entries = records.map(({ id, recordedAt, retracts, retells }, i) =>
        entryOf(id, i, {
          recordedAt,
          retells,
          ...(retracts === null ? {} : { event: { type: 'EntryRetracted', data: { eventId: retracts } } }),
        }),
      );
      for (let hour = 0; hour <= 9; hour++) {
        const known = knownAt(entries, { Told: 'decision' }, instantOf(hour));
        checks.equal(
          known.map(({ id }) => id),
          counting(records, instantOf(hour)),
          `known at ${hour}`,
        );
        for (const { id, ordinal } of known) checks.equal(ordinal - 1, rootPlace(records, id), `place of ${id}`);
      }
    }),
    RUNS,
  );
});

it('these were enough checks to mean something', () => {
  process.stdout.write(`timeline: ${checks.count} checks against the definition\n`);
  expect(checks.count).toBeGreaterThan(100_000);
});

function entryOf(id: string, i: number, more: object): Entry {
  const plain = {
    effective: { earliest: null, latest: null, phrase: 'x' },
    recordedAt: '2007-12-31T00:00:00.000Z',
    precedes: [],
    retells: null,
  };
  const entry = {
    ...plain,
    eventId: id,
    stream: 's-1',
    revision: i,
    position: i + 1,
    event: { type: 'Told', data: { id } },
    ...more,
  };
  return entry as unknown as Entry;
}
