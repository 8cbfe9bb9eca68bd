import { ledgerView, toggled } from './ledger-view';

const viewOf = (query: string) => ledgerView(new URLSearchParams(query));

describe('the view of the ledger an address asks for', () => {
  it('is everything by due date, with ninety days as soon, where it says nothing', () => {
    expect(viewOf('')).toMatchObject({ show: [], days: 90, sort: 'due', descending: false, group: null, page: 1 });
  });

  it('keeps what a reader chose', () => {
    expect(viewOf('show=overdue,dueSoon&days=30&owner=dfs&subUnits=true&sort=slipped&descending=true')).toMatchObject({
      show: ['overdue', 'dueSoon'],
      days: 30,
      owner: 'dfs',
      subUnits: true,
      sort: 'slipped',
      descending: true,
    });
    expect(viewOf('group=month&by=kind&page=3&about=team-darfur')).toMatchObject({
      group: 'month',
      by: 'kind',
      page: 3,
      about: 'team-darfur',
    });
  });

  it.each(['show=lost', 'days=-1', 'days=ninety', 'days=99999', 'sort=name', 'group=colour', 'page=0', 'by=weather'])(
    'leaves out what it cannot read (%s)',
    (query) => {
      expect(viewOf(query)).toEqual(viewOf(''));
    },
  );

  it('shows one standing more, or one less, and all again without any', () => {
    expect(toggled([], 'overdue')).toBe('overdue');
    expect(toggled(['overdue'], 'met')).toBe('overdue,met');
    expect(toggled(['overdue', 'met'], 'overdue')).toBe('met');
    expect(toggled(['met'], 'met')).toBeNull();
  });
});
