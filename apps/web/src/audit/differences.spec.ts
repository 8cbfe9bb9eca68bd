import { differences, nameIn } from './differences';

const presence = { label: 'In the record', there: 'told of', notThere: 'not told of' };
const state = (status: string, unit = 'Africa') => [
  { name: 'status', label: 'Status', text: status },
  { name: 'unit_id', label: 'Unit', text: unit },
];
const found = (...given: readonly [Parameters<typeof differences>[0], Parameters<typeof differences>[1]]) =>
  differences(...given, presence).map(({ label, before, after }) => [label, before, after]);

describe('what a thing says otherwise than before', () => {
  it('is told by column, with every wording the dates leave possible', () => {
    expect(found([state('planned'), state('standing')], [state('standing')])).toEqual([
      ['Status', ['planned', 'standing'], ['standing']],
    ]);
  });

  it('is nothing where only the order of possible states is another', () => {
    expect(found([state('planned'), state('standing')], [state('standing'), state('planned')])).toEqual([]);
  });

  it('is all of it where the thing was not there, and that it is there', () => {
    expect(found([], [state('planned')])).toEqual([
      ['In the record', ['not told of'], ['told of']],
      ['Status', [], ['planned']],
      ['Unit', [], ['Africa']],
    ]);
  });

  it('is that it is surely there where it only may have been', () => {
    expect(found([null, state('planned')], [state('planned')])).toEqual([
      ['In the record', ['not told of', 'told of'], ['told of']],
    ]);
  });

  it('is told under the name that calls the thing best', () => {
    expect(nameIn([{ values: {} }, { values: { number: '30001', title: 'Planner' } }])).toBe('Planner');
    expect(nameIn([{ values: { name: '', status: 'open' } }])).toBeNull();
  });
});
