import fc from 'fast-check';
import { RecordEvents } from './decider.js';
import { type Entry } from './entry.js';
import { walk } from './place.js';
import { isRefusal } from './refusal.js';
import { run } from './run.js';
import { desk, deskCodec, type DeskEvent, left, moved, removed, taken } from './testing/desk.js';
import { Checks, hold } from './testing/hold.js';
import { fixedClock, MemoryLog, telling, testSource } from './testing/index.js';
import { possibleStates } from './time/as-of.js';
import { inCanonicalOrder, knownAt } from './time/known.js';
import { type Window } from './time/window.js';

const checks = new Checks();
const DAYS = Array.from({ length: 6 }, (_, i) => `2007-10-0${i + 1}`);
const windows: fc.Arbitrary<Window> = fc
  .tuple(fc.constantFrom(null, ...DAYS), fc.constantFrom(null, ...DAYS))
  .map(([a, b]) => ({ earliest: a, latest: a !== null && b !== null && b < a ? a : b, phrase: 'as told' }));
const events = fc.constantFrom<DeskEvent>(taken('pat'), taken('kim'), moved(), left, left, removed);
/** Something said to the desk; numbers name entries of the log as it then is. */
const sayings = fc.record({
  event: fc.option(events, { freq: 5 }),
  effective: windows,
  precedes: fc.option(fc.nat(9), { freq: 2 }),
  corrects: fc.option(fc.record({ entry: fc.nat(9), retelling: fc.option(fc.tuple(events, windows)) }), { freq: 3 }),
});

it('whatever is told in whatever order: what stands is legal, refusals leave no trace, past answers never change', async () => {
  const histories = fc.array(sayings, { minLength: 2, maxLength: 8 });
  await hold(
    fc.asyncProperty(histories, async (history) => {
      const environment = { log: new MemoryLog(), clock: fixedClock(), codec: deskCodec };
      const entries = environment.log.entries as Entry<DeskEvent>[];
      const answersAt = (knownAt: string) => DAYS.map((validOn) => possibleStates(desk, entries, { validOn, knownAt }));
      const answers = new Map<string, ReturnType<typeof answersAt>>();
      for (const [i, saying] of history.entries()) {
        const now = `2007-10-0${i + 1}T12:00:00.000Z`;
        environment.clock.moveTo(now);
        const command = commandOf(saying, entries);
        const before = entries.length;
        const answer = await run(environment, desk, command);
        if (isRefusal(answer)) checks.equal(entries.length, before, `entries after ${answer.code}`);
        else {
          checks.equal(entries.length > before, true, 'an accepted command records something');
          checks.equal(await run(environment, desk, command), { ...answer, repeated: true }, 'the repeat');
        }
        const order = inCanonicalOrder(knownAt(entries, desk.natures, null));
        checks.equal(walk(desk, order).length, 0, 'facts that cannot stand');
        answers.set(now, answersAt(now));
        for (const states of answers.get(now)!) checks.equal(states.length > 0, true, 'a possible state');
      }
      for (const [moment, then] of answers) checks.equal(answersAt(moment), then, `answers as known at ${moment}`);
    }),
    2_000,
  );
}, 60_000);

it('these were enough checks to mean something', () => {
  process.stdout.write(`run: ${checks.count} checks on random histories\n`);
  expect(checks.count).toBeGreaterThan(50_000);
});

type Saying = typeof sayings extends fc.Arbitrary<infer S> ? S : never;

function commandOf({ event, effective, precedes, corrects }: Saying, entries: readonly Entry[]): RecordEvents {
  const named = (n: number): readonly string[] => (entries.length === 0 ? [] : [entries[n % entries.length]!.eventId]);
  const corrections = (corrects === null ? [] : named(corrects.entry)).map((eventId) => ({
    eventId,
    reason: 'misread',
    retelling: corrects!.retelling && {
      event: corrects!.retelling[0],
      effective: corrects!.retelling[1],
      source: testSource,
    },
  }));
  const before = precedes === null ? [] : named(precedes);
  const more = { effective, precedes: before, corrections };
  return new RecordEvents('1', { events: event === null ? [] : [event] }, telling(more));
}
