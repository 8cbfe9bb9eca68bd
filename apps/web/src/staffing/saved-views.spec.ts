import { removeIn, renameIn, savedIn, saveIn, type Store, textOf, viewOf } from './saved-views';
import { viewIn } from './view';

function emptyStore(text: string | null = null): Store {
  let kept = text;
  return { getItem: () => kept, setItem: (_name, value) => void (kept = value) };
}
const view = (query: string) => viewIn(new URLSearchParams(query));
const namesIn = (store: Store): readonly string[] => savedIn(store).map(({ name }) => name);

it('a view is kept under its name and comes back as it was, on its first page', () => {
  const store = emptyStore();
  saveIn(store, ' Long vacant ', view('states=vacant&sort=vacancy&descending=true&page=4'));
  expect(namesIn(store)).toEqual(['Long vacant']);
  expect(textOf(viewOf(savedIn(store)[0]!))).toBe('states=vacant&sort=vacancy&descending=true');
});

it('says nothing of the two dates', () => {
  const store = emptyStore();
  saveIn(store, 'a', view('states=vacant&validOn=2007-12-31&knownAt=2007-12-31'));
  expect(savedIn(store)[0]!.query).toBe('states=vacant');
});

it('of the same name is replaced in its place', () => {
  const store = emptyStore();
  saveIn(store, 'a', view('grades=P-4'));
  saveIn(store, 'b', view(''));
  saveIn(store, 'a', view('grades=P-5'));
  expect(savedIn(store)).toEqual([
    { name: 'a', query: 'grades=P-5' },
    { name: 'b', query: '' },
  ]);
});

it('is renamed, but not to a name that another has, nor to none', () => {
  const store = emptyStore();
  saveIn(store, 'a', view(''));
  saveIn(store, 'b', view(''));
  renameIn(store, 'a', 'b');
  renameIn(store, 'a', '  ');
  expect(namesIn(store)).toEqual(['a', 'b']);
  renameIn(store, 'a', 'c');
  expect(namesIn(store)).toEqual(['c', 'b']);
});

it('is forgotten when it is removed', () => {
  const store = emptyStore();
  saveIn(store, 'a', view(''));
  removeIn(store, 'a');
  expect(savedIn(store)).toEqual([]);
});

it('needs a name', () => {
  const store = emptyStore();
  saveIn(store, '   ', view(''));
  expect(savedIn(store)).toEqual([]);
});

it.each(['nonsense', '{}', '[1, {"name": 2}]', 'null'])('nothing is made of what cannot be read: %s', (text) =>
  expect(savedIn(emptyStore(text))).toEqual([]),
);
