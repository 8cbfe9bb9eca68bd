import { CorrectStream, takeCommand } from '@cadre/application';
import { type Cadre, openCadre, type Previewed } from '@cadre/composition';
import { type Category, commandTypes } from '@cadre/domain';
import { type Command, type Entry, isRefusal, type Window } from '@cadre/kernel';
import { fixedClock, hold, telling } from '@cadre/kernel/testing';
import { digest, ForkDisturbed, rebuildTables } from '@cadre/read-models';
import fc from 'fast-check';
import { randomCommands } from '../../libs/domain/src/random-commands.builders.js';
import { type Deployment, deployments, embedded, stopServers } from '../support/deployments.js';
import { between, numberIn, numbersOf, rowsOf, type Shown, statesIn } from '../support/numbers.js';
import { followCadre, type FollowedCadre } from '../support/serve-cadre.js';

const NOW = '2007-10-20T09:00:00.000Z';
const IDS: Readonly<Record<Category, readonly string[]>> = {
  ...{ block: ['more'], post: ['one', 'two'], case: ['hiring'], person: ['pat', 'kim'], unit: ['north', 'south'] },
  ...{ team: ['desk'], evaluation: ['review'], commitment: ['promise'], source: ['paper'] },
};
/** Commands that only policies give. */
const STEPS = ['ReservePerson', 'ReleaseReservation', 'ConfirmEncumbrance', 'ReleaseFromPost'];

const day = fc.integer({ min: 1, max: 12 }).map((n) => `2007-10-${String(n).padStart(2, '0')}`);
const windows = fc.tuple(fc.option(day, { freq: 8 }), fc.option(day, { freq: 8 })).map(([a, b]): Window => {
  const [earliest, latest] = a !== null && b !== null && b < a ? [b, a] : [a, b];
  return { earliest, latest, phrase: 'as told' };
});
const exact = day.map((on): Window => ({ earliest: on, latest: on, phrase: null }));
const categories = [...Object.keys(IDS), 'post', 'post', 'post', 'unit', 'block', 'case'] as Category[];
const orders = fc.constantFrom(...categories).chain((category) =>
  fc.record({
    said: randomCommands(category).filter(({ type }) => !STEPS.includes(type)),
    id: fc.constantFrom(...IDS[category]),
    effective: fc.oneof(exact, windows),
  }),
);
const withdrawal = fc.record({ takesBack: fc.nat(40) });
const stories = fc.array(
  fc.tuple(fc.oneof({ weight: 6, arbitrary: orders }, { weight: 1, arbitrary: withdrawal }), day),
  {
    ...{ minLength: 4, maxLength: 10 },
  },
);
type Told = typeof stories extends fc.Arbitrary<readonly (readonly [infer T, string])[]> ? T : never;

let commands = 0;
const as = (effective: Window) => telling({ commandId: `preview-${++commands}`, effective, reason: 'as told' });
const since = (on: string): Window => ({ earliest: on, latest: on, phrase: null });

function orderOf({
  said,
  id,
  effective,
}: {
  said: { category: Category; type: string; data: object };
  id: string;
  effective: Window;
}): Command {
  const classes = commandTypes[said.category] as unknown as Record<string, new (...args: unknown[]) => Command>;
  return new classes[said.type]!(id, said.data, as(effective));
}

const authority = { kind: 'memo', reference: 'Memo 12' };
const described = { name: 'posts', group: 'all', grade: null, unitIds: [], breakdown: [] };
/** Something of every kind to begin with. */
const BEGINNING: readonly (readonly [Category, string, string, object])[] = [
  ['unit', 'EstablishUnit', 'north', { name: 'Office', kind: null, parentId: null }],
  ['unit', 'EstablishUnit', 'south', { name: 'Bureau', kind: null, parentId: 'north' }],
  ['block', 'ApprovePosts', 'more', { ...described, count: { atLeast: 3, atMost: 3 }, authority }],
  ...(['one', 'two'] as const).map(
    (id) =>
      [
        ...(['post', 'EstablishPost', id] as const),
        {
          ...{ blockId: null, number: null, title: 'Adviser', grade: 'D-1', unitId: 'south', seniority: null },
          occupancy: 'vacant',
        },
      ] as const,
  ),
  ['team', 'PlanTeam', 'desk', { name: 'Team', kind: null, unitId: 'north', composition: [], strengthWording: null }],
  ['case', 'OpenRecruitment', 'hiring', { name: 'case', postIds: ['one'], blockId: null, openings: null }],
];

async function begun(on: Deployment): Promise<FollowedCadre> {
  const { where, remove } = await on.newPlace();
  const clock = fixedClock(NOW);
  const followed = await followCadre(await openCadre(where, clock), clock);
  for (const [category, type, id, data] of BEGINNING) {
    const command = orderOf({ said: { category, type, data }, id, effective: since('2007-10-02') });
    const answer = await takeCommand(followed.cadre.application, command);
    if (isRefusal(answer)) throw new Error(`${type}: ${answer.sentence}`);
  }
  return {
    cadre: followed.cadre,
    stop: async () => {
      await followed.stop();
      remove();
    },
  };
}

async function entriesIn({ environment: { log } }: Cadre): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  for await (const entry of log.readAll(0)) entries.push(entry);
  return entries;
}

/** Once policies have reacted to everything and tables tell of it. */
async function quiet({ environment: { log }, application, progress }: Cadre): Promise<void> {
  for (let position = -1; ;) {
    const head = (await log.head())!.position;
    if (head === position) return;
    position = head;
    await application.policies.waitFor(head);
    if (!(await progress.waitFor(head, 20_000))) throw new Error('the tables are behind');
  }
}

function commandOf(told: Told, entries: readonly Entry[]): Command {
  if ('said' in told) return orderOf(told);
  const { stream, eventId } = entries[told.takesBack % entries.length]!;
  const [category, id] = [stream.slice(0, stream.indexOf('-')), stream.slice(stream.indexOf('-') + 1)];
  const corrections = [{ eventId, reason: 'misread', retelling: null }];
  return new CorrectStream(category, id, {
    ...as({ earliest: null, latest: null, phrase: 'correction' }),
    corrections,
  });
}

/** What a preview says of numbers and of rows, as the comparison of two answers would. */
function told({ changes: { counts, rows } }: Previewed): { readonly numbers: Shown; readonly rows: Shown } {
  const numbers = counts.map(({ where, label, before, after }) => {
    const path = label.map(({ name, key }) => (key === null ? name : `${name}=${key}`));
    return [
      [where, ...path].join('/'),
      `${before ? numberIn(before) : 'none'} → ${after ? numberIn(after) : 'none'}`,
    ] as const;
  });
  const states = rows.map(({ table, stream, item, before, after }) => {
    const [was, is] = [before, after].map((those) => (those.length === 0 ? 'none' : statesIn(those)));
    return [`${table}/${stream}/${item}`, `${was} → ${is}`] as const;
  });
  const sorted = (pairs: readonly (readonly [string, string])[]): Shown =>
    new Map([...pairs].sort(([a], [b]) => (a < b ? -1 : 1)));
  return { numbers: sorted(numbers), rows: sorted(states) };
}

/** Previews a command, sees that nothing came of it, records it, and compares. True when it was accepted. */
async function previewedAndRecorded(cadre: Cadre, command: Command, validOn: string): Promise<boolean> {
  const { tables, application, environment } = cadre;
  await quiet(cadre);
  const before = await entriesIn(cadre);
  const dates = { validOn, knownAt: environment.clock.now() };
  const [numbers, rows, sum] = [await numbersOf(tables, dates), await rowsOf(tables, dates), await digest(tables)];
  const previewed = await cadre.preview(command, validOn);
  expect(await entriesIn(cadre)).toEqual(before);
  expect(await digest(tables)).toBe(sum);
  const answer = await takeCommand(application, command);
  const codes = [previewed, answer].map((it) => (isRefusal(it) ? it.code : null));
  expect(codes[0]).toBe(codes[1]);
  if (isRefusal(answer) || isRefusal(previewed)) return false;
  await quiet(cadre);
  const recorded = (await entriesIn(cadre)).slice(before.length);
  const placeless = ({ position: _position, settledPosition: _settled, ...rest }: typeof answer) => rest;
  expect(placeless(previewed.answer)).toEqual(placeless(answer));
  const own = before.filter(({ stream }) => stream === answer.stream);
  expect(previewed.revision).toBe(own.at(-1)?.revision ?? -1);
  const ids = ({ eventId, stream, revision }: Pick<Entry, 'eventId' | 'stream' | 'revision'>) =>
    `${stream} ${revision} ${eventId}`;
  expect(previewed.changes.entries.map(ids).sort()).toEqual(recorded.map(ids).sort());
  const changed = told(previewed);
  expect([...changed.rows]).toEqual([...between(rows, await rowsOf(tables, dates))]);
  expect([...changed.numbers]).toEqual([...between(numbers, await numbersOf(tables, dates))]);
  return true;
}

afterAll(stopServers);

describe.each([
  { ...embedded, runs: 25 },
  { ...deployments.at(-1)!, runs: 3 },
])('on $name', ({ runs, ...deployment }) => {
  it('a preview says what recording then changes, and by itself changes nothing', async () => {
    let accepted = 0;
    await hold(
      fc.asyncProperty(stories, async (story) => {
        const { cadre, stop } = await begun(deployment);
        try {
          for (const [said, validOn] of story) {
            if (await previewedAndRecorded(cadre, commandOf(said, await entriesIn(cadre)), validOn)) accepted += 1;
          }
        } finally {
          await stop();
        }
      }),
      runs,
    );
    expect(accepted).toBeGreaterThan(runs);
  }, 240_000);

  it('previews beside commands hold nobody up for good, and nothing of them is left', async () => {
    const { cadre, stop } = await begun(deployment);
    try {
      const sayings = fc.sample(orders, { numRuns: 60, seed: 5 });
      const outcomes = await Promise.all(
        sayings.map(async (said, i) => {
          const command = orderOf(said);
          if (i % 2 === 0) return takeCommand(cadre.application, command);
          return cadre.preview(command, '2007-10-12').catch((error: unknown) => {
            if (!(error instanceof ForkDisturbed)) throw error;
            return null;
          });
        }),
      );
      expect(outcomes.filter((it) => it !== null).length).toBeGreaterThan(sayings.length / 2);
      await quiet(cadre);
      expect(await rebuildTables(cadre.tables, cadre.environment.log)).toMatchObject({ same: true });
    } finally {
      await stop();
    }
  }, 240_000);
});
