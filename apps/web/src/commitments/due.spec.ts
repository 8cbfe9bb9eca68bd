import { byDueDate, type Due, nextOverdue } from './due';

const promise = (overdueFrom: string | null, status = 'open'): Due => ({
  overdueFrom,
  statuses: [status],
  overdue: 'no',
});

describe('commitments in order of their due dates', () => {
  const january = promise('2008-01-01');
  const april = promise('2008-04-01');
  const undated = promise(null);
  const kept = promise('2007-06-01', 'met');

  it('come open ones first, undated after dated, settled last', () => {
    expect(byDueDate([undated, kept, april, january])).toEqual([january, april, undated, kept]);
  });

  it('say which become overdue next, all of the same day together', () => {
    const another = promise('2008-04-01');
    expect(nextOverdue([january, april, another, undated], '2008-01-01')).toEqual({
      on: '2008-04-01',
      promises: [april, another],
    });
  });

  it('name nothing next where no open one has a day ahead', () => {
    expect(nextOverdue([january, undated, promise('2009-01-01', 'dropped')], '2008-06-01')).toBeNull();
  });
});
