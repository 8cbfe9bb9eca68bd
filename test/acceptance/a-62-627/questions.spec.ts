import {
  type BlockAnswer,
  type EntriesAnswer,
  type EstablishmentAnswer,
  type HistoryAnswer,
  type HistoryEntry,
  type NarrativeAnswer,
  type PromiseAnswer,
  type PromisesAnswer,
  type Receipt,
  type TableAnswer,
  type TeamsAnswer,
  type UnitNode,
  type UnitsAnswer,
} from '@cadre/contract';
import { deployments, movedUp, stopServers } from '../../support/deployments.js';
import { serveCadre, type ServedCadre } from '../../support/serve-cadre.js';
import {
  between,
  type Desk,
  deskOf,
  exactly,
  idsOf,
  NOT_REPORTED,
  possible,
  type Query,
  rowOf,
  sorted,
  valuesOf,
} from '../support.js';

/** Longest that loading the example may take on a busy machine. */
const LOADING_MS = 120_000;

/** The date of the report: effective and known unless a question says otherwise. */
const REPORT = '2007-12-31';
const AT_REPORT = { validOn: REPORT, knownAt: REPORT };
const IOT = 'integrated operational team';
const IN_TWO_DEPARTMENTS = { unit_id: 'dpko,dfs', within: true };

const SIX_TEAMS = [
  'asia-middle-east',
  'darfur',
  'europe-latin-america',
  'great-lakes',
  'unmis-other-africa',
  'west-africa',
];

/** The twenty promises in the order they fall overdue, with the first day of that; null for one without an end. */
const OVERDUE_FROM: readonly (readonly [from: string | null, facts: readonly string[], total: number])[] = [
  ['2008-01-01', ['A06'], 1],
  ['2008-02-01', ['A05', 'D06'], 3],
  ['2008-04-01', ['A04', 'P07', 'T10', 'Y05'], 7],
  ['2008-05-01', ['A09', 'P02', 'P18', 'T09', 'G03', 'S04'], 13],
  ['2008-06-01', ['P09'], 14],
  ['2008-07-01', ['Y01', 'Y04', 'E02'], 17],
  ['2008-09-01', ['S09'], 18],
  ['2009-05-01', ['S08'], 19],
  [null, ['P12'], 20],
];

afterAll(stopServers);

describe.each([...deployments, movedUp])('What A/62/627 answers, kept in $name,', (on) => {
  let cadre: ServedCadre;
  let desk: Desk;

  beforeAll(async () => {
    cadre = await serveCadre({ now: '2009-06-01T09:00:00.000Z', example: true, on });
    desk = deskOf(cadre);
  }, LOADING_MS);
  afterAll(() => cadre.stop());

  const ask = <Answer>(path: string, query: Query = {}): Promise<Answer> =>
    desk.ask<Answer>(path, { ...AT_REPORT, ...query });
  const table = (name: string, query: Query = {}): Promise<TableAnswer> => ask<TableAnswer>(name, query);
  const teams = (query: Query = {}): Promise<TeamsAnswer> =>
    ask<TeamsAnswer>('teams-overview', { kind: IOT, ...query });
  const block = async (id: string, query: Query = {}): Promise<BlockAnswer> =>
    one(await ask<EstablishmentAnswer>('establishment', query), id);
  const promisesAbout = async (about: string): Promise<readonly PromiseAnswer[]> =>
    (await ask<PromisesAnswer>('promises', { about })).promises;

  describe('on the integrated operational teams', () => {
    it('1. How many of the six are standing? One: Darfur, in Africa I, since the end of October 2007', async () => {
      const answer = await teams();
      expect(answer.standing).toMatchObject(exactly(1));
      expect(answer.known).toMatchObject(exactly(6));
      const standing = answer.teams.filter(({ statuses }) => statuses.includes('standing'));
      expect(standing).toHaveLength(1);
      expect(standing[0]).toMatchObject({
        id: 'darfur',
        unitName: 'Africa I Division',
        certain: true,
        statuses: ['standing'],
        stoodUp: {
          earliest: '2007-10-21',
          latest: '2007-10-31',
          phrase: '2007 年 10 月底',
          inWords: 'end of October 2007',
        },
      });
      expect(standing[0]!.because).toContainEqual(reason('T07', '19'));
      expect(await table('teams', { kind: IOT, status: 'standing' })).toMatchObject({
        count: exactly(1),
        rows: [{ id: 'darfur', states: [{ because: reason('T07', '19') }] }],
      });
    });

    it('2. And on 15 October 2007? None', async () => {
      const answer = await teams({ validOn: '2007-10-15' });
      expect(answer.standing).toMatchObject(exactly(0));
      expect(answer.known.atMost).toBe(6);
    });

    it('3. And on 25 October 2007? None or one: the source says "end of October"', async () => {
      const answer = await teams({ validOn: '2007-10-25' });
      expect(answer.standing).toMatchObject(between(0, 1));
      expect(answer.standing.because).toContainEqual(reason('T07', '19'));
      const darfur = named(answer.teams, 'darfur');
      expect(darfur.certain).toBe(false);
      expect(darfur.stoodUp).toMatchObject({
        earliest: '2007-10-21',
        latest: '2007-10-31',
        phrase: '2007 年 10 月底',
        inWords: 'end of October 2007',
      });
    });

    it('4. When are the other five expected? Early 2008 (para. 20), and all in the first quarter (para. 14): both are shown', async () => {
      for (const id of SIX_TEAMS.filter((team) => team !== 'darfur')) {
        const promises = await promisesAbout(`team-${id}`);
        expect(promises.map(({ id: promise }) => promise).sort()).toEqual([
          'all-teams-functioning',
          'other-five-teams',
        ]);
        expect(named(promises, 'other-five-teams')).toMatchObject({
          due: { earliest: '2008-01-01', latest: '2008-04-30', inWords: 'early 2008' },
          statuses: ['open'],
          because: [reason('T09', '20')],
        });
        expect(named(promises, 'other-five-teams').due.phrase).toContain('as soon as the specialists are on board');
        expect(named(promises, 'all-teams-functioning')).toMatchObject({
          due: { earliest: '2008-01-01', latest: '2008-03-31', inWords: 'first quarter of 2008' },
          because: [reason('T10', '14')],
        });
        const team = named((await teams()).teams, id);
        expect(team.promises.map(({ id: promise }) => promise).sort()).toEqual([
          'all-teams-functioning',
          'other-five-teams',
        ]);
      }
    });

    it('5. What composition is planned by division? Two, two, one, and one with two sub-teams sharing a pool', async () => {
      const answer = await teams();
      const byUnit = Object.fromEntries(
        answer.byUnit.map(({ unitName, teams: count, subTeams }) => [
          unitName,
          [count.atLeast, count.atMost, subTeams.atLeast ?? 0],
        ]),
      );
      expect(byUnit).toEqual({
        'Africa I Division': [2, 2, 0],
        'Africa II Division': [2, 2, 0],
        'Europe and Latin America Division': [1, 1, 0],
        'Asia and Middle East Division': [1, 1, 2],
      });
      expect(answer.teams.map(({ id }) => id).sort()).toEqual(SIX_TEAMS);
      expect(named(answer.teams, 'asia-middle-east').subTeams).toEqual([
        { id: 'asia', name: 'Asia', sharesPool: true },
        { id: 'middle-east', name: 'Middle East', sharesPool: true },
      ]);
      for (const team of answer.teams) {
        expect(team.composition).toEqual([
          { what: 'military', atLeast: 2, atMost: 2 },
          { what: 'police', atLeast: 2, atMost: 2 },
          { what: 'support', atLeast: 2, atMost: 2 },
        ]);
      }
      expect(named(answer.teams, 'west-africa').because).toContainEqual(reason('T04', '18'));
    });

    it('6. How many posts were requested, approved, not approved? 42, 25 and 17; 7 General Service; 32 approved in all', async () => {
      const specialists = await block('iot-specialists');
      expect(specialists).toMatchObject({
        statuses: ['partly approved'],
        proposed: exactly(42),
        approved: exactly(25),
        notApproved: exactly(17),
      });
      expect(specialists.notApproved.wording).toBe('proposed less approved');
      expect(specialists.because).toEqual(expect.arrayContaining([reason('P03', '17'), reason('P04', '17')]));
      expect(await block('iot-general-service')).toMatchObject({ grade: 'General Service', approved: exactly(7) });
      const { groups } = await ask<EstablishmentAnswer>('establishment');
      expect(groups).toHaveLength(1);
      expect(groups[0]).toMatchObject({ group: 'integrated operational teams', approved: exactly(32) });
    });

    it('8. How many of the 25 are filled? Not reported; they are advertised, and due in the first quarter of 2008', async () => {
      const specialists = await block('iot-specialists');
      expect(specialists.onDuty).toMatchObject(NOT_REPORTED);
      expect(specialists.selected).toMatchObject(NOT_REPORTED);
      expect(specialists.stillToReport).toMatchObject(NOT_REPORTED);
      expect(specialists.advertised).toMatchObject(exactly(25));
      expect(specialists.advertised.wording).toContain('Galaxy');
      expect(specialists.advertised.because).toContainEqual(reason('P06', '17'));
      expect(specialists.promises).toMatchObject([
        { id: 'iot-specialists-recruited', due: { earliest: '2008-01-01', latest: '2008-03-31' }, overdue: false },
      ]);
      expect(specialists.cells.filter(({ stage }) => stage === 'on duty' || stage === 'selected')).toEqual([]);
      expect(cellsIn(specialists)).toBe(25);
    });

    it('10. Is any at its proposed strength of six? Not reported, and the text disagrees with itself: all claims are shown', async () => {
      const answer = await teams();
      for (const team of answer.teams) expect(team.members).toMatchObject(NOT_REPORTED);
      const full = answer.teams.filter(({ strengthWording }) => strengthWording === 'full').map(({ id }) => id);
      expect(full.sort()).toEqual(SIX_TEAMS.filter((id) => id !== 'asia-middle-east'));
      const claims = await table('statements', { topic: 'iot-strength' });
      const said = claims.rows.map((row) => ({ ...valuesOf(row), fact: row.states[0]!.because.fact }));
      expect(sorted(said.map(({ fact }) => fact))).toEqual(['P03', 'P04', 'T01', 'T02', 'T03', 'T04', 'T05']);
      expect(JSON.stringify(said)).toContain('six specialists each'); // para. 17: six teams of six
      expect(JSON.stringify(said)).toContain('not every team will have specialists in full'); // para. 17
      expect(JSON.stringify(said)).toContain('called full'); // para. 18
      expect(rowOf(claims, 'a-62-627').states[0]!.because).toMatchObject({ document: 'A/62/627' });
    });
  });

  describe('on posts', () => {
    it('9. How many additional posts were approved and how many are filled? 152; not reported, the majority by early 2008', async () => {
      const additional = await block('additional-posts');
      expect(additional).toMatchObject({
        statuses: ['approved'],
        certain: true,
        group: null,
        approved: exactly(152),
        proposed: NOT_REPORTED,
        notApproved: NOT_REPORTED,
        identified: NOT_REPORTED,
        advertised: NOT_REPORTED,
        selected: NOT_REPORTED,
        onDuty: NOT_REPORTED,
        stillToReport: NOT_REPORTED,
      });
      expect(additional.approved.because).toContainEqual(reason('P01', '9'));
      expect(cellsIn(additional)).toBe(152);
      expect(additional.cells.map(({ stage }) => stage)).not.toContain('on duty');
      expect(await promisesAbout('block-additional-posts')).toMatchObject([
        {
          id: 'additional-posts-majority',
          due: { earliest: '2008-01-01', latest: '2008-04-30', inWords: 'early 2008' },
          measure: { wording: 'majority', of: 152, arithmeticMinimum: 77 },
          because: [reason('P02', '9')],
        },
      ]);
    });

    it('11. Which senior posts at Headquarters are filled? Four, and one has an acting head', async () => {
      const filled = await table('posts', { ...IN_TWO_DEPARTMENTS, seniority: 'senior', occupancy: 'filled' });
      expect(filled.count).toMatchObject(exactly(4));
      const since = Object.fromEntries(
        filled.rows.map((row) => {
          const { filled_earliest, filled_latest, filled_phrase } = valuesOf(row);
          return [row.id, [filled_earliest, filled_latest, filled_phrase]];
        }),
      );
      expect(since).toEqual({
        'asg-peacekeeping-operations': [null, REPORT, 'by report'],
        'asg-orolsi': ['2007-09-01', '2007-09-10', '2007 年 9 月初'],
        'chief-of-staff-dpko': ['2007-10-01', '2007-10-10', '10 月初'],
        'police-adviser': ['2007-09-01', '2007-09-30', '9 月'],
      });
      const because = Object.fromEntries(filled.rows.map((row) => [row.id, row.states[0]!.because]));
      expect(because).toMatchObject({
        'asg-peacekeeping-operations': reason('A01', '8'),
        'asg-orolsi': reason('A02', '8,26'),
        'chief-of-staff-dpko': reason('A03', '8,14'),
        'police-adviser': reason('A10', '28'),
      });
      const acting = await table('posts', { ...IN_TWO_DEPARTMENTS, acting: 1 });
      expect(acting.count).toMatchObject(exactly(1));
      expect(valuesOf(acting.rows[0])).toMatchObject({
        title: 'Under-Secretary-General for Field Support',
        occupancy: 'vacant',
        acting_grade: 'ASG',
        person_ids: [],
      });
      expect(acting.rows[0]!.states[0]!.because).toMatchObject(reason('A07', '8,10'));
    });

    it('12. Which senior posts are outstanding and when expected? Six; one has no date', async () => {
      const vacant = await table('posts', { ...IN_TWO_DEPARTMENTS, seniority: 'senior', occupancy: 'vacant' });
      expect(vacant.count).toMatchObject(exactly(6));
      const due: Record<string, unknown> = {};
      for (const { id } of vacant.rows) {
        due[id] = (await promisesAbout(`post-${id}`)).map((it) => [it.due.inWords, it.due.earliest, it.due.latest]);
      }
      expect(due).toEqual({
        'military-adviser': [['first quarter of 2008', '2008-01-01', '2008-03-31']],
        'director-africa-1': [['January 2008', '2008-01-01', '2008-01-31']],
        'director-africa-2': [['January 2008', '2008-01-01', '2008-01-31']],
        'director-field-budget-and-finance': [['end of December 2007', '2007-12-21', '2007-12-31']],
        'director-field-personnel': [['end of December 2007', '2007-12-21', '2007-12-31']],
        'usg-field-support': [],
      });
      const recruited = rowOf(await table('recruitment', { post_id: 'usg-field-support' }), 'usg-field-support');
      expect(valuesOf(recruited)).toMatchObject({ stage: 'advertised' });
      expect(recruited.states[0]!.because).toMatchObject(reason('A08', '8'));
    });

    it('14. What is the story of the Military Adviser? Raised, selected, announced, withdrew, nominations asked, vacant, due', async () => {
      const post = await ask<HistoryAnswer>('history/post-military-adviser', { validOn: undefined });
      expect(toldIn(post)).toEqual(['PostEstablished', 'PostReclassified', 'PostVacated']);
      expect(post.entries[1]).toMatchObject({
        effective: { earliest: '2007-07-01', latest: '2007-07-01', inWords: '1 July 2007' },
        data: { to: 'ASG' },
        ...told('P08', '22'),
      });
      const story = await ask<HistoryAnswer>('history/case-military-adviser', { validOn: undefined });
      expect(toldIn(story)).toEqual([
        'RecruitmentOpened',
        'CandidateSelected',
        'CandidateAnnounced',
        'CandidateWithdrew',
        'NominationsRequested',
      ]);
      const [, selected, , withdrew, asked] = story.entries;
      expect(selected).toMatchObject(reason('R01', '22'));
      expect(withdrew).toMatchObject({
        ...told('R02', '22'),
        effective: { earliest: '2007-07-01', latest: '2007-11-10' },
      });
      expect(asked).toMatchObject({
        ...told('R03', '22'),
        effective: { earliest: '2007-11-01', latest: '2007-11-10', inWords: 'early November 2007' },
        data: { askedOf: 'the five largest troop contributors', askedCount: 5 },
      });
      expect(valuesOf((await table('posts', { stream: 'post-military-adviser' })).rows[0])).toMatchObject({
        grade: 'ASG',
        occupancy: 'vacant',
      });
      expect(await promisesAbout('post-military-adviser')).toMatchObject([
        { due: { inWords: 'first quarter of 2008' }, statuses: ['open'], because: [reason('A04', '8')] },
      ]);
    });

    it('22. The standing police capacity: authorized, selected, reported, still to report? 27, 27, 18, and 9 derived', async () => {
      const capacity = await block('standing-police-capacity');
      expect(capacity).toMatchObject({
        approved: exactly(27),
        selected: exactly(27),
        onDuty: exactly(18),
        stillToReport: exactly(9),
      });
      expect(capacity.approved.because).toContainEqual(reason('S01', '58'));
      expect(capacity.selected.because).toContainEqual(reason('S02', '58'));
      expect(capacity.onDuty.because).toContainEqual(reason('S03', '58'));
      expect(capacity.onDuty.because[0]!.effective).toMatchObject({ earliest: '2007-04-01', latest: '2007-12-31' });
      expect(capacity.stillToReport.wording).toBe('selected less on duty');
      expect(((capacity.onDuty.atLeast! / capacity.approved.atLeast!) * 100).toFixed(1)).toBe('66.7');
      expect(valuesOf(rowOf(await table('blocks'), 'standing-police-capacity'))['breakdown']).toEqual([
        { what: 'professional', count: { atLeast: 25, atMost: 25 } },
        { what: 'administrative', count: { atLeast: 2, atMost: 2 } },
      ]);
      expect(capacity.promises).toContainEqual(
        expect.objectContaining({
          id: 'standing-police-capacity-operational',
          due: expect.objectContaining({ inWords: 'early 2008' }) as unknown,
        }),
      );
    });

    it('23. How many of it were on board on 15 August 2007? Unknown, between 0 and 18: only the total of the period is given', async () => {
      const capacity = await block('standing-police-capacity', { validOn: '2007-08-15' });
      expect(capacity.onDuty).toMatchObject(between(0, 18));
      expect(capacity.onDuty.because).toContainEqual(reason('S03', '58'));
      expect(capacity.certain).toBe(false);
    });

    it('28. Are the 2,500 career posts approved? No: proposed, advised against, before the Assembly', async () => {
      const career = await block('career-peacekeepers');
      expect(career).toMatchObject({
        statuses: ['not recommended'],
        certain: true,
        proposed: exactly(2500),
        approved: NOT_REPORTED,
        notApproved: NOT_REPORTED,
      });
      expect(career.because).toEqual(expect.arrayContaining([reason('P10', '40'), reason('P11', '42')]));
      expect(valuesOf(rowOf(await table('blocks'), 'career-peacekeepers'))).toMatchObject({
        advised_against_by: 'ACABQ',
      });
      expect(await promisesAbout('block-career-peacekeepers')).toMatchObject([
        {
          id: 'assembly-considers-reforms',
          statuses: ['open'],
          overdueFrom: null,
          due: { phrase: '第六十二届会议期间' },
        },
      ]);
    });
  });

  describe('on the structure', () => {
    it('16. Who was the parent of the Situation Centre on 30 June and on 1 July 2007? Operations, then the Office of the USG', async () => {
      const before = await ask<UnitsAnswer>('units-tree', { validOn: '2007-06-30' });
      const after = await ask<UnitsAnswer>('units-tree', { validOn: '2007-07-01' });
      const parent = ({ units }: UnitsAnswer): readonly string[] =>
        named(units, 'situation-centre').parentIds.flatMap((id) => named<UnitNode>(units, id!).names[0]!);
      expect(parent(before)).toEqual(['Office of Operations']);
      expect(parent(after)).toEqual(['Office of the Under-Secretary-General for Peacekeeping Operations']);
      expect(named(before.units, 'situation-centre')).toMatchObject({ certain: true });
      expect(named(after.units, 'situation-centre').because).toContainEqual(reason('O07', '16'));
    });

    it('18. Which structural changes are dated exactly 1 July 2007? Six', async () => {
      const types = 'OrgUnitEstablished,OrgUnitRenamed,OrgUnitTransferred,OrgUnitsMerged,OrgUnitSplit,PostReclassified';
      const exact = await ask<EntriesAnswer>('entries', { validOn: undefined, on: '2007-07-01', types });
      expect(exact.count).toBe(6);
      expect(exact.entries.map(({ fact, type, stream }) => [fact, type, stream])).toEqual([
        ['O01', 'OrgUnitEstablished', 'unit-dfs'],
        ['O07', 'OrgUnitTransferred', 'unit-situation-centre'],
        ['O05', 'OrgUnitEstablished', 'unit-public-affairs-unit'],
        ['O08', 'OrgUnitRenamed', 'unit-office-of-military-affairs'],
        ['O13', 'OrgUnitEstablished', 'unit-dpet'],
        ['P08', 'PostReclassified', 'post-military-adviser'],
      ]);
    });

    it('21. What is in the Policy, Evaluation and Training Division? Four units, two of them new', async () => {
      const inside = await table('units', { parent_id: 'dpet' });
      expect(inside.count).toMatchObject(exactly(4));
      expect(idsOf(inside)).toEqual([
        'best-practices-section',
        'evaluation-unit',
        'integrated-training-service',
        'partnerships-unit',
      ]);
      const because = Object.fromEntries(inside.rows.map((row) => [row.id, row.states[0]!.because]));
      expect(because).toMatchObject({
        'best-practices-section': { ...told('O14', '31'), type: 'OrgUnitTransferred' },
        'integrated-training-service': { ...told('O14', '31'), type: 'OrgUnitTransferred' },
        'evaluation-unit': { ...told('O15', '31,33'), type: 'OrgUnitEstablished' },
        'partnerships-unit': { ...told('O15', '31,33'), type: 'OrgUnitEstablished' },
      });
    });
  });

  describe('on evaluations, indicators and systems', () => {
    it('25. How many evaluations are completed and planned? One (UNTSO) and three, subjects not named', async () => {
      const completed = await table('evaluations', { status: 'completed' });
      expect(completed.count).toMatchObject(exactly(1));
      expect(valuesOf(completed.rows[0])).toMatchObject({
        subject: 'United Nations Truce Supervision Organization (UNTSO)',
        completed_phrase: 'undated',
      });
      expect(completed.rows[0]!.states[0]!.because).toMatchObject(reason('E01', '33'));
      const planned = await table('evaluations', { status: 'planned' });
      expect(planned.count).toMatchObject(exactly(3));
      for (const row of planned.rows) {
        expect(valuesOf(row)).toMatchObject({ subject: null, due_earliest: null, due_latest: '2008-06-30' });
        expect(row.states[0]!.because).toMatchObject(reason('E02', '33'));
      }
    });

    it('26. What share of senior posts do women hold, and how has it grown? 17 per cent; up by more than 40 per cent', async () => {
      const { rows } = await table('statements', { category: 'gender balance' });
      const figures = Object.fromEntries(rows.map((row) => [row.states[0]!.because.fact, valuesOf(row)['figures']]));
      expect(figures).toEqual({
        W01: [{ what: 'growth of women in senior civilian posts', value: 40, unit: 'percent', qualifier: 'more than' }],
        W02: [{ what: 'women in all senior posts', value: 17, unit: 'percent', qualifier: 'exactly' }],
        W07: [{ what: 'women among deployed uniformed personnel', value: 10, unit: 'percent', qualifier: 'exactly' }],
      });
      const growth = rows.find(({ states }) => states[0]!.because.fact === 'W01');
      expect(valuesOf(growth)).toMatchObject({ said_earliest: '2007-02-01', said_phrase: '自 2 月份以来' });
      expect(growth!.states[0]!.because).toMatchObject(reason('W01', '38'));
    });

    it('34. Which system is due when? Software in June, misconduct tracking in the second quarter, notes in the first', async () => {
      const { rows } = await table('statements', { category: 'system' });
      const due: Record<string, unknown> = {};
      for (const row of rows) {
        const [about] = valuesOf(row)['about'] as readonly string[];
        const promises = await table('commitments', { stream: about! });
        const { due_earliest, due_latest } = valuesOf(promises.rows[0]);
        due[row.states[0]!.because.fact!] = [due_earliest, due_latest];
        expect(promises.rows[0]!.states[0]!.because).toMatchObject({ fact: row.states[0]!.because.fact });
      }
      expect(due).toEqual({
        Y01: ['2008-06-01', '2008-06-30'],
        Y04: ['2008-04-01', '2008-06-30'],
        Y05: ['2008-01-01', '2008-03-31'],
      });
    });

    it('36. Tell paragraph 19 again', async () => {
      const { sentences } = await ask<NarrativeAnswer>('narrative');
      const first = sentences.find(
        ({ sentence }) =>
          sentence === 'The first integrated operational team was established at the end of October 2007.',
      );
      expect(first).toBeDefined();
      expect(first!.because).toContainEqual(reason('T07', '19'));
    });
  });

  describe('on what is overdue when nothing more is recorded', () => {
    const overdueOn = (day: string): Promise<PromisesAnswer> =>
      ask<PromisesAnswer>('promises', { validOn: day, knownAt: day, overdue: true });
    const factsOf = ({ promises }: PromisesAnswer): readonly unknown[] =>
      sorted(promises.map(({ because }) => because[0]!.fact));

    it('nothing is on the day of the report', async () => {
      expect((await overdueOn(REPORT)).overdue).toMatchObject(exactly(0));
    });

    it('31. On 1 January 2008? One: the two directors in the Department of Field Support', async () => {
      const answer = await overdueOn('2008-01-01');
      expect(answer.overdue).toMatchObject(exactly(1));
      expect(answer.promises).toMatchObject([
        { id: 'dfs-directors', overdue: 'yes', overdueFrom: '2008-01-01', because: [reason('A06', '8')] },
      ]);
    });

    it('32. On 1 April 2008? Seven, not yet the ones for early 2008', async () => {
      const answer = await overdueOn('2008-04-01');
      expect(answer.overdue).toMatchObject(exactly(7));
      expect(factsOf(answer)).toEqual(['A04', 'A05', 'A06', 'D06', 'P07', 'T10', 'Y05']);
    });

    const dated = OVERDUE_FROM.filter((step): step is [string, readonly string[], number] => step[0] !== null);
    it.each(dated)('from %s on, with %j, %i in all', async (from, _facts, total) => {
      const earlier = dated.filter(([day]) => day <= from).flatMap(([, facts]) => facts);
      const answer = await overdueOn(from);
      expect(factsOf(answer)).toEqual(earlier.toSorted());
      expect(answer.overdue).toMatchObject(exactly(total));
      const dayBefore = new Date(Date.parse(from) - 86_400_000).toISOString().slice(0, 10);
      const before = dated.filter(([day]) => day < from).at(-1)?.[2] ?? 0;
      expect((await overdueOn(dayBefore)).overdue).toMatchObject(exactly(before));
    });

    it('the one "during the sixty-second session" never is: its end is not told', async () => {
      const answer = await overdueOn('2030-01-01');
      expect(answer.overdue).toMatchObject(exactly(19));
      expect(factsOf(answer)).not.toContain('P12');
      const all = await ask<PromisesAnswer>('promises', { validOn: '2030-01-01', knownAt: '2030-01-01' });
      expect(all.promises).toHaveLength(20);
      expect(all.open).toMatchObject(exactly(20));
    });
  });

  describe('on what it leaves open', () => {
    it('152 and 32 are never added up', async () => {
      const answer = await ask<EstablishmentAnswer>('establishment');
      expect(one(answer, 'additional-posts').group).toBeNull();
      const numbers = JSON.stringify(answer)
        .match(/"(?:atLeast|atMost|count)":\d+/g)!
        .map((it) => Number(it.split(':')[1]));
      expect(numbers).not.toContain(152 + 32);
      expect(numbers).not.toContain(152 - 32);
      expect(answer.groups.map(({ group }) => group)).toEqual(['integrated operational teams']);
    });

    it('sources that disagree on the number of posts stand side by side', async () => {
      const claims = await table('statements', { topic: 'restructuring-posts' });
      const documents = claims.rows.map(({ states }) => states[0]!.because.document);
      expect(sorted(documents)).toEqual(['A/62/627', 'AP, 29 June 2007', 'GA/10602', 'GA/AB/3807']);
    });

    it('an abbreviation of two missions names both', async () => {
      const names = await table('names', { search: '联黎部队' });
      expect(sorted(names.rows.map((row) => valuesOf(row)['about']))).toEqual(['unit-unficyp', 'unit-unifil']);
    });

    it('a team is found by any of its names in the source', async () => {
      for (const search of ['综合行动组', '综合行动小组', '统筹行动小组']) {
        const names = await table('names', { search });
        expect(names.rows.map((row) => valuesOf(row)['about'])).toEqual(['integrated-operational-team']);
      }
    });

    it('what is told carries the document and is marked as carried over', async () => {
      const { entries } = await ask<EntriesAnswer>('entries', { validOn: undefined, fact: 'T07' });
      expect(entries).toMatchObject([
        { ...told('T07', '19'), carriedOver: true, recordedAt: '2007-12-31T00:00:00.000Z' },
      ]);
    });
  });
});

describe.each(deployments)('When the candidate for Military Adviser withdrew, kept in $name,', (on) => {
  const ON_20_OCTOBER = '2007-10-20';
  const CORRECTED = '2008-02-10';
  let cadre: ServedCadre;
  let desk: Desk;

  beforeEach(async () => {
    cadre = await serveCadre({ now: '2008-01-02T09:00:00.000Z', example: true, on });
    desk = deskOf(cadre);
  }, LOADING_MS);
  afterEach(() => cadre.stop());

  const stagesOn = async (validOn: string, knownAt: string, after?: number): Promise<readonly unknown[]> => {
    const query = { stream: 'case-military-adviser', validOn, knownAt, after };
    return possible((await desk.ask<TableAnswer>('recruitment', query)).rows[0]!, 'stage');
  };
  const stagesKnown = (knownAt: string, after?: number): Promise<readonly unknown[]> =>
    stagesOn(ON_20_OCTOBER, knownAt, after);
  const withdrawalTold = async (): Promise<HistoryEntry> => {
    const { entries } = await desk.ask<HistoryAnswer>('history/case-military-adviser');
    return entries.find(({ type }) => type === 'CandidateWithdrew')!;
  };
  const correct = (withdrawal: HistoryEntry, effective: object): Promise<Receipt> =>
    desk.tell('streams/case-military-adviser/corrections', {
      reason: 'The letter of withdrawal was found.',
      corrections: [
        {
          eventId: withdrawal.eventId,
          reason: 'The letter of withdrawal tells more.',
          retelling: {
            event: { type: 'CandidateWithdrew', data: withdrawal.data },
            effective,
            source: { document: 'Letter of withdrawal', paragraph: '1' },
          },
        },
      ],
    });

  it('is told exactly by a correction: the answer changes from that day on, and not for what was known before', async () => {
    const before = await stagesKnown(REPORT);
    expect(before).toEqual(['absent', 'announced', 'opened', 'selected', 'withdrawn']);

    cadre.clock.moveTo(`${CORRECTED}T10:00:00.000Z`);
    const withdrawal = await withdrawalTold();
    const { position } = await correct(withdrawal, { on: '2007-10-15' });

    expect(await stagesKnown(CORRECTED, position)).toEqual(['withdrawn']);
    expect(await stagesKnown(REPORT, position)).toEqual(before);
    expect(await stagesKnown('2008-02-09', position)).toEqual(before);
    const { entries } = await desk.ask<HistoryAnswer>('history/case-military-adviser', { after: position });
    expect(entries.find(({ eventId }) => eventId === withdrawal.eventId)!.retractedBy).not.toBeNull();
    expect(entries.at(-1)).toMatchObject({
      type: 'CandidateWithdrew',
      retells: withdrawal.eventId,
      document: 'Letter of withdrawal',
      effective: { earliest: '2007-10-15', latest: '2007-10-15' },
    });
  });

  it('keeps its place in the story when it is corrected and still not dated to the day', async () => {
    cadre.clock.moveTo(`${CORRECTED}T10:00:00.000Z`);
    const phrase = 'October or the first days of November 2007';
    const { position } = await correct(await withdrawalTold(), {
      earliest: '2007-10-01',
      latest: '2007-11-10',
      phrase,
    });
    expect(await stagesOn(REPORT, CORRECTED, position)).toEqual(['nominations requested']);
    expect(await stagesOn('2007-09-30', CORRECTED, position)).toEqual(['absent', 'announced', 'opened', 'selected']);
  });

  it('cannot be told by a second withdrawal: nobody was selected any more', async () => {
    cadre.clock.moveTo(`${CORRECTED}T10:00:00.000Z`);
    expect(await desk.refused('cases/military-adviser/withdraw', { when: '2007-10-15' })).toMatchObject({
      status: 409,
      code: 'NOBODY_SELECTED',
    });
  });

  it('shows from a new entry as well: the post was advertised again five days before', async () => {
    const before = await stagesKnown(REPORT);
    cadre.clock.moveTo(`${CORRECTED}T10:00:00.000Z`);
    const { position } = await desk.tell('cases/military-adviser/advertise', { when: '2007-10-16', channel: 'Galaxy' });
    expect(await stagesKnown(CORRECTED, position)).toEqual(['advertised']);
    expect(await stagesKnown(REPORT, position)).toEqual(before);
  });
});

/** What an entry of the report says of itself. */
const told = (fact: string, paragraph: string) => ({ document: 'A/62/627', paragraph, fact });

/** The same among the reasons of an answer, whatever else they say. */
const reason = (fact: string, paragraph: string): object => expect.objectContaining(told(fact, paragraph)) as object;

function named<Thing extends { readonly id: string }>(things: readonly Thing[], id: string): Thing {
  const thing = things.find((it) => it.id === id);
  if (!thing) throw new Error(`no ${id} among ${things.map((it) => it.id).join(', ')}`);
  return thing;
}

const one = ({ blocks }: EstablishmentAnswer, id: string): BlockAnswer => named(blocks, id);

const cellsIn = ({ cells }: BlockAnswer): number => cells.reduce((sum, { count }) => sum + count, 0);

/** The types that count, in canonical order. */
const toldIn = ({ order, entries }: HistoryAnswer): readonly string[] =>
  order.map((id) => entries.find(({ eventId }) => eventId === id)!.type);
