import type { TimelineRow } from './timeline.queries';
import { choiceIn, groupsOf, KINDS, withoutKinds } from './choice';
import { unitOptions } from './unit-options';

const row = (stream: string, name: string | null, unitId: string | null, more: object = {}): TimelineRow => {
  const [kind, id] = stream.split('-');
  return { stream, id, kind, name, unitId, grade: null, promised: [], bars: [], ...more } as TimelineRow;
};
const promised = (role: string, overdue = 'no'): object => ({ promised: [{ role, overdue }] });
const UNITS = new Map([['dfs', 'Field Support']]);
const ROWS = [
  row('post-chief', 'Chef d’Équipe', 'dfs', { grade: 'D-1' }),
  row('team-darfur', 'Darfur', 'dfs', promised('re-promised')),
  row('commitment-late', 'Late', null, promised('promised', 'possibly')),
  row('commitment-early', 'Early', null, promised('promised')),
];
const shown = (query: string): Record<string, readonly string[]> =>
  Object.fromEntries(
    groupsOf(ROWS, UNITS, choiceIn(new URLSearchParams(query))).map(({ key, rows }) => [
      key,
      rows.map(({ stream }) => stream),
    ]),
  );

describe('the rows a reader chooses', () => {
  it('are all of them by unit, where the address says nothing', () => {
    expect(shown('')).toEqual({
      dfs: ['post-chief', 'team-darfur'],
      '': ['commitment-late', 'commitment-early'],
    });
  });

  it('stand by kind in one order, whatever order they come in', () => {
    expect(Object.keys(shown('by=kind'))).toEqual(['post', 'team', 'commitment']);
  });

  it('are found by name, grade and unit, whatever the case and accents', () => {
    expect(shown('text=equipe')).toEqual({ dfs: ['post-chief'] });
    expect(shown('text=d-1')).toEqual({ dfs: ['post-chief'] });
    expect(shown('text=field')).toEqual({ dfs: ['post-chief', 'team-darfur'] });
  });

  it('are those re-dated or possibly overdue, when only what slips is wanted', () => {
    expect(shown('only=slipping')).toEqual({ dfs: ['team-darfur'], '': ['commitment-late'] });
  });

  it('leave out kinds that the address leaves out, and say so there', () => {
    expect(shown('without=commitment,post')).toEqual({ dfs: ['team-darfur'] });
    expect(withoutKinds(new Set(KINDS))).toBeNull();
    expect(withoutKinds(new Set(['team', 'unit', 'evaluation']))).toBe('post,commitment');
  });
});

describe('the units to choose among', () => {
  it('stand below the one they lie in, and none is lost in a circle', () => {
    const unit = (id: string, parent: string | null) => ({ id, names: [`old ${id}`, id], parentIds: [parent] });
    const options = unitOptions([unit('b', 'a'), unit('a', null), unit('c', 'b'), unit('x', 'y'), unit('y', 'x')]);
    expect(options.map(({ value }) => value)).toEqual(['a', 'b', 'c', 'x', 'y']);
    expect(options.map(({ label }) => label.search(/\w/))).toEqual([0, 1, 2, 0, 1]);
  });
});
