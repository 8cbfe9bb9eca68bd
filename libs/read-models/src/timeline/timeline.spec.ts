import type { TimelineAnswer, TimelineRow } from '@cadre/contract';
import { entriesOf, type Saying, say, tablesWith } from '../read-models.builders.js';
import { timelineAnswer, type TimelineQuestion } from './timeline.query.js';

const [EARLY, THEN, NOW] = ['2007-06-30T00:00:00.000Z', '2007-12-31T00:00:00.000Z', '2008-12-31T00:00:00.000Z'];

const unit = (id: string, parentId: string | null = null, name = id): Saying =>
  say(`unit-${id}`, 'OrgUnitEstablished', { name, kind: null, parentId }, '2000-01-01', { known: EARLY });
const team = (id: string, unitId: string | null, on: Saying['on'] = '2007-03-01'): Saying =>
  say(`team-${id}`, 'TeamPlanned', { name: id, kind: null, unitId, composition: [], strengthWording: null }, on, {
    known: EARLY,
  });
const stoodUp = (id: string, on: Saying['on'] = ['2007-10-21', '2007-10-31']): Saying =>
  say(`team-${id}`, 'TeamStoodUp', {}, on, { known: THEN });
const due = (latest: string | null, phrase = 'as told'): object => ({ earliest: null, latest, phrase });
const promise = (id: string, latest: string, about: readonly string[] = []): Saying =>
  say(
    `commitment-${id}`,
    'CommitmentMade',
    { what: `${id} is done`, ownerUnitId: null, due: due(latest), about, measure: null },
    '2007-03-01',
    { known: EARLY },
  );
const redated = (id: string, latest: string, reason: string, on: Saying['on'] = '2007-11-15', known = THEN): Saying =>
  say(`commitment-${id}`, 'CommitmentRedated', { due: due(latest) }, on, { known, more: { reason } });
const post = (id: string, unitId: string): Saying =>
  say(
    `post-${id}`,
    'PostEstablished',
    { blockId: null, number: null, title: id, grade: 'P-4', unitId, seniority: null, occupancy: 'vacant' },
    '2007-01-01',
    { known: EARLY },
  );
const of = (stream: string, type: string, on: Saying['on'], data: object = {}): Saying => say(stream, type, data, on);
const holder = { personId: 'pat', share: 100, caseId: null };

async function asked(sayings: readonly Saying[], more: Partial<TimelineQuestion> = {}): Promise<TimelineAnswer> {
  const tables = await tablesWith(entriesOf(sayings));
  return timelineAnswer(tables, { validOn: '2007-12-31', knownAt: NOW, ...more });
}
async function row(
  sayings: readonly Saying[],
  stream: string,
  more: Partial<TimelineQuestion> = {},
): Promise<TimelineRow> {
  return (await asked(sayings, more)).rows.find((it) => it.stream === stream)!;
}
const ends = ({ earliest, latest }: { earliest: string | null; latest: string | null }): string =>
  `${earliest}..${latest}`;
/** Promises and bars as one line each: what, its first day, its last day. */
const lines = ({ promised, bars }: TimelineRow): readonly string[] => [
  ...promised.map(({ role, given, due }) => `${role} ${ends(given)} for ${ends(due)}`),
  ...bars.map(
    ({ state, certain, moment, from, to }) =>
      `${certain ? '' : 'possibly '}${state} ${ends(from)}${moment ? '' : ` to ${ends(to)}`}`,
  ),
];

describe('the bars of a thing', () => {
  it('keep a team fuzzy that stood up at the end of October: it was planned, then stood, with the days between in doubt', async () => {
    const darfur = await row([team('darfur', null), stoodUp('darfur')], 'team-darfur');
    expect(lines(darfur)).toEqual([
      'planned 2007-03-01..2007-03-01 to 2007-10-20..2007-10-30',
      'standing 2007-10-21..2007-10-31 to null..null',
    ]);
  });

  it('tell as a moment what is not left again, and as possible what never surely was', async () => {
    const said = [
      team('darfur', null),
      stoodUp('darfur', '2007-05-01'),
      of('team-darfur', 'TeamStoodDown', '2007-09-01'),
    ];
    expect(lines(await row(said, 'team-darfur'))).toEqual([
      'planned 2007-03-01..2007-03-01 to 2007-04-30..2007-04-30',
      'standing 2007-05-01..2007-05-01 to 2007-08-31..2007-08-31',
      'stood down 2007-09-01..2007-09-01',
    ]);
    const unclear = [team('chad', null, ['2007-03-01', '2007-04-30']), stoodUp('chad', ['2007-04-01', '2007-05-31'])];
    expect(lines(await row(unclear, 'team-chad'))).toEqual([
      'possibly planned 2007-03-01..2007-05-30 to 2007-03-01..2007-05-30',
      'standing 2007-04-01..2007-05-31 to null..null',
    ]);
  });

  it('tell two holders apart between whom the post may have been vacant', async () => {
    const said = [
      post('chief', 'africa'),
      of('post-chief', 'PostFilled', '2007-02-01', holder),
      of('post-chief', 'PostVacated', ['2007-05-01', '2007-05-31'], { personId: 'pat', cause: null }),
      of('post-chief', 'PostFilled', ['2007-05-15', '2007-06-15'], { ...holder, personId: 'kim' }),
      of('post-chief', 'PostFrozen', '2007-09-01', { authority: null }),
      of('post-chief', 'PostUnfrozen', '2007-10-01', { authority: null }),
    ];
    const chief = await row(said, 'post-chief');
    expect(chief).toMatchObject({ kind: 'post', name: 'chief', grade: 'P-4', unitId: 'africa' });
    expect(lines(chief).toSorted()).toEqual([
      'filled 2007-02-01..2007-02-01 to 2007-04-30..2007-06-14',
      'filled 2007-05-01..2007-06-15 to null..null',
      'frozen 2007-09-01..2007-09-01 to 2007-09-30..2007-09-30',
      'possibly vacant 2007-05-01..2007-06-14 to 2007-05-01..2007-06-14',
      'vacant 2007-01-01..2007-01-01 to 2007-01-31..2007-01-31',
    ]);
  });

  it('rest on the entries that brought each state', async () => {
    const answer = await asked([
      team('darfur', null),
      stoodUp('darfur'),
      of('team-darfur', 'TeamRenamed', '2007-12-01', { from: 'darfur', to: 'Darfur' }),
    ]);
    const types = new Map(answer.because.map(({ eventId, type }) => [eventId, type]));
    expect(answer.rows[0]!.bars.map(({ because }) => because.map((id) => types.get(id)))).toEqual([
      ['TeamPlanned'],
      ['TeamStoodUp'],
    ]);
    const bare = await asked([team('darfur', null), stoodUp('darfur')], { bare: true });
    expect([bare.because, bare.rows[0]!.bars.flatMap(({ because }) => because)]).toEqual([[], []]);
  });
});

describe('a promise', () => {
  const said = [
    promise('session', '2007-09-30'),
    redated('session', '2007-12-31', 'no quorum', '2007-09-20'),
    redated('session', '2008-03-31', 'no room', '2007-09-20'),
    of('commitment-session', 'CommitmentMet', '2008-02-01'),
  ];

  it('that is re-dated shows the first window and every later one with its reason, even two told for one day', async () => {
    const session = await row(said, 'commitment-session');
    expect(lines(session)).toEqual([
      'promised 2007-03-01..2007-03-01 for null..2007-09-30',
      're-promised 2007-09-20..2007-09-20 for null..2007-12-31',
      're-promised 2007-09-20..2007-09-20 for null..2008-03-31',
      'open 2007-03-01..2007-03-01 to 2008-01-31..2008-01-31',
      'met 2008-02-01..2008-02-01',
    ]);
    expect(session.promised.map(({ reason }) => reason)).toEqual([null, 'no quorum', 'no room']);
  });

  it('has only its first window as known before it was re-dated', async () => {
    const session = await row(said, 'commitment-session', { knownAt: EARLY });
    expect(lines(session)).toEqual([
      'promised 2007-03-01..2007-03-01 for null..2007-09-30',
      'open 2007-03-01..2007-03-01 to null..null',
    ]);
  });

  it('is overdue by its last window, and for certain or not as the dates say', async () => {
    const late = [
      promise('report', '2007-12-15'),
      of('commitment-report', 'CommitmentMet', ['2007-12-20', '2008-01-10']),
    ];
    const overdueOn = async (validOn: string): Promise<unknown> =>
      (await row(late, 'commitment-report', { validOn })).promised[0]!.overdue;
    expect(await overdueOn('2007-12-15')).toBe('no');
    expect(await overdueOn('2007-12-16')).toBe('yes');
    expect(await overdueOn('2007-12-25')).toBe('possibly');
    expect(await overdueOn('2008-01-10')).toBe('no');
    const moved = await row([...late, redated('report', '2008-06-30', 'late')], 'commitment-report', {
      validOn: '2007-12-16',
    });
    expect(moved.promised.map(({ overdue }) => overdue)).toEqual(['no', 'no']);
  });

  it('stands with the thing it is about, named there', async () => {
    const answer = await asked([team('darfur', null), promise('standing-up', '2007-09-30', ['team-darfur'])], {
      kinds: ['teams'],
    });
    expect(answer.rows.map(({ stream }) => stream)).toEqual(['team-darfur']);
    expect(answer.rows[0]!.promised.map(({ role, stream, what }) => [role, stream, what])).toEqual([
      ['promised', 'commitment-standing-up', 'standing-up is done'],
    ]);
    expect(answer.because.map(({ stream }) => stream)).toContain('commitment-standing-up');
  });

  it('of an evaluation is its plan; putting it off is promising it anew, though for no day', async () => {
    const study = await row(
      [
        of('evaluation-study', 'EvaluationPlanned', '2007-02-01', {
          subject: 'teams',
          evaluator: null,
          due: due('2007-06-30'),
        }),
        of('evaluation-study', 'EvaluationDeferred', '2007-05-01', { due: null }),
        of('evaluation-study', 'EvaluationStarted', '2007-08-01'),
        of('evaluation-study', 'EvaluationCompleted', ['2007-10-01', '2007-10-31'], { subject: null }),
      ],
      'evaluation-study',
    );
    expect(lines(study)).toEqual([
      'promised 2007-02-01..2007-02-01 for null..2007-06-30',
      're-promised 2007-05-01..2007-05-01 for null..null',
      'planned 2007-02-01..2007-02-01 to 2007-04-30..2007-04-30',
      'deferred 2007-05-01..2007-05-01 to 2007-07-31..2007-07-31',
      'started 2007-08-01..2007-08-01 to 2007-09-30..2007-10-30',
      'completed 2007-10-01..2007-10-31',
    ]);
  });
});

describe('the rows', () => {
  const said = [
    ...[unit('office', null, 'Office'), unit('africa', 'office', 'Africa'), unit('asia', null, 'Asia')],
    ...[post('officer', 'africa'), post('clerk', 'asia'), team('late', 'africa', '2007-05-01'), team('none', null)],
  ];
  const streams = ({ rows }: TimelineAnswer): readonly string[] => rows.map(({ stream }) => stream);

  it('go by the name of their unit and by start, those of no unit last', async () => {
    const answer = await asked(said);
    expect(streams(answer)).toEqual([
      ...['unit-africa', 'post-officer', 'team-late', 'unit-asia', 'post-clerk', 'unit-office', 'team-none'],
    ]);
    expect(answer.units).toEqual([
      { id: 'africa', name: 'Africa' },
      { id: 'asia', name: 'Asia' },
      { id: 'office', name: 'Office' },
    ]);
  });

  it('can be those of some kinds, of a unit with or without what is within it, or one alone', async () => {
    expect(streams(await asked(said, { kinds: ['posts', 'teams'] }))).toEqual([
      ...['post-officer', 'team-late', 'post-clerk', 'team-none'],
    ]);
    expect(streams(await asked(said, { unit: 'office' }))).toEqual(['unit-office']);
    expect(streams(await asked(said, { unit: 'office', subUnits: true, kinds: ['posts'] }))).toEqual(['post-officer']);
    expect(streams(await asked(said, { stream: 'post-clerk' }))).toEqual(['post-clerk']);
  });

  it('belong to the unit of the day asked for', async () => {
    const moved = [
      ...said,
      of('post-officer', 'PostRedeployed', '2007-08-01', { fromUnitId: 'africa', toUnitId: 'asia' }),
    ];
    const posts = { kinds: ['posts'], unit: 'africa' };
    expect(streams(await asked(moved, { ...posts, validOn: '2007-07-31' }))).toEqual(['post-officer']);
    expect(streams(await asked(moved, { ...posts, validOn: '2007-08-01' }))).toEqual([]);
  });

  it('can be those with something between two days, and come in pages that count all', async () => {
    const ended = [
      team('over', null),
      of('team-over', 'TeamStoodDown', '2007-04-01'),
      team('late', null, '2007-05-01'),
    ];
    expect(streams(await asked(ended, { from: '2007-04-02' }))).toEqual(['team-late']);
    expect(streams(await asked(ended, { to: '2007-04-30' }))).toEqual(['team-over']);
    const page = await asked(said, { offset: 1, limit: 2 });
    expect([page.count, ...streams(page)]).toEqual([7, 'post-officer', 'team-late']);
  });
});
