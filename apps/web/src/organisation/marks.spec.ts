import { countedMarks, endedIn, formerParents, marksOf } from './marks';
import { unitOf } from './organisation.builders';
import type { UnitChange } from './organisation.queries';

const side = (more: Partial<UnitChange['before']> = {}) => ({
  ...{ names: [], parents: [], statuses: [], places: [], mayBeAbsent: false },
  ...more,
});
const change = (unitId: string, what: UnitChange['what'], more: Partial<UnitChange> = {}): UnitChange => ({
  ...{ stream: `unit-${unitId}`, unitId, what, certainty: 'surely', others: [], because: [] },
  ...{ before: side(), after: side(), ...more },
});

const changes = [
  change('centre', 'moved', { before: side({ parents: [{ id: 'operations', name: null }] }) }),
  change('cell', 'abolished', { after: side({ statuses: ['abolished'] }) }),
  change('section', 'established', { certainty: 'possibly' }),
  change('mission', 'established', { certainty: 'not excluded' }),
];

describe('the marks of what changed', () => {
  const marks = marksOf(changes);

  it('colour what surely or possibly changed, and not what is merely left open', () => {
    expect([...marks.keys()]).toEqual(['centre', 'cell', 'section']);
    expect(countedMarks(changes)).toEqual([
      { what: 'established', surely: 0, possibly: 1 },
      { what: 'moved', surely: 1, possibly: 1 },
      { what: 'abolished', surely: 1, possibly: 1 },
    ]);
  });

  it('keep what ended, and show where a unit was before', () => {
    expect([...endedIn(marks)]).toEqual(['cell']);
    expect(formerParents(marks, [unitOf('centre', ['front-office'])])).toEqual([
      { unitId: 'centre', parentId: 'operations' },
    ]);
    expect(formerParents(marks, [unitOf('centre', ['operations', 'front-office'])])).toEqual([]);
  });
});
