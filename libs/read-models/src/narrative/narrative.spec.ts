import type { NarrativeSection, NarrativeSentence } from '@cadre/contract';
import { approvedPosts, drawnPost, filledPost, proposedPosts } from '../establishment/blocks.builders.js';
import { entriesOf, type Saying, say, tablesWith } from '../read-models.builders.js';
import { narrativeAnswer } from './narrative.query.js';

const [THEN, NOW] = ['2007-12-31T00:00:00.000Z', '2008-02-01T00:00:00.000Z'];
const UNDATED = [null, '2007-12-31'] as const;
const KIND = 'integrated operational team';

async function told(
  sayings: readonly Saying[],
  validOn: string,
  knownAt = THEN,
): Promise<readonly NarrativeSentence[]> {
  return (await narrativeAnswer(await tablesWith(entriesOf(sayings)), { validOn, knownAt })).sentences;
}
const inSection = (sentences: readonly NarrativeSentence[], section: NarrativeSection): readonly string[] =>
  sentences.filter((it) => it.section === section).map(({ sentence }) => sentence);
const keyed = (sentences: readonly NarrativeSentence[], key: string): NarrativeSentence =>
  sentences.find((it) => it.key === key)!;

describe('the narrative of teams', () => {
  const planned = { name: 'Darfur', kind: KIND, unitId: null, composition: [], strengthWording: null };
  const end = ['2007-10-21', '2007-10-31'] as const;
  const said: readonly Saying[] = [
    say('team-a', 'TeamPlanned', planned, '2007-01-01'),
    say('team-a', 'TeamStoodUp', {}, end, { more: { fact: 'T07' } }),
    say('team-a', 'EntryRetracted', { eventId: 'e2' }, [null, null], { known: NOW }),
    say('team-a', 'TeamStoodUp', {}, '2007-11-15', { known: NOW, more: { retells: 'e2', fact: 'T07' } }),
    say('team-b', 'TeamPlanned', { ...planned, name: 'West Africa' }, '2007-11-15', { known: NOW }),
  ];

  it('tells of the first team when exactly one ever stood', async () => {
    const sentences = await told(said, '2007-12-31');
    expect(sentences.map(({ sentence }) => sentence)).toEqual([
      'The first integrated operational team was established at the end of October 2007.',
      'Of 1 integrated operational team told of, 1 stands.',
      'Who belongs to them is not reported for: Darfur.',
    ]);
    expect(sentences[0]).toMatchObject({
      key: 'firstTeam',
      texts: { kind: KIND, team: 'Darfur' },
      windows: { when: { earliest: '2007-10-21', latest: '2007-10-31' } },
    });
    expect(sentences[0]!.because.map(({ fact }) => fact)).toContain('T07');
  });

  it('tells of it otherwise once more is known', async () => {
    const sentences = inSection(await told(said, '2007-12-31', NOW), 'teams');
    expect(sentences).toEqual([
      'The first integrated operational team was established on 15 November 2007.',
      'Of 2 integrated operational teams told of, 1 stands.',
      'Planned and not yet standing (integrated operational team): West Africa.',
    ]);
  });

  it('tells of the first team also when more have followed, as long as the dates tell which it was', async () => {
    const followed = (on: Saying['on']): readonly Saying[] => [
      ...said.slice(0, 2),
      say('team-c', 'TeamPlanned', { ...planned, name: 'Haiti' }, '2007-01-01'),
      say('team-c', 'TeamStoodUp', {}, on),
    ];
    const first = async (on: Saying['on'], ...more: readonly Saying[]): Promise<string | undefined> =>
      (await told([...followed(on), ...more], '2007-12-20'))[0]?.sentence;
    const established = 'The first integrated operational team was established at the end of October 2007';
    expect(await first('2007-11-15')).toBe(`${established}; since then 1 more.`);
    expect(await first(['2007-11-15', '2008-01-10'])).toBe(`${established}; since then 0 to 1 more.`);
    expect(await first('2007-11-15', say('team-a', 'TeamStoodDown', {}, '2007-12-01'))).toBe(
      `${established}; since then 1 more.`,
    );
    expect(await first('2007-10-25')).toBe('Of 2 integrated operational teams told of, 2 stand.');
  });

  it('does not call a team the first while it is uncertain', async () => {
    const sentences = await told(said, '2007-10-25');
    expect(sentences.map(({ sentence }) => sentence)).toEqual([
      'Of 1 integrated operational team told of, 0 to 1 stand.',
    ]);
    expect(sentences[0]!.counts['standing']).toEqual({ atLeast: 0, atMost: 1, notReported: false });
  });
});

describe('the narrative of the structure', () => {
  const unit = (id: string, name: string, on: Saying['on'], parentId: string | null = null): Saying =>
    say(`unit-${id}`, 'OrgUnitEstablished', { name, kind: null, parentId }, on);
  const said = [
    unit('ops', 'Operations', UNDATED),
    unit('support', 'Field Support', '2007-07-01'),
    unit('centre', 'Situation Centre', UNDATED, 'ops'),
    say('unit-centre', 'OrgUnitTransferred', { fromParentId: 'ops', toParentId: 'support' }, [
      '2007-07-01',
      '2007-09-30',
    ]),
  ];

  it('tells what changed by the names of the units, and not that others were always there', async () => {
    expect(inSection(await told(said, '2007-12-31'), 'structure')).toEqual([
      'Organisational units standing: 3.',
      'Field Support was established on 1 July 2007.',
      'Situation Centre was transferred from Operations to Field Support in the third quarter of 2007.',
    ]);
  });

  it('says of a change that the dates leave open that it is possible, and of a later one nothing', async () => {
    const sentences = await told(said, '2007-08-01');
    expect(keyed(sentences, 'unitTransferredFrom')).toMatchObject({ certain: false });
    expect(keyed(sentences, 'unitTransferredFrom').sentence).toMatch(/^Possibly so by then: Situation Centre was/);
    expect(keyed(await told(said, '2007-06-30'), 'unitTransferredFrom')).toBeUndefined();
  });

  it('does not tell of what was taken back', async () => {
    const back = say('unit-centre', 'EntryRetracted', { eventId: 'e4' }, [null, null]);
    expect(keyed(await told([...said, back], '2007-12-31'), 'unitTransferredFrom')).toBeUndefined();
  });

  it('lists a hundred changes one by one and says how many more there are', async () => {
    const many = Array.from({ length: 130 }, (_, i) => unit(`u${i}`, `Unit ${i}`, '2007-07-01'));
    const sentences = await told(many, '2007-12-31');
    expect(sentences.filter(({ key }) => key === 'unitEstablished')).toHaveLength(100);
    expect(keyed(sentences, 'andMore')).toMatchObject({ restsOn: 30, sentence: 'There are 30 more of these.' });
  });
});

describe('the narrative of posts', () => {
  const seniorPost = { blockId: null, number: null, title: 'Adviser', grade: 'ASG', unitId: null, seniority: 'senior' };
  const adviser = say('post-adviser', 'PostEstablished', { ...seniorPost, occupancy: 'not reported' }, UNDATED);
  const filled = say('post-adviser', 'PostFilled', { personId: null, share: 100, caseId: null }, '2007-09-05');
  const acting = say('post-adviser', 'OfficerInChargeDesignated', { personId: null, grade: null }, '2007-11-01');

  it('says of a senior post whether it is filled, vacant or acted for, and never guesses', async () => {
    const last = async (...more: readonly Saying[]): Promise<string | undefined> =>
      (await told([adviser, ...more], '2007-12-31')).find(({ key }) => key.startsWith('senior'))?.sentence;
    expect(await last()).toBe('Adviser (ASG): whether it is filled is not reported.');
    expect(await last(filled)).toBe('Adviser (ASG): filled on 5 September 2007.');
    expect(await last(acting)).toBe('Adviser (ASG): vacant; an officer-in-charge is designated.');
  });

  it('counts the posts of a block by stage, and names what nobody reports', async () => {
    const said = [proposedPosts(3), approvedPosts(2), ...drawnPost('p1'), filledPost('p1')];
    const sentences = await told(said, '2007-12-31');
    expect(inSection(sentences, 'posts')).toEqual([
      'more posts: 2 approved of 3 proposed, 1 to 2 on duty, 0 to 1 still to report.',
      'Single posts told of: 1; filled: 1; vacant: 0; not reported: 0.',
    ]);
    expect(inSection(await told(said.slice(0, 2), '2007-12-31'), 'not reported')).toEqual([
      'How many are on duty is not reported for: more posts.',
    ]);
  });
});

describe('the narrative of what was promised and made', () => {
  const window = { earliest: '2008-01-01', latest: '2008-01-31', phrase: 'January 2008' };
  const made = { what: 'Stand the team up.', ownerUnitId: null, due: window, about: [], measure: null };
  const said = [
    say('commitment-a', 'CommitmentMade', made, '2007-07-01'),
    say('evaluation-x', 'EvaluationPlanned', { subject: null, evaluator: null, due: window }, '2007-07-01'),
    say('case-c', 'RecruitmentOpened', { name: 'Adviser', postIds: [], blockId: null, openings: null }, '2007-08-01'),
  ];

  it('tells of commitments open, then overdue', async () => {
    expect(inSection(await told(said, '2007-12-31'), 'commitments')).toEqual([
      'Commitments told of: 1; met: 0; open: 1; overdue: 0.',
      'Open: Stand the team up (due January 2008).',
    ]);
    expect(inSection(await told(said, '2008-02-01'), 'commitments')).toEqual([
      'Commitments told of: 1; met: 0; open: 1; overdue: 1.',
      'Overdue: Stand the team up (due January 2008).',
    ]);
  });

  it('tells of evaluations by when they are due, and that a subject is not named', async () => {
    const sentences = await told(said, '2007-12-31');
    expect(inSection(sentences, 'evaluations')).toEqual([
      'Evaluations told of: 1; completed: 0.',
      'An evaluation whose subject is not named: planned, due January 2008.',
    ]);
    expect(inSection(sentences, 'not reported')).toEqual(['Evaluations whose subject is not named: 1.']);
  });

  it('tells of what is measured, and of no other statement', async () => {
    const statement = (category: string): Saying => {
      const text = `Told of as ${category}.`;
      const data = { statementId: category.replace(' ', '-'), category, text, about: [], topic: null, figures: [] };
      return say('source-s', 'StatementRecorded', data, '2007-06-01');
    };
    const statements = ['indicator', 'gender balance', 'target', 'context'].map(statement);
    expect(inSection(await told(statements, '2007-12-31'), 'indicators').toSorted()).toEqual([
      'Told of as gender balance.',
      'Told of as indicator.',
      'Told of as target.',
    ]);
  });

  it('tells where each recruitment stands', async () => {
    expect(inSection(await told(said, '2007-12-31'), 'recruitment')).toEqual([
      'Recruitments told of: 1; ended with somebody reporting for duty: 0.',
      'Adviser: opened on 1 August 2007.',
    ]);
  });
});

it('the narrative of an empty record is empty', async () => {
  const tables = await tablesWith([]);
  expect(await narrativeAnswer(tables, { validOn: '2007-12-31', knownAt: THEN })).toMatchObject({
    sentences: [],
    sources: [],
  });
});
