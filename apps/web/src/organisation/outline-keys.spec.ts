import { forestOf } from './forest';
import { unitOf } from './organisation.builders';
import { deedOf, outlineRows } from './outline-keys';

const forest = forestOf([
  unitOf('a', [null]),
  unitOf('b', ['a']),
  unitOf('c', ['b']),
  unitOf('d', ['a'], { names: ['Dock'] }),
]);
const rows = outlineRows(forest, new Set(['a']));
const press = (id: string, key: string, dir: 'ltr' | 'rtl' = 'ltr') => deedOf(rows, id, key, dir);

describe('the outline under the keyboard', () => {
  it('lists what is open, with its place among its likes', () => {
    expect(rows.map(({ branch, place, of, isOpen }) => [branch.unit.id, place, of, isOpen])).toEqual([
      ['a', 1, 1, true],
      ['d', 1, 2, false],
      ['b', 2, 2, false],
    ]);
  });

  it('goes up and down, to the first and to the last, and nowhere beyond', () => {
    expect(press('a', 'ArrowDown')).toEqual({ deed: 'go', id: 'd' });
    expect(press('d', 'ArrowUp')).toEqual({ deed: 'go', id: 'a' });
    expect(press('d', 'End')).toEqual({ deed: 'go', id: 'b' });
    expect(press('b', 'Home')).toEqual({ deed: 'go', id: 'a' });
    expect([press('b', 'ArrowDown'), press('a', 'ArrowUp')]).toEqual([null, null]);
  });

  it('opens, enters, shuts and leaves in reading direction', () => {
    expect(press('b', 'ArrowRight')).toEqual({ deed: 'open', id: 'b' });
    expect(press('a', 'ArrowRight')).toEqual({ deed: 'go', id: 'd' });
    expect(press('a', 'ArrowLeft')).toEqual({ deed: 'shut', id: 'a' });
    expect(press('b', 'ArrowLeft')).toEqual({ deed: 'go', id: 'a' });
    expect(press('b', 'ArrowLeft', 'rtl')).toEqual({ deed: 'open', id: 'b' });
    expect(press('b', 'ArrowRight', 'rtl')).toEqual({ deed: 'go', id: 'a' });
    expect(press('d', 'ArrowRight')).toBeNull();
  });

  it('chooses with Enter and Space, and goes to the next name that begins with a letter', () => {
    expect(press('d', 'Enter')).toEqual({ deed: 'choose', id: 'd' });
    expect(press('d', ' ')).toEqual({ deed: 'choose', id: 'd' });
    expect(press('a', 'd')).toEqual({ deed: 'go', id: 'd' });
    expect(press('b', 'u')).toEqual({ deed: 'go', id: 'a' });
    expect([press('a', 'x'), press('a', 'Tab'), press('nobody', 'End')]).toEqual([null, null, null]);
  });
});
