import type { ExceptionKind, ExceptionsAnswer } from '@cadre/contract';
import { entriesOf, type Saying, say, tablesWith } from '../read-models.builders.js';
import { exceptionsAnswer, type ExceptionsQuestion } from './exceptions.query.js';

const [THEN, NOW] = ['2008-01-10T00:00:00.000Z', '2008-03-01T00:00:00.000Z'];

async function asked(
  sayings: readonly Saying[],
  more: Partial<ExceptionsQuestion> = {},
): Promise<ExceptionsAnswer & { count(kind: ExceptionKind): unknown }> {
  const tables = await tablesWith(entriesOf(sayings));
  const answer = await exceptionsAnswer(tables, { validOn: '2008-03-01', knownAt: NOW, ...more });
  const count = (wanted: ExceptionKind): unknown => {
    const { atLeast, atMost } = answer.counts.find(({ kind }) => kind === wanted)!.count;
    return atLeast === atMost ? atLeast : [atLeast, atMost];
  };
  return { ...answer, count };
}
const idsIn = ({ exceptions }: ExceptionsAnswer): readonly (readonly string[])[] =>
  exceptions.map(({ entries }) => entries.map(({ eventId }) => eventId));

const unit = (
  id: string,
  on: Saying['on'],
  more: Parameters<typeof say>[4] = {},
  parentId: string | null = null,
): Saying => say(`unit-${id}`, 'OrgUnitEstablished', { name: id, kind: null, parentId }, on, { known: THEN, ...more });
const carried = { known: THEN, more: { enteredAt: '2026-01-01T00:00:00.000Z' } };
const by = (id: string): { known: string; more: object } => ({
  known: THEN,
  more: { actor: { id, role: 'hr-officer' } },
});

describe('entries recorded long after they became true', () => {
  const said = [
    unit('late', '2007-09-01'),
    unit('in-time', '2007-10-12'),
    unit('fuzzy', [null, '2007-10-12']),
    unit('open', ['2007-01-01', null]),
    unit('carried', '2007-01-01', carried),
  ];

  it('are back-dated by the days from the last day possible to the day of recording', async () => {
    const answer = await asked(said, { kinds: ['back-dated'] });
    expect(answer.exceptions.map(({ stream, days, carriedOver }) => [stream, days, carriedOver])).toEqual([
      ['unit-late', 131, false],
      ['unit-carried', 374, true],
    ]);
    expect(answer.counts.find(({ kind }) => kind === 'back-dated')).toMatchObject({ carriedOver: 1 });
  });

  it('can be asked for by another number of days, and without what documents carried over', async () => {
    const streams = async (more: Partial<ExceptionsQuestion>): Promise<readonly unknown[]> =>
      (await asked(said, { kinds: ['back-dated'], ...more })).exceptions.map(({ stream }) => stream);
    expect(await streams({ backDatedDays: 89 })).toEqual(['unit-late', 'unit-in-time', 'unit-fuzzy', 'unit-carried']);
    expect(await streams({ live: true })).toEqual(['unit-late']);
    expect(await streams({ knownAt: '2008-01-01T00:00:00.000Z' })).toEqual([]);
  });

  it('no longer count once they are taken back', async () => {
    const retraction = say('unit-late', 'EntryRetracted', { eventId: 'e1' }, [null, null], { known: NOW });
    expect(idsIn(await asked([...said, retraction], { kinds: ['back-dated'], live: true }))).toEqual([]);
    const before = { kinds: ['back-dated'], live: true, knownAt: THEN };
    expect(idsIn(await asked([...said, retraction], before))).toEqual([['e1']]);
  });

  it('come a page at a time', async () => {
    const many = Array.from({ length: 7 }, (_, i) => unit(`u${i}`, '2007-01-01'));
    const answer = await asked(many, { kinds: ['back-dated'], offset: 2, limit: 3 });
    expect([answer.total, idsIn(answer)]).toEqual([7, [['e3'], ['e4'], ['e5']]]);
  });
});

describe('corrections', () => {
  const said = [
    unit('a', '2007-12-01'),
    unit('b', '2007-12-01'),
    say('unit-a', 'EntryRetracted', { eventId: 'e1' }, [null, null], { known: NOW, more: { reason: 'Wrong day.' } }),
    unit('a', '2007-12-05', { known: NOW, more: { retells: 'e1' } }),
    say('unit-b', 'EntryRetracted', { eventId: 'e2' }, [null, null], { known: NOW, more: { reason: 'Never was.' } }),
  ];

  it('show what was retracted, the retraction and the retelling, with the reason', async () => {
    const answer = await asked(said, { kinds: ['correction'] });
    expect(idsIn(answer)).toEqual([
      ['e1', 'e3', 'e4'],
      ['e2', 'e5'],
    ]);
    expect(answer.exceptions.map(({ reason }) => reason)).toEqual(['Wrong day.', 'Never was.']);
  });

  it('can be asked for by when they became known', async () => {
    expect((await asked(said, { knownAfter: THEN })).count('correction')).toBe(2);
    expect((await asked(said, { knownAfter: NOW })).count('correction')).toBe(0);
    expect((await asked(said, { knownAt: THEN })).count('correction')).toBe(0);
  });
});

describe('decisions told by whoever told of the proposal', () => {
  const described = { name: 'Planners', group: null, grade: null, unitIds: [], breakdown: [] };
  const proposed = (id: string, actor: string): Saying =>
    say(`block-${id}`, 'PostProposed', { ...described, count: null }, '2007-12-01', by(actor));
  const approved = (id: string, actor: string): Saying => {
    const authority = { kind: 'resolution', reference: '61/1' };
    const data = { ...described, count: { atLeast: 2, atMost: 2 }, authority };
    return say(`block-${id}`, 'PostApproved', data, '2007-12-20', by(actor));
  };

  it('are self-approved; with two pairs of eyes they are not', async () => {
    const said = [proposed('a', 'kim'), approved('a', 'kim'), proposed('b', 'kim'), approved('b', 'pat')];
    const answer = await asked(said, { kinds: ['self-approved'] });
    expect(answer.exceptions.map(({ stream, actorId }) => [stream, actorId])).toEqual([['block-a', 'kim']]);
    expect(idsIn(answer)).toEqual([['e1', 'e2']]);
  });

  it('are so as long as the proposal counts', async () => {
    const retraction = say('block-a', 'EntryRetracted', { eventId: 'e1' }, [null, null], { known: NOW });
    const answer = await asked([proposed('a', 'kim'), approved('a', 'kim'), retraction]);
    expect(answer.count('self-approved')).toBe(0);
  });
});

it('two holders of one post by authority are shown with the fillings', async () => {
  const filled = (personId: string): Saying =>
    say('post-a', 'PostFilled', { personId, share: 100, caseId: null }, '2007-12-20', { known: THEN });
  const authority = { kind: 'memo', reference: 'Memo 12' };
  const established = { blockId: null, number: null, title: null, grade: null, unitId: 'here' };
  const answer = await asked(
    [
      say('post-a', 'PostEstablished', { ...established, seniority: null, occupancy: 'vacant' }, '2007-12-01'),
      filled('pat'),
      say('post-a', 'DoubleFillAuthorised', { until: '2008-01-31', authority }, '2007-12-18', { known: THEN }),
      filled('kim'),
    ],
    { kinds: ['double-fill'] },
  );
  expect(idsIn(answer)).toEqual([['e3', 'e2', 'e4']]);
});

it('what rests on no document is told as local knowledge', async () => {
  const source = { kind: 'local-knowledge', who: 'officer-1' } as const;
  const answer = await asked([unit('a', '2008-01-01', { more: { source } }), unit('b', '2008-01-01')], {
    kinds: ['local-knowledge'],
  });
  expect(idsIn(answer)).toEqual([['e1']]);
});

describe('what several entries make together', () => {
  const claim = (document: string, text: string): Saying => {
    const statement = { statementId: 's1', category: 'plan', text, about: [], topic: 'moving', figures: [] };
    const source = { kind: 'document', document, paragraph: '1' } as const;
    return say(`source-${document}`, 'StatementRecorded', statement, '2007-12-01', { known: THEN, more: { source } });
  };
  const promised = (id: string, latest: string, ownerUnitId: string | null = null): Saying => {
    const due = { earliest: null, latest, phrase: 'as told' };
    const data = { what: id, ownerUnitId, due, about: [], measure: null };
    return say(`commitment-${id}`, 'CommitmentMade', data, '2007-12-01', { known: THEN });
  };

  it('contradictory sources name their topic, and each source', async () => {
    const answer = await asked([claim('one', 'Staff move.'), claim('two', 'Staff stay.')], {
      kinds: ['contradiction'],
    });
    expect(answer.exceptions.map(({ topic, entries }) => [topic, entries.length])).toEqual([['moving', 2]]);
  });

  it('promises are overdue by the days since their window, surely or possibly', async () => {
    const met = say('commitment-b', 'CommitmentMet', {}, ['2008-02-01', '2008-03-01'], { known: NOW });
    const said = [promised('a', '2008-01-31'), promised('b', '2008-01-15'), promised('c', '2008-03-01'), met];
    const answer = await asked(said, { kinds: ['overdue'], validOn: '2008-02-10' });
    expect(answer.exceptions.map(({ stream, days, certain }) => [stream, days, certain])).toEqual([
      ['commitment-b', 26, false],
      ['commitment-a', 10, true],
    ]);
    expect(answer.count('overdue')).toEqual([1, 2]);
  });

  it('promises of which none was ever told are not reported as none', async () => {
    expect((await asked([unit('a', '2008-01-01')])).count('overdue')).toBe(null);
  });

  it('can be asked for by unit: what is its own, and with its sub-units', async () => {
    const said = [
      unit('top', '2007-01-01'),
      unit('below', '2007-01-01', {}, 'top'),
      promised('of-top', '2008-01-31', 'top'),
      promised('of-below', '2008-01-31', 'below'),
      promised('of-nobody', '2008-01-31'),
    ];
    const streams = async (more: Partial<ExceptionsQuestion>): Promise<readonly unknown[]> =>
      (await asked(said, { kinds: ['overdue', 'back-dated'], ...more })).exceptions.map(({ stream }) => stream);
    expect(await streams({ unit: 'top' })).toEqual(['unit-top', 'commitment-of-top']);
    expect(await streams({ unit: 'top', within: true })).toEqual([
      ...['unit-top', 'unit-below', 'commitment-of-below', 'commitment-of-top'],
    ]);
    expect(await streams({ unit: 'below', stream: 'unit-top' })).toEqual([]);
    expect(await streams({ stream: 'commitment-of-nobody' })).toEqual(['commitment-of-nobody']);
  });
});

it('streams that cannot be folded name the entry since which', async () => {
  const unreadable = say('unit-a', 'OrgUnitRenamed', { to: 7 }, '2008-01-01', { known: THEN });
  const answer = await asked([unit('a', '2008-01-01'), unreadable], { kinds: ['parked'] });
  expect(answer.exceptions.map(({ stream, reason }) => [stream, reason !== null])).toEqual([['unit-a', true]]);
  expect(idsIn(answer)).toEqual([['e2']]);
});

it('a kind there is not is refused by name', async () => {
  await expect(asked([], { kinds: ['odd'] })).rejects.toThrow('"odd" is no kind of exception');
});
