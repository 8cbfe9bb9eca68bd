import { isNarrowed, queryOf, sortedBy, viewIn } from './view';

const view = (query: string) => viewIn(new URLSearchParams(query));
const textOf = (query: string): string =>
  new URLSearchParams(
    Object.entries(queryOf(view(query))).filter((it): it is [string, string] => it[1] !== null),
  ).toString();

it('a view stands in the address as it was chosen, and nothing else does', () => {
  expect(textOf('')).toBe('');
  const chosen =
    'text=officer&units=dpko%2Cdfs&grades=P-4&states=vacant%2Cnot+reported&block=a&sort=vacancy&descending=true&page=3';
  expect(textOf(chosen)).toBe(chosen);
});

it('what an address cannot mean is left out', () =>
  expect(textOf('states=vacant,hired&sort=colour&page=-1&descending=maybe')).toBe('states=vacant'));

it('a click on the head of a column puts it in order, a second one the other way round', () => {
  expect(sortedBy(view(''), 'title')).toEqual({ sort: 'title', descending: false });
  expect(sortedBy(view('sort=title'), 'title')).toEqual({ sort: 'title', descending: true });
  expect(sortedBy(view('sort=title&descending=true'), 'title')).toEqual({ sort: 'title', descending: false });
});

it('the longest vacant posts come first', () =>
  expect(sortedBy(view(''), 'vacancy')).toEqual({ sort: 'vacancy', descending: true }));

it('an order alone leaves nothing out', () => {
  expect(isNarrowed(view('sort=title&page=2'))).toBe(false);
  expect(isNarrowed(view('states=vacant'))).toBe(true);
});
