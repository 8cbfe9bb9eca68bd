import { stopsOf, type Told } from './steps';

const window = (earliest: string | null, latest: string | null) => ({ earliest, latest, phrase: 'about then' });
const team = (name: string, stoodUp: ReturnType<typeof window> | null) =>
  ({ name, kind: 'crew', stoodUp }) as unknown as Told['teams'][number];
const promise = (overdueFrom: string | null) => ({ overdueFrom }) as unknown as Told['promises'][number];

describe('a tour of the log', () => {
  it('stops in the middle of the first span in which a team may have stood up', () => {
    const teams = [
      team('Undated', window(null, '2024-03-01')),
      team('Exact', window('2024-02-01', '2024-02-01')),
      team('Fuzzy', window('2024-05-01', '2024-05-11')),
    ];
    const fuzzy = stopsOf({ teams, promises: [], lastDocument: '2024-06-30' }).find(({ id }) => id === 'fuzzy');
    expect(fuzzy).toMatchObject({ team: 'Fuzzy', day: '2024-05-06', dates: { validOn: '2024-05-06' } });
  });

  it('stops on the first day on which a promise is overdue', () => {
    const promises = [promise(null), promise('2025-02-01'), promise('2024-07-01')];
    const stops = stopsOf({ teams: [], promises, lastDocument: null });
    expect(stops.find(({ id }) => id === 'promises')?.day).toBe('2024-07-01');
  });

  it('passes over what there is no example of', () => {
    expect(stopsOf({ teams: [], promises: [], lastDocument: null }).map(({ id }) => id)).toEqual([
      'dates',
      'unknown',
      'timeline',
      'replay',
      'record',
      'statement',
    ]);
  });
});
