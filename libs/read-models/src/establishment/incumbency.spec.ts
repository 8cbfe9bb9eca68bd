import type { TableAnswer } from '@cadre/contract';
import { entriesOf, type Saying, say, tablesWith } from '../read-models.builders.js';
import { type Filters } from '../table/filters.js';
import { tableAnswer } from '../table/table.query.js';

const knownAt = '2008-01-01T00:00:00.000Z';
const filled = (personId: string | null, on: Saying['on']): Saying =>
  say('post-chief', 'PostFilled', { personId, share: 100, caseId: null }, on);
const vacated = (personId: string | null, on: Saying['on']): Saying =>
  say('post-chief', 'PostVacated', { personId, cause: null }, on);
const holds = (personId: string, on: Saying['on']): Saying =>
  say(`person-${personId}`, 'PostEncumbered', { postId: 'chief', share: 100 }, on);

async function incumbents(sayings: readonly Saying[], validOn: string, filters: Filters = {}): Promise<TableAnswer> {
  return tableAnswer(await tablesWith(entriesOf(sayings)), 'incumbency', { validOn, knownAt, filters });
}
const holdersIn = ({ rows }: TableAnswer): readonly unknown[] =>
  rows.map(({ stream, states }) => [stream, states.at(-1)!.values['person_id'], states.at(-1)!.values['post_id']]);

describe('the holders of a post', () => {
  it('are counted though the source does not name them', async () => {
    const said = [filled(null, ['2007-10-01', '2007-10-10'])];
    const answer = await incumbents(said, '2007-12-31', { post_id: 'chief', status: 'incumbent' });
    expect(answer.count).toMatchObject({ atLeast: 1, atMost: 1, certain: true });
    expect(holdersIn(answer)).toEqual([['post-chief', null, 'chief']]);
    expect((await incumbents(said, '2007-10-05')).count).toMatchObject({ atLeast: 0, atMost: 1 });
  });

  it('are counted once each, named ones as their own stream tells it', async () => {
    const said = [filled('pat', '2007-10-01'), holds('pat', '2007-10-01'), filled(null, '2007-11-01')];
    expect(holdersIn(await incumbents(said, '2007-10-15'))).toEqual([['person-pat', 'pat', 'chief']]);
    expect(holdersIn(await incumbents(said, '2007-11-15'))).toEqual([
      ['person-pat', 'pat', 'chief'],
      ['post-chief', null, 'chief'],
    ]);
  });

  it('leave: the one named, else the one who is not', async () => {
    const said = [filled('pat', '2007-10-01'), filled(null, '2007-10-01')];
    expect(holdersIn(await incumbents([...said, vacated('pat', '2007-11-01')], '2007-12-01'))).toHaveLength(1);
    expect(holdersIn(await incumbents([...said, vacated(null, '2007-11-01')], '2007-12-01'))).toHaveLength(0);
    expect(holdersIn(await incumbents([...said, vacated('kim', '2007-11-01')], '2007-12-01'))).toHaveLength(0);
  });
});
