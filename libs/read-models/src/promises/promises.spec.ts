import type { PromisesAnswer } from '@cadre/contract';
import { entriesOf, type Saying, say, tablesWith } from '../read-models.builders.js';
import { promisesAnswer, type PromisesQuestion } from './promises.query.js';

const made = (id: string, latest: string | null, about: readonly string[] = []): Saying =>
  say(
    `commitment-${id}`,
    'CommitmentMade',
    { what: id, ownerUnitId: null, due: { earliest: null, latest, phrase: 'as told' }, about, measure: null },
    '2007-12-01',
  );

const said = [
  made('directors', '2007-12-31', ['post-director']),
  made('adviser', '2008-03-31'),
  made('session', null),
  made('system', '2007-12-15'),
  say('commitment-system', 'CommitmentMet', {}, ['2007-12-20', '2008-01-10']),
];

async function asked(validOn: string, more: Partial<PromisesQuestion> = {}, sayings = said): Promise<PromisesAnswer> {
  const db = await tablesWith(entriesOf(sayings.map((it) => ({ ...it, known: '2008-01-20T00:00:00.000Z' }))));
  return promisesAnswer(db, { validOn, knownAt: '2008-01-20T00:00:00.000Z', ...more });
}
const overdueIn = ({ promises }: PromisesAnswer): Record<string, string> =>
  Object.fromEntries(promises.map(({ id, overdue }) => [id, overdue]));

describe('promises', () => {
  it('are overdue from the day after their due window, and possibly so while they may have been met', async () => {
    expect(overdueIn(await asked('2007-12-31'))).toEqual({
      system: 'possibly',
      directors: 'no',
      adviser: 'no',
      session: 'no',
    });
    const answer = await asked('2008-01-01');
    expect(overdueIn(answer)).toEqual({ system: 'possibly', directors: 'yes', adviser: 'no', session: 'no' });
    expect(answer.overdue).toMatchObject({ atLeast: 1, atMost: 2 });
    expect(answer.open).toMatchObject({ atLeast: 3, atMost: 4 });
    expect(answer.promises.map(({ overdueFrom }) => overdueFrom)).toEqual([
      '2007-12-16',
      '2008-01-01',
      '2008-04-01',
      null,
    ]);
  });

  it('can be asked for by what they are about, when overdue, and when due soon', async () => {
    const ids = async (more: Partial<PromisesQuestion>): Promise<readonly string[]> =>
      (await asked('2008-01-15', more)).promises.map(({ id }) => id);
    expect(await ids({ overdue: true })).toEqual(['directors']);
    expect(await ids({ about: 'post-director' })).toEqual(['directors']);
    expect(await ids({ dueWithinDays: 90 })).toEqual(['adviser']);
  });

  it('keep the first date beside the present one', async () => {
    const due = { earliest: null, latest: '2008-06-30', phrase: 'by end of June' };
    const answer = await asked('2008-01-15', {}, [
      made('it', '2008-03-31'),
      say('commitment-it', 'CommitmentRedated', { due }, '2008-01-10'),
    ]);
    expect(answer.promises[0]).toMatchObject({
      firstDue: { latest: '2008-03-31' },
      due: { latest: '2008-06-30' },
      redates: 1,
    });
  });

  it('are not reported when none was ever told of', async () => {
    expect((await asked('2008-01-15', {}, [])).overdue).toMatchObject({ notReported: true, atLeast: null });
  });
});
