import { AbolishUnit, codec, EstablishPost, EstablishUnit, FillPost, FreezePost, MergeUnits } from '@cadre/domain';
import { type Command, isRefusal } from '@cadre/kernel';
import { fixedClock, MemoryLog, telling } from '@cadre/kernel/testing';
import { type Application } from '../application.js';
import { type Answer } from '../command-handlers.js';
import { CorrectStream } from '../correct-stream.handler.js';
import { policies } from '../policies/policies.js';
import { surroundingsOfLog } from '../rules/surroundings-of-log.js';
import { takeCommand } from '../take-command.js';
import { turnsOfOneProcess } from '../turns.js';
import { type Fork, forkOf } from './fork.js';

const vacant = { blockId: null, number: null, title: 'Adviser', grade: null, unitId: null, seniority: null };
const establish = new EstablishPost('adviser', { ...vacant, occupancy: 'vacant' }, telling({ on: '2007-07-01' }));
const fill = (personId = 'pat') =>
  new FillPost('adviser', { personId, share: 100, caseId: null }, telling({ on: '2007-10-01' }));
const unit = (id: string) =>
  new EstablishUnit(id, { name: id, kind: null, parentId: null }, telling({ on: '2007-07-01' }));

/** A log with what was recorded on it, and a fork of it. */
async function forked(...commands: readonly Command[]): Promise<{ log: MemoryLog; fork: Fork }> {
  const log = new MemoryLog();
  const clock = fixedClock();
  const below: Application = {
    environment: { log, clock, codec },
    surroundings: surroundingsOfLog({ log, clock, codec }),
    policies: { waitFor: async () => undefined, settle: async ({ position }) => position },
    turns: turnsOfOneProcess(),
  };
  for (const command of commands) accepted(await takeCommand(below, command));
  const fork = forkOf(below, policies, (overlay) => surroundingsOfLog({ log: overlay, clock, codec }));
  return { log, fork };
}

function accepted(answer: Answer): void {
  if (isRefusal(answer)) throw new Error(`${answer.code}: ${answer.sentence}`);
}

const recorded = ({ log }: Fork): readonly string[] => log.kept().map(({ stream, event }) => `${stream} ${event.type}`);

describe('a command on a fork', () => {
  it('is answered when the policies have reacted to it, and the log below knows nothing of it', async () => {
    const { log, fork } = await forked(establish);
    accepted(await takeCommand(fork.application, fill()));
    expect(recorded(fork)).toEqual(['person-pat PostReserved', 'post-adviser PostFilled', 'person-pat PostEncumbered']);
    expect(log.entries.map(({ event }) => event.type)).toEqual(['PostEstablished']);
    expect(fork.alarms()).toEqual([]);
  });

  it('finds what was recorded on the fork before it', async () => {
    const { fork } = await forked(establish);
    accepted(await takeCommand(fork.application, fill()));
    expect(await takeCommand(fork.application, fill('kim'))).toMatchObject({ code: 'POST_ALREADY_FILLED' });
    const [, filled] = fork.log.kept();
    const corrections = [{ eventId: filled!.eventId, reason: 'misread', retelling: null }];
    accepted(await takeCommand(fork.application, new CorrectStream('post', 'adviser', telling({ corrections }))));
    accepted(await takeCommand(fork.application, fill('kim')));
  });

  it('is refused as it would be', async () => {
    const { fork } = await forked(
      establish,
      new FreezePost('adviser', { authority: null }, telling({ on: '2007-08-01' })),
    );
    expect(await takeCommand(fork.application, fill())).toMatchObject({ code: 'POST_FROZEN' });
    expect(recorded(fork)).toEqual([]);
  });

  it('tells of what a policy could not do', async () => {
    const { fork } = await forked(unit('north'), unit('south'), unit('east'));
    const merge = new MergeUnits(
      'north',
      { absorbedUnitIds: ['south'], absorbedCapacities: [] },
      telling({ on: '2007-10-01' }),
    );
    const abolish = new AbolishUnit('south', { successorIds: [] }, telling({ on: '2007-11-01' }));
    accepted(await takeCommand(fork.application, abolish));
    accepted(await takeCommand(fork.application, merge));
    expect(fork.alarms()).toMatchObject([{ policy: 'when-units-merged-abolish-the-absorbed', stream: 'unit-north' }]);
  });

  it('leaves another fork of the same log alone', async () => {
    const { fork, log } = await forked(establish);
    const clock = fixedClock();
    const other = forkOf({ environment: { log, clock, codec } }, policies, () =>
      surroundingsOfLog({ log, clock, codec }),
    );
    accepted(await takeCommand(fork.application, fill()));
    accepted(await takeCommand(other.application, fill('kim')));
    expect(recorded(other)).toContain('person-kim PostEncumbered');
  });
});
