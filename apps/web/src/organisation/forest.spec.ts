import { ALL, branchesIn, forestOf, foundIn, openIn } from './forest';
import { unitOf, wholeOf } from './organisation.builders';

const NONE: ReadonlySet<string> = new Set();
const idsIn = (forest: ReturnType<typeof forestOf>) => [...branchesIn(forest)].map(({ unit }) => unit.id);

describe('the trees of the organisation', () => {
  it('draw a unit under the last parent it possibly has, and remember the others', () => {
    const forest = forestOf([unitOf('a', [null]), unitOf('b', [null]), unitOf('c', ['a', 'b'])]);
    const c = [...branchesIn(forest)].find(({ unit }) => unit.id === 'c')!;
    expect([c.parentId, c.otherParentIds]).toEqual(['b', ['a']]);
    expect(c.depth).toBe(1);
  });

  it('leave out what has ended, unless it is compared, and keep what only may have', () => {
    const units = [
      unitOf('a', [null]),
      unitOf('gone', ['a'], { statuses: ['abolished'] }),
      unitOf('maybe', ['a'], { statuses: ['established', 'abolished'] }),
    ];
    expect(idsIn(forestOf(units))).toEqual(['a', 'maybe']);
    expect(idsIn(forestOf(units, new Set(['gone'])))).toEqual(['a', 'gone', 'maybe']);
  });

  it('stand at the top where the parent is not told of, or leads back', () => {
    expect(idsIn(forestOf([unitOf('a', ['nobody'])]))).toEqual(['a']);
    const round = forestOf([unitOf('a', ['b']), unitOf('b', ['a'])]);
    expect(idsIn(round).toSorted()).toEqual(['a', 'b']);
  });

  it('count what is below, and come greatest first at the top', () => {
    const forest = forestOf([unitOf('alone', [null]), ...wholeOf('z', null, 3, 2)]);
    expect(forest.map(({ unit, below }) => [unit.id, below])).toEqual([
      ['z', 12],
      ['alone', 0],
    ]);
  });

  it('are all open where they are small, and two levels deep where they are not', () => {
    const small = forestOf(wholeOf('a', null, 2, 3));
    expect(openIn(small, { opened: NONE, shut: NONE, wanted: NONE }).size).toBe(7);
    const great = forestOf(wholeOf('a', null, 12, 3));
    expect([...openIn(great, { opened: NONE, shut: NONE, wanted: NONE })]).toEqual(['a']);
  });

  it('open what leads to a wanted unit, and follow the hand before that', () => {
    const great = forestOf(wholeOf('a', null, 12, 3));
    const wanted = new Set(['a-3-4-5']);
    expect([...openIn(great, { opened: NONE, shut: NONE, wanted })].toSorted()).toEqual(['a', 'a-3', 'a-3-4']);
    expect([...openIn(great, { opened: new Set(['a-1']), shut: new Set(['a-3']), wanted })].toSorted()).toEqual([
      'a',
      'a-1',
      'a-3-4',
    ]);
  });

  it('open or shut all by hand, single ones apart', () => {
    const great = forestOf(wholeOf('a', null, 12, 3));
    expect(openIn(great, { opened: new Set([ALL]), shut: new Set(['a-1']), wanted: NONE }).size).toBe(156);
    expect([...openIn(great, { opened: new Set(['a-1']), shut: new Set([ALL]), wanted: NONE })]).toEqual(['a-1']);
  });

  it('find units by all words of a present or former name', () => {
    const units = [
      unitOf('oma', [null], { names: ['Office of Military Affairs'], formerNames: ['Military Division'] }),
    ];
    expect([...foundIn(units, 'MILITARY office')]).toEqual(['oma']);
    expect([...foundIn(units, 'division')]).toEqual(['oma']);
    expect(foundIn(units, 'police').size).toBe(0);
    expect(foundIn(units, '  ').size).toBe(0);
  });
});
