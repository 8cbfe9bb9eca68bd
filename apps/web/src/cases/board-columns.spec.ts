import { columnsOf, neighbourOf } from './board-columns';
import type { CaseAnswer } from './cases.queries';

const caseIn = (id: string, ...parts: readonly (readonly string[])[]): CaseAnswer =>
  ({ id, parts: parts.map((stages) => ({ stages: stages.map((stage) => ({ stage })) })) }) as unknown as CaseAnswer;
const shape = (cases: readonly CaseAnswer[]) =>
  columnsOf(cases).map(({ stage, cards, surely }) => [stage, cards.map(({ of }) => of.id), surely]);

it('cases stand by stage in the order of the stages, and empty stages are left out', () =>
  expect(shape([caseIn('b', ['selected']), caseIn('a', ['opened'])])).toEqual([
    ['opened', ['a'], 1],
    ['selected', ['b'], 1],
  ]));

it('a case that may be in two stages stands in both, and surely in none', () =>
  expect(shape([caseIn('a', ['opened', 'advertised']), caseIn('b', ['advertised'])])).toEqual([
    ['opened', ['a'], 0],
    ['advertised', ['a', 'b'], 1],
  ]));

it('posts of a case that stand apart have cards of their own', () =>
  expect(shape([caseIn('a', ['opened'], ['selected'])])).toEqual([
    ['opened', ['a'], 1],
    ['selected', ['a'], 1],
  ]));

it('arrow keys lead to the neighbours of a card, and nowhere beyond the edge', () => {
  const columns = columnsOf([caseIn('a', ['opened']), caseIn('b', ['opened']), caseIn('c', ['advertised'])]);
  const key = (id: string, stage: string) => `${id} 0 ${stage}`;
  const [a, b, c] = [key('a', 'opened'), key('b', 'opened'), key('c', 'advertised')];
  expect(neighbourOf(columns, a, 'down')).toBe(b);
  expect(neighbourOf(columns, b, 'up')).toBe(a);
  expect(neighbourOf(columns, b, 'on')).toBe(c);
  expect(neighbourOf(columns, c, 'back')).toBe(a);
  for (const [from, move] of [
    [a, 'up'],
    [b, 'down'],
    [c, 'on'],
    [a, 'back'],
    ['nothing', 'on'],
  ] as const)
    expect(neighbourOf(columns, from, move)).toBeNull();
});
