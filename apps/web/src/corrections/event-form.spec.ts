import { dataOf, fieldsOfEvent } from './event-form';

it('what was not reported can be told: a field that was null has the form of its command', () => {
  const fields = fieldsOfEvent('block', { name: 'x', count: null, unitIds: [], breakdown: [] });
  expect(fields.map(({ name, kind }) => [name, kind])).toEqual([
    ['name', 'text'],
    ['count', 'group'],
    ['unitIds', 'list'],
    ['breakdown', 'list'],
  ]);
  expect(dataOf(fields, { name: 'x', count: { atLeast: '10', atMost: '12' }, unitIds: ['oma', ''] })).toEqual({
    name: 'x',
    count: { atLeast: 10, atMost: 12 },
    unitIds: ['oma'],
    breakdown: [],
  });
});

it('a blank is not reported, and never zero', () => {
  const fields = fieldsOfEvent('post', { personId: 'p-0042', share: 100, caseId: null });
  expect(dataOf(fields, {})).toEqual({ personId: null, share: null, caseId: null });
});
