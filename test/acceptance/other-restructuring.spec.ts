import {
  type EstablishmentAnswer,
  type EntriesAnswer,
  type HistoryAnswer,
  type NarrativeAnswer,
  type PromiseAnswer,
  type PromisesAnswer,
  type Receipt,
  type TableAnswer,
  type TeamsAnswer,
  type UnitsAnswer,
} from '@cadre/contract';
import {
  between,
  type Desk,
  deskOf,
  exactly,
  idsOf,
  type Line,
  type LoadedCadre,
  NOT_REPORTED,
  possible,
  type Query,
  rowOf,
  type Said,
  serveLoaded,
  sorted,
  valuesOf,
} from './support.js';

// An invented restructuring of invented city libraries: nothing in it is of the worked example.

const DOCUMENT = 'HC/LIB/2019/4';
const PLAN_DATED = '2019-06-30';
const UNDATED = { earliest: null, latest: PLAN_DATED, phrase: 'as found by the plan' };

const standing = (id: string, name: string, parentId: string | null = 'libraries'): Line => ({
  stream: `unit-${id}`,
  event: { type: 'OrgUnitEstablished', data: { name, kind: null, parentId } },
  effective: UNDATED,
  paragraph: '2',
});

const vacant = (id: string, title: string, unitId: string): Line => ({
  stream: `post-${id}`,
  event: {
    type: 'PostEstablished',
    data: { blockId: null, number: null, title, grade: null, unitId, seniority: null, occupancy: 'vacant' },
  },
  effective: UNDATED,
  paragraph: '3',
});

const promised = (id: string, what: string, due: object, paragraph: string): Line => ({
  stream: `commitment-${id}`,
  event: { type: 'CommitmentMade', data: { what, ownerUnitId: 'libraries', due, about: [], measure: null } },
  effective: { on: PLAN_DATED },
  paragraph,
});

const THE_PLAN: readonly Line[] = [
  standing('libraries', 'Harbour City Libraries', null),
  standing('central', 'Central Library'),
  standing('harbour', 'Harbour Branch'),
  standing('hill', 'Hill Branch'),
  standing('acquisitions', 'Acquisitions', 'central'),
  standing('cataloguing', 'Cataloguing', 'central'),
  vacant('cataloguer-1', 'Cataloguer', 'cataloguing'),
  vacant('branch-head-hill', 'Head of Hill Branch', 'hill'),
  vacant('branch-head-harbour', 'Head of Harbour Branch', 'harbour'),
  vacant('archivist', 'Archivist', 'central'),
  {
    stream: 'block-digitisation',
    event: {
      type: 'PostProposed',
      data: {
        name: 'Digitisation posts',
        group: 'digital',
        grade: null,
        unitIds: [],
        breakdown: [],
        count: { atLeast: 12, atMost: 12 },
      },
    },
    effective: UNDATED,
    paragraph: '5',
  },
  {
    stream: 'block-digitisation',
    event: {
      type: 'PostApproved',
      data: {
        ...{ name: null, group: 'digital', grade: null, unitIds: [], breakdown: [], count: { atLeast: 3, atMost: 4 } },
        authority: { kind: 'budget document', reference: 'City budget 2019, line 44' },
      },
    },
    effective: { phrase: '2019年6月上旬' },
    paragraph: '5',
  },
  {
    stream: 'team-bookmobile',
    event: {
      type: 'TeamPlanned',
      data: {
        name: 'Bookmobile crew',
        kind: 'outreach crew',
        unitId: 'harbour',
        composition: [{ what: 'driver', count: { atLeast: 1, atMost: 2 } }],
        strengthWording: null,
      },
    },
    effective: UNDATED,
    paragraph: '7',
  },
  {
    stream: 'team-bookmobile',
    event: { type: 'TeamStoodUp', data: {} },
    effective: { phrase: 'mid-June 2019' },
    paragraph: '7',
  },
  promised(
    'harbour-reopens',
    'Harbour Branch reopens',
    { earliest: '2019-07-01', latest: '2019-09-30', phrase: '2019年第三季度' },
    '8',
  ),
  promised(
    'catalogue-online',
    'The catalogue is online',
    { earliest: '2019-05-01', latest: '2019-08-31', phrase: 'mid-2019' },
    '9',
  ),
  {
    stream: 'evaluation-reader-survey',
    event: {
      type: 'EvaluationPlanned',
      data: {
        subject: 'Opening hours',
        evaluator: null,
        due: { earliest: '2019-07-01', latest: '2019-09-30', phrase: 'Q3 2019' },
      },
    },
    effective: { on: PLAN_DATED },
    paragraph: '10',
  },
];

describe('Another restructuring: the libraries of a city', () => {
  let cadre: LoadedCadre;
  let desk: Desk;
  let reached = 0;

  beforeEach(async () => {
    cadre = await serveLoaded({
      now: '2019-07-15T09:00:00.000Z',
      document: DOCUMENT,
      carriedOverFrom: PLAN_DATED,
      lines: THE_PLAN,
    });
    desk = deskOf(cadre);
    reached = THE_PLAN.length;
  });
  afterEach(() => cadre.stop());

  const tell = async (path: string, said: Said = {}, added = 0): Promise<Receipt> => {
    const receipt = await desk.tell(path, said);
    reached = receipt.position + added;
    return receipt;
  };
  const ask = <Answer>(path: string, query: Query = {}): Promise<Answer> =>
    desk.ask(path, { after: reached, ...query });
  const table = (name: string, query: Query = {}): Promise<TableAnswer> => ask<TableAnswer>(name, query);
  const post = async (id: string, query: Query = {}): Promise<Record<string, unknown>> =>
    valuesOf(rowOf(await table('posts', query), id));
  const unit = async (id: string, query: Query = {}) =>
    (await ask<UnitsAnswer>('units-tree', query)).units.find((it) => it.id === id);
  const promise = async (id: string, query: Query = {}): Promise<PromiseAnswer> =>
    (await ask<PromisesAnswer>('promises', query)).promises.find((it) => it.id === id)!;

  describe('the plan, carried over', () => {
    it('loads whole, as known on its own date', async () => {
      expect(cadre.report.rows.filter(({ refusal }) => refusal !== null)).toEqual([]);
      const { entries } = await ask<EntriesAnswer>('entries');
      expect(entries).toHaveLength(THE_PLAN.length);
      expect(entries.every(({ carriedOver, document }) => carriedOver && document === DOCUMENT)).toBe(true);
      expect((await table('units', { knownAt: '2019-06-29' })).count).toMatchObject(NOT_REPORTED);
      expect((await table('units', { validOn: PLAN_DATED, knownAt: PLAN_DATED })).count).toMatchObject(exactly(6));
    });

    it('keeps a range of approved posts a range, and what is derived from it', async () => {
      const { blocks, groups } = await ask<EstablishmentAnswer>('establishment');
      expect(blocks).toMatchObject([
        {
          name: 'Digitisation posts',
          statuses: ['partly approved'],
          approved: between(3, 4),
          notApproved: between(8, 9),
          onDuty: NOT_REPORTED,
        },
      ]);
      expect(groups).toMatchObject([{ group: 'digital', proposed: exactly(12), approved: between(3, 4) }]);
      expect(blocks[0]!.cells.reduce((sum, { count }) => sum + count, 0)).toBe(4);
    });

    it('reads dates in either language as ranges of days', async () => {
      const approved = (await ask<EstablishmentAnswer>('establishment')).blocks[0]!.approved.because;
      expect(approved).toMatchObject([
        { effective: { earliest: '2019-06-01', latest: '2019-06-10', phrase: '2019年6月上旬' } },
      ]);
      const crews = (query: Query) => ask<TeamsAnswer>('teams-overview', { kind: 'outreach crew', ...query });
      expect((await crews({ validOn: '2019-06-10' })).standing).toMatchObject(exactly(0));
      expect((await crews({ validOn: '2019-06-15' })).standing).toMatchObject(between(0, 1));
      expect((await crews({ validOn: '2019-06-20' })).standing).toMatchObject(exactly(1));
      expect(await promise('harbour-reopens')).toMatchObject({ due: { inWords: 'third quarter of 2019' } });
      expect(await promise('catalogue-online')).toMatchObject({ due: { inWords: 'mid-2019' } });
    });

    it('speaks of itself and of nothing else', async () => {
      const { sentences } = await ask<NarrativeAnswer>('narrative');
      expect(sentences.map(({ sentence }) => sentence)).toContain(
        'The first outreach crew was established in mid June 2019.',
      );
      const said = JSON.stringify([
        sentences,
        await ask('units-tree'),
        await ask('establishment'),
        await ask('promises'),
      ]);
      expect(said).not.toMatch(/62\/627|operational team|Darfur|peacekeeping|General Assembly/i);
    });
  });

  describe('units', () => {
    it('are merged, once nothing stands in the one that ends', async () => {
      expect(await desk.refused('units/acquisitions/merge', { absorbedUnitIds: ['cataloguing'] })).toMatchObject({
        code: 'UNIT_HAS_LIVE_POSTS',
        details: { unitId: 'cataloguing', posts: 1 },
      });
      await tell('posts/cataloguer-1/redeploy', { toUnitId: 'acquisitions' });
      await tell('units/acquisitions/merge', { absorbedUnitIds: ['cataloguing'] }, 1);
      await tell('units/acquisitions/rename', { to: 'Collections' });
      expect(await unit('cataloguing')).toMatchObject({ statuses: ['abolished'], certain: true });
      expect(await unit('acquisitions')).toMatchObject({ statuses: ['established'], names: ['Collections'] });
      expect(await unit('cataloguing', { validOn: '2019-07-14' })).toMatchObject({ statuses: ['established'] });
      expect(valuesOf(rowOf(await table('units'), 'cataloguing'))['successor_ids']).toEqual(['acquisitions']);
      expect(idsOf(await table('posts', { unit_id: 'acquisitions' }))).toEqual(['cataloguer-1']);
      const former = await table('names', { search: 'acquisitions' });
      expect(valuesOf(former.rows[0])).toMatchObject({ about: 'unit-acquisitions', kind: 'former name' });
    });

    it('are split: the parts stand beside what goes on', async () => {
      const into = [
        { unitId: 'reading-rooms', name: 'Reading Rooms', kind: 'section' },
        { unitId: 'city-archive', name: 'City Archive', kind: 'section' },
      ];
      await tell('units/central/split', { into, ends: false }, 2);
      for (const { unitId, name } of into) {
        expect(await unit(unitId)).toMatchObject({
          names: [name],
          parentIds: ['libraries'],
          statuses: ['established'],
        });
      }
      expect(await unit('central')).toMatchObject({ statuses: ['established'] });
      expect(
        await desk.refused('units/central/split', { into: [{ unitId: 'x', name: 'X' }], ends: true }),
      ).toMatchObject({
        code: 'UNIT_HAS_LIVE_POSTS',
      });
    });

    it('are transferred on a day that only the plan says, in the third quarter', async () => {
      await tell('units/harbour/transfer', { toParentId: 'central', when: { phrase: 'Q3 2019' } });
      expect((await unit('harbour', { validOn: '2019-06-30' }))!.parentIds).toEqual(['libraries']);
      expect(sorted((await unit('harbour', { validOn: '2019-08-01' }))!.parentIds)).toEqual(['central', 'libraries']);
      expect((await unit('harbour', { validOn: '2019-09-30' }))!.parentIds).toEqual(['central']);
      expect((await table('units', { parent_id: 'central', validOn: '2019-08-01' })).count).toMatchObject(
        between(2, 3),
      );
      expect((await table('posts', { unit_id: 'central', within: true, validOn: '2019-08-01' })).count).toMatchObject(
        between(2, 3),
      );
    });

    it('never come to stand under themselves or under what is not there', async () => {
      await tell('units/harbour/transfer', { toParentId: 'central' });
      expect(await desk.refused('units/central/transfer', { toParentId: 'harbour' })).toMatchObject({
        code: 'PARENT_CYCLE',
        pointer: '/toParentId',
      });
      expect(await desk.refused('units/hill/transfer', { toParentId: 'seaside' })).toMatchObject({
        code: 'PARENT_UNKNOWN',
      });
      expect(await desk.refused('units/hill/transfer', { toParentId: 'hill' })).toMatchObject({
        code: expect.stringMatching(/PARENT_CYCLE|UNIT_OWN_PARENT/) as unknown,
      });
    });

    it('are not abolished while posts or units stand in them, and not revived', async () => {
      expect(await desk.refused('units/hill/abolish', {})).toMatchObject({
        code: 'UNIT_HAS_LIVE_POSTS',
        details: { unitId: 'hill', posts: 1 },
      });
      await tell('posts/archivist/redeploy', { toUnitId: 'harbour' });
      expect(await desk.refused('units/central/abolish', {})).toMatchObject({
        code: 'UNIT_HAS_CHILDREN',
        details: { unitId: 'central', children: 2 },
      });
      await tell('posts/branch-head-hill/abolish', {});
      await tell('units/hill/abolish', { successorIds: ['harbour'] });
      expect(await unit('hill')).toMatchObject({ statuses: ['abolished'] });
      expect(await desk.refused('units/hill/establish', { name: 'Hill Branch', parentId: 'libraries' })).toMatchObject({
        code: 'UNIT_ABOLISHED',
      });
      expect(await desk.refused('posts/branch-head-hill/fill', { personId: 'ada' })).toMatchObject({
        code: 'POST_ABOLISHED',
      });
    });

    it('are abolished in future only when nothing will stand in them then', async () => {
      const atYearsEnd = { when: '2019-12-31' };
      expect(await desk.refused('units/hill/abolish', atYearsEnd)).toMatchObject({ code: 'UNIT_HAS_LIVE_POSTS' });
      await tell('posts/branch-head-hill/redeploy', { toUnitId: 'harbour', when: '2019-12-01' });
      await tell('units/hill/abolish', atYearsEnd);
      expect(await unit('hill')).toMatchObject({ statuses: ['established'] });
      expect(await unit('hill', { validOn: '2019-12-31' })).toMatchObject({ statuses: ['abolished'] });
    });
  });

  describe('posts and people', () => {
    it('a post is reclassified from a day to come', async () => {
      await tell('posts/archivist/reclassify', { to: 'A-2', when: '2020-01-01' });
      expect(await post('archivist', { validOn: '2019-12-31' })).toMatchObject({ grade: null });
      expect(await post('archivist', { validOn: '2020-01-01' })).toMatchObject({ grade: 'A-2' });
      expect(await post('archivist', { validOn: '2020-01-01', knownAt: '2019-07-14' })).toMatchObject({ grade: null });
    });

    it('nobody arrives in the future', async () => {
      expect(await desk.refused('posts/archivist/fill', { personId: 'ada', when: '2019-07-16' })).toMatchObject({
        code: 'OCCURRENCE_IN_FUTURE',
      });
    });

    it('two hold one post only while that is allowed', async () => {
      await tell('posts/archivist/fill', { personId: 'ada' }, 1);
      const refusal = await desk.refused('posts/archivist/fill', { personId: 'ben' });
      expect(refusal).toMatchObject({ code: 'POST_ALREADY_FILLED', detail: expect.stringContaining('ada') as unknown });
      const memo = { kind: 'memo', reference: 'Memo 12' };
      await tell('posts/archivist/double-fill', { until: '2019-08-31', authority: memo });
      cadre.clock.moveTo('2019-09-02T09:00:00.000Z');
      expect(await desk.refused('posts/archivist/fill', { personId: 'ben' })).toMatchObject({
        code: 'POST_ALREADY_FILLED',
      });
      await tell('posts/archivist/fill', { personId: 'ben', when: '2019-08-01' }, 1);
      expect((await post('archivist'))['person_ids']).toEqual(['ada', 'ben']);
      expect(await desk.refused('posts/archivist/fill', { personId: 'cy', when: '2019-08-02' })).toMatchObject({
        code: 'POST_ALREADY_FILLED',
      });
      expect((await table('posts', { occupancy: 'filled' })).count).toMatchObject(exactly(1));
      await tell('posts/archivist/vacate', { personId: 'ada', when: '2019-08-15' }, 1);
      expect((await post('archivist'))['person_ids']).toEqual(['ben']);
      expect((await table('incumbency', { status: 'incumbent' })).count).toMatchObject(exactly(1));
    });

    it('one person shares the week between two posts, and no more', async () => {
      await tell('posts/archivist/fill', { personId: 'ada', share: 60 }, 1);
      await tell('posts/cataloguer-1/fill', { personId: 'ada', share: 40 }, 1);
      expect((await table('incumbency', { person_id: 'ada' })).count).toMatchObject(exactly(2));
      expect(await desk.refused('posts/branch-head-hill/fill', { personId: 'ada', share: 10 })).toMatchObject({
        code: 'PERSON_HOLDS_ANOTHER_POST',
        details: {
          posts: [
            { postId: 'archivist', share: 60 },
            { postId: 'cataloguer-1', share: 40 },
          ],
        },
      });
    });

    it('a frozen post is not filled until the freeze is lifted', async () => {
      await tell('posts/archivist/freeze', { authority: { kind: 'decision', reference: 'Council 7/2019' } });
      expect(await desk.refused('posts/archivist/fill', { personId: 'ada' })).toMatchObject({ code: 'POST_FROZEN' });
      expect((await table('incumbency', { person_id: 'ada' })).rows).toEqual([]);
      await tell('posts/archivist/unfreeze', {});
      await tell('posts/archivist/fill', { personId: 'ada' }, 1);
      expect(await post('archivist')).toMatchObject({ standing: 'live', occupancy: 'filled' });
    });

    it('an officer in charge leaves the post vacant', async () => {
      await tell('posts/branch-head-harbour/officer-in-charge', { personId: 'ben', grade: 'A-1' });
      expect(await post('branch-head-harbour')).toMatchObject({
        occupancy: 'vacant',
        acting: 1,
        acting_person_id: 'ben',
      });
      expect((await table('posts', { occupancy: 'filled' })).count).toMatchObject(exactly(0));
      expect((await table('posts', { occupancy: 'vacant' })).count).toMatchObject(exactly(4));
      await tell('posts/branch-head-harbour/officer-in-charge/end', {});
      expect(await post('branch-head-harbour')).toMatchObject({ acting: 0 });
    });

    it('no more posts are told apart than are possibly approved', async () => {
      for (const number of [1, 2, 3, 4]) {
        await tell(
          'blocks/digitisation/identify',
          { postId: `scanner-${number}`, title: 'Scanner', unitId: 'central' },
          1,
        );
      }
      expect(
        await desk.refused('blocks/digitisation/identify', { postId: 'scanner-5', title: 'Scanner' }),
      ).toMatchObject({
        code: 'BLOCK_EXHAUSTED',
      });
      expect((await ask<EstablishmentAnswer>('establishment')).blocks[0]!.identified).toMatchObject(exactly(4));
    });

    it('advice approves nothing, and an approval names its authority', async () => {
      const said = { name: 'Evening staff', count: '10-12' };
      const advice = { kind: 'recommendation', reference: 'Reader council' };
      expect(await desk.refused('blocks/evening/approve', { ...said, authority: advice })).toMatchObject({
        code: 'RECOMMENDATION_IS_NOT_APPROVAL',
        pointer: '/authority/kind',
      });
      const nobody = { kind: 'decision', reference: ' ' };
      expect(await desk.refused('blocks/evening/approve', { ...said, authority: nobody })).toMatchObject({
        code: 'APPROVAL_WITHOUT_AUTHORITY',
      });
      await tell('blocks/evening/propose', said);
      const { blocks, groups } = await ask<EstablishmentAnswer>('establishment');
      expect(blocks.find(({ id }) => id === 'evening')).toMatchObject({
        proposed: between(10, 12),
        approved: NOT_REPORTED,
      });
      expect(groups.map(({ group }) => group)).toEqual(['digital']);
    });

    it('a time-limited post goes on as far as it is extended', async () => {
      await tell('posts/archivist/extend', { until: '2019-12-31' });
      expect(await desk.refused('posts/archivist/lapse', { when: '2019-10-01' })).toMatchObject({
        code: 'POST_STILL_EXTENDED',
      });
      await tell('posts/archivist/lapse', { when: '2020-01-01' });
      expect(await post('archivist', { validOn: '2019-12-31' })).toMatchObject({ standing: 'live' });
      expect(await post('archivist', { validOn: '2020-01-01' })).toMatchObject({ standing: 'lapsed' });
    });

    it('an erased person takes no post any more; what was counted stays counted', async () => {
      await tell('posts/archivist/fill', { personId: 'ada' }, 1);
      cadre.clock.moveTo('2019-08-01T09:00:00.000Z');
      await tell('posts/archivist/vacate', { personId: 'ada' }, 1);
      cadre.clock.moveTo('2019-09-01T09:00:00.000Z');
      await tell('persons/ada/erase', {});
      expect(await desk.refused('posts/cataloguer-1/fill', { personId: 'ada' })).toMatchObject({
        code: 'PERSON_ERASED',
      });
      expect((await table('incumbency', { validOn: '2019-07-20' })).count).toMatchObject(exactly(1));
      expect((await table('incumbency')).count).toMatchObject(exactly(0));
    });
  });

  describe('promises, evaluations and teams', () => {
    it('a promise re-dated twice keeps the first date, and each date is believed at its time', async () => {
      expect(await desk.refused('commitments/harbour-reopens/redate', { due: { phrase: 'Q4 2019' } })).toMatchObject({
        code: 'REASON_REQUIRED',
        pointer: '/reason',
      });
      await tell('commitments/harbour-reopens/redate', {
        due: { phrase: '2019年第四季度' },
        reason: 'The roof leaks.',
      });
      cadre.clock.moveTo('2019-11-01T09:00:00.000Z');
      await tell('commitments/harbour-reopens/redate', { due: { phrase: 'early 2020' }, reason: 'It still leaks.' });
      expect(await promise('harbour-reopens')).toMatchObject({
        redates: 2,
        firstDue: { earliest: '2019-07-01', latest: '2019-09-30' },
        due: { earliest: '2020-01-01', latest: '2020-04-30', phrase: 'early 2020' },
        overdue: 'no',
        overdueFrom: '2020-05-01',
      });
      expect(await promise('harbour-reopens', { validOn: '2019-10-31', knownAt: '2019-10-31' })).toMatchObject({
        redates: 1,
        due: { earliest: '2019-10-01', latest: '2019-12-31' },
      });
      expect(await promise('harbour-reopens', { validOn: PLAN_DATED, knownAt: PLAN_DATED })).toMatchObject({
        redates: 0,
      });
      const late = { validOn: '2020-05-01', knownAt: '2020-05-01' };
      expect((await promise('harbour-reopens', late)).overdue).toBe('yes');
      expect(await desk.refused('commitments/harbour-reopens/miss', {})).toMatchObject({
        code: 'COMMITMENT_NOT_YET_DUE',
      });
      expect(
        await desk.refused('commitments/harbour-reopens/meet', { when: { phrase: 'October 2019' } }),
      ).toMatchObject({ code: 'CONTRADICTS_LATER_FACT', details: { contradicted: [{ type: 'CommitmentRedated' }] } });
      cadre.clock.moveTo('2020-01-10T09:00:00.000Z');
      await tell('commitments/harbour-reopens/meet', {});
      expect((await promise('harbour-reopens', late)).statuses).toEqual(['met']);
    });

    it('a promise that was possibly kept is possibly overdue', async () => {
      cadre.clock.moveTo('2019-09-15T09:00:00.000Z');
      await tell('commitments/catalogue-online/meet', { when: { phrase: '2019年9月' } });
      expect((await promise('catalogue-online', { validOn: '2019-09-10' })).overdue).toBe('possibly');
      const answer = await ask<PromisesAnswer>('promises', { validOn: '2019-09-10', overdue: true });
      expect(answer.overdue).toMatchObject(between(0, 1));
    });

    it('an evaluation put off keeps its first date and is not made twice', async () => {
      expect(await desk.refused('evaluations/reader-survey/defer', { due: { phrase: '2019年8月' } })).toMatchObject({
        code: 'DUE_NOT_LATER',
      });
      await tell('evaluations/reader-survey/defer', { due: { phrase: 'first half of 2020' } });
      await tell('evaluations/reader-survey/defer', { due: { phrase: '2020年底' } });
      const survey = valuesOf((await table('evaluations')).rows[0]);
      expect(survey).toMatchObject({
        status: 'deferred',
        first_due_phrase: 'Q3 2019',
        due_phrase: '2020年底',
        due_earliest: '2020-09-01',
        due_latest: '2020-12-31',
      });
      expect(await desk.refused('evaluations/reader-survey/report', {})).toMatchObject({
        code: 'EVALUATION_NOT_COMPLETED',
      });
      await tell('evaluations/reader-survey/complete', {});
      expect(await desk.refused('evaluations/reader-survey/start', {})).toMatchObject({
        code: 'EVALUATION_ALREADY_COMPLETED',
      });
    });

    it('a team has the members told of, until it stands down, and may be brought back under another name', async () => {
      const crew = async () => (await ask<TeamsAnswer>('teams-overview')).teams[0]!;
      expect((await crew()).members).toMatchObject(NOT_REPORTED);
      await tell('teams/bookmobile/assign-member', { personId: 'ada', function: 'driver' });
      await tell('teams/bookmobile/assign-member', { personId: 'ben' });
      await tell('teams/bookmobile/release-member', { personId: 'ada' });
      expect((await crew()).members).toMatchObject(exactly(1));
      await tell('teams/bookmobile/stand-down', {});
      expect(await crew()).toMatchObject({ statuses: ['stood down'], certain: true });
      expect((await ask<TeamsAnswer>('teams-overview')).standing).toMatchObject(exactly(0));
      expect(await desk.refused('teams/bookmobile/approve', {})).toMatchObject({ code: 'TEAM_STOOD_DOWN' });
      await tell('teams/bookmobile/stand-up', {});
      await tell('teams/bookmobile/rename', { to: 'Library boat' });
      expect(await crew()).toMatchObject({ name: 'Library boat', statuses: ['standing'], certain: true });
      expect((await ask<TeamsAnswer>('teams-overview')).standing).toMatchObject(exactly(1));
    });
  });

  describe('sources', () => {
    it('that disagree are both kept, and shown side by side', async () => {
      const undated = { earliest: null, latest: null, phrase: 'in use from the start' };
      await tell('sources/gazette/register', { document: 'Harbour Gazette', when: undated });
      await tell('sources/plan/register', { document: DOCUMENT, dated: PLAN_DATED, datedHow: 'stated', when: undated });
      const figure = (value: number) => [{ what: 'staff to move', value, unit: 'people', qualifier: 'about' }];
      const claim = { category: 'indicator', topic: 'staff-moving', text: 'So many will move.' };
      await tell('sources/gazette/statements', { ...claim, statementId: 's1', figures: figure(40) });
      await tell('sources/plan/statements', { ...claim, statementId: 's1', figures: figure(25) });
      const claims = await table('statements', { topic: 'staff-moving' });
      expect(claims.count).toMatchObject(exactly(2));
      expect(claims.rows.map((row) => valuesOf(row)['figures'])).toEqual([figure(40), figure(25)]);
    });

    it('a wording that says no days, a reversed window and a two-way date are refused', async () => {
      const redate = (due: object) => desk.refused('commitments/harbour-reopens/redate', { due, reason: 'Late.' });
      expect(await redate({ phrase: 'when the roof is mended' })).toMatchObject({
        status: 422,
        code: 'PHRASE_NOT_READABLE',
      });
      expect(await redate({ earliest: '2020-02-01', latest: '2020-01-01', phrase: 'winter' })).toMatchObject({
        status: 422,
        code: 'WINDOW_REVERSED',
      });
      expect(await redate({ on: '03/04/2020' })).toMatchObject({ status: 422, code: 'DATE_AMBIGUOUS' });
      expect(await redate({ earliest: '2020-01-01', latest: '2020-02-01' })).toMatchObject({
        code: 'WINDOW_WITHOUT_PHRASE',
      });
      expect(await redate({ earliest: '2020-01-01', latest: '2020-01-31', phrase: 'early 2020' })).toMatchObject({
        code: 'WINDOW_NARROWED',
      });
    });

    it('what is told live of long ago is believed from today on only', async () => {
      await tell('units/libraries/relocate', { place: 'Pier 4', when: { phrase: 'late 2018' } });
      const places = async (query: Query) => possible(rowOf(await table('units', query), 'libraries'), 'place');
      expect(await places({ validOn: '2019-01-01' })).toEqual(expect.arrayContaining(['Pier 4']));
      expect(await places({ validOn: '2019-07-01' })).toEqual(['Pier 4']);
      expect(await places({ validOn: '2019-07-01', knownAt: '2019-07-14' })).toEqual([null]);
    });

    it('every number can be explained by the history of what was counted', async () => {
      await tell('posts/archivist/fill', { personId: 'ada' }, 1);
      const explained = await ask<{ answer: TableAnswer; histories: HistoryAnswer[] }>('explain', {
        table: 'posts',
        occupancy: 'filled',
      });
      expect(explained.answer.count).toMatchObject(exactly(1));
      expect(explained.histories.map(({ stream }) => stream)).toEqual(['post-archivist']);
      expect(explained.histories[0]!.entries.map(({ type }) => type)).toEqual(['PostEstablished', 'PostFilled']);
    });
  });
});

describe('A plan that does not hold', () => {
  it('is kept out whole, and every line says what is wrong with it', async () => {
    const unheardOf: Line = {
      stream: 'unit-attic',
      event: { type: 'OrgUnitHaunted', data: {} },
      effective: '2019-01-01',
    };
    const notStanding: Line = {
      stream: 'unit-cellar',
      event: { type: 'OrgUnitRenamed', data: { from: null, to: 'Vault' } },
      effective: '2019-01-01',
    };
    const cadre = await serveLoaded({
      now: '2019-07-15T09:00:00.000Z',
      document: DOCUMENT,
      carriedOverFrom: PLAN_DATED,
      lines: [...THE_PLAN, unheardOf, notStanding],
    });
    try {
      expect(cadre.report.recorded).toBe(false);
      const codes = cadre.report.rows.flatMap(({ refusal }) => refusal?.code ?? []);
      expect(codes).toEqual(['EVENT_NOT_OF_STREAM', 'UNIT_NOT_ESTABLISHED']);
      expect((await deskOf(cadre).ask<EntriesAnswer>('entries')).entries).toEqual([]);
    } finally {
      await cadre.stop();
    }
  });
});
