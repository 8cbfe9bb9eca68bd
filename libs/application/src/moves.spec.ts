import {
  AbolishPost,
  type Category,
  codec,
  EstablishPost,
  EstablishUnit,
  FillPost,
  FreezePost,
  PlanTeam,
  StandUpTeam,
} from '@cadre/domain';
import { type Command, isRefusal } from '@cadre/kernel';
import { fixedClock, MemoryLog, telling } from '@cadre/kernel/testing';
import { type Application } from './application.js';
import { type OpenMove, openMoves } from './moves.js';
import { surroundingsOfLog } from './rules/surroundings-of-log.js';
import { takeCommand } from './take-command.js';
import { turnsOfOneProcess } from './turns.js';

const described = { blockId: null, number: null, title: 'Adviser', grade: null, seniority: null };
const establish = (unitId: string | null = null) =>
  new EstablishPost('adviser', { ...described, unitId, occupancy: 'vacant' }, telling({ on: '2007-07-01' }));
const fillBy = (on: string) => new FillPost('adviser', { personId: null, share: 100, caseId: null }, telling({ on }));
const freeze = (on: string) => new FreezePost('adviser', { authority: null }, telling({ on }));
const unit = (id: string, parentId: string | null = null) =>
  new EstablishUnit(id, { name: id, kind: null, parentId }, telling({ on: '2007-07-01' }));
const plan = new PlanTeam(
  'darfur',
  { name: 'Darfur', kind: null, unitId: null, composition: [], strengthWording: null },
  telling({ on: '2007-07-01' }),
);
const standUp = new StandUpTeam('darfur', {}, telling({ between: ['2007-10-21', '2007-10-31'] }));

/** The moves of a thing as of a day, once some commands were recorded; today is 15 January 2008. */
async function given(...commands: readonly Command[]) {
  const log = new MemoryLog();
  const environment = { log, clock: fixedClock(), codec };
  const application: Application = {
    environment,
    surroundings: surroundingsOfLog(environment),
    policies: { waitFor: async () => undefined, settle: async ({ position }) => position },
    turns: turnsOfOneProcess(),
  };
  for (const command of commands) {
    const answer = await takeCommand(application, command);
    if (isRefusal(answer)) throw new Error(`${answer.code}: ${answer.sentence}`);
  }
  return async (type: string, category: Category, id: string | null, on: string): Promise<OpenMove> =>
    (await openMoves(application, { category, id }, on)).moves.find((move) => move.type === type)!;
}

const open = { legal: true, certain: true, why: null };
const closed = (code: string) => ({ legal: false, certain: false, why: { code } });
const perhaps = (code: string) => ({ legal: true, certain: false, why: { code } });

describe('a move', () => {
  it('is open where the post permits it on that day, and says why where it does not', async () => {
    const move = await given(establish(), freeze('2007-10-01'));
    expect(await move('FillPost', 'post', 'adviser', '2007-09-30')).toMatchObject(open);
    expect(await move('FillPost', 'post', 'adviser', '2007-10-01')).toMatchObject(closed('POST_FROZEN'));
    expect(await move('UnfreezePost', 'post', 'adviser', '2007-10-01')).toMatchObject(open);
    expect(await move('UnfreezePost', 'post', 'adviser', '2007-09-30')).toMatchObject(closed('POST_NOT_FROZEN'));
  });

  it('is only perhaps open on a day on which the dates leave the state open', async () => {
    const move = await given(plan, standUp);
    expect(await move('StandDownTeam', 'team', 'darfur', '2007-10-20')).toMatchObject(closed('TEAM_NOT_STANDING'));
    expect(await move('StandDownTeam', 'team', 'darfur', '2007-10-25')).toMatchObject(perhaps('TEAM_NOT_STANDING'));
    expect(await move('StandDownTeam', 'team', 'darfur', '2007-10-31')).toMatchObject(open);
  });

  it('is only perhaps open where a fact recorded for later could no longer stand', async () => {
    const move = await given(establish(), fillBy('2007-12-01'));
    expect(await move('AbolishPost', 'post', 'adviser', '2007-10-01')).toMatchObject(perhaps('CONTRADICTS_LATER_FACT'));
    expect(await move('AbolishPost', 'post', 'adviser', '2007-12-02')).toMatchObject(closed('POST_ENCUMBERED'));
  });

  it('that tells what has happened is not open for a day to come, one that decides is', async () => {
    const move = await given(establish());
    expect(await move('FillPost', 'post', 'adviser', '2008-03-01')).toMatchObject(closed('OCCURRENCE_IN_FUTURE'));
    expect(await move('AbolishPost', 'post', 'adviser', '2008-03-01')).toMatchObject(open);
  });

  it('is not open where others need the unit it would end', async () => {
    const move = await given(unit('north'), unit('south', 'north'), establish('south'));
    expect(await move('AbolishUnit', 'unit', 'north', '2007-10-01')).toMatchObject(closed('UNIT_HAS_CHILDREN'));
    expect(await move('AbolishUnit', 'unit', 'south', '2007-10-01')).toMatchObject(closed('UNIT_HAS_LIVE_POSTS'));
    const later = await given(unit('north'), unit('south'), establish('south'), abolishPost('2007-09-01'));
    expect(await later('AbolishUnit', 'unit', 'south', '2007-10-01')).toMatchObject(open);
  });

  it('on a thing not there yet begins it', async () => {
    const move = await given();
    expect(await move('EstablishPost', 'post', null, '2007-10-01')).toMatchObject(open);
    expect(await move('VacatePost', 'post', null, '2007-10-01')).toMatchObject(closed('POST_NOT_APPROVED'));
    expect(await move('RegisterSource', 'source', null, '2007-10-01')).toMatchObject(open);
  });
});

const abolishPost = (on: string) => new AbolishPost('adviser', { authority: null }, telling({ on }));
