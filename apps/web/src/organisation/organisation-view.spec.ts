import { organisationView, turned, zoomed } from './organisation-view';

const viewOf = (query: string) => organisationView(new URLSearchParams(query));

describe('the view of the organisation an address asks for', () => {
  it('keeps unit, search, zoom, the day compared with, and what was turned by hand', () => {
    const view = viewOf('unit=dfs&search=field&zoom=50&compareOn=2007-06-30&compareKnown=2007-12-31&opened=a,b&shut=c');
    expect(view).toMatchObject({ unit: 'dfs', search: 'field', zoom: 50, compareOn: '2007-06-30' });
    expect([view.compareKnown, [...view.opened], [...view.shut]]).toEqual(['2007-12-31', ['a', 'b'], ['c']]);
  });

  it.each(['zoom=3', 'zoom=wide', 'compareOn=2007-02-30', 'compareOn=soon', 'opened='])(
    'leaves out what it cannot read (%s)',
    (query) => {
      expect(viewOf(query)).toEqual(viewOf(''));
    },
  );

  it('opens and shuts by hand, the later counting', () => {
    expect(turned(viewOf('shut=a'), 'a', true)).toEqual({ opened: 'a', shut: null });
    expect(turned(viewOf('opened=a,b'), 'a', false)).toEqual({ opened: 'b', shut: 'a' });
  });

  it('zooms step by step, and not beyond', () => {
    expect([zoomed(75, 1), zoomed(100, 1), zoomed(100, -1), zoomed(200, 1), zoomed(25, -1)]).toEqual([
      null,
      '150',
      '75',
      '200',
      '25',
    ]);
  });
});
