import { answerOf, client } from '../api/client';
import { type AsOfQuery, useAnswer } from '../api/queries';
import type { components } from '../api/schema';
import type { StaffingView } from './view';

type Schemas = components['schemas'];
export type StaffingAnswer = Schemas['StaffingAnswer'];
export type StaffingRow = Schemas['StaffingRow'];
export type DaysAnswer = Schemas['DaysAnswer'];

/** Rows of a page of the table. */
export const PAGE_ROWS = 100;

/** One page of the staffing table. */
export function useStaffing(view: StaffingView) {
  return useAnswer(['staffing', view], (query, signal) => {
    const offset = (view.page - 1) * PAGE_ROWS;
    return askStaffing(view, { ...query, offset, limit: PAGE_ROWS }, signal);
  });
}

/** Posts from a place in the table on. */
export function askStaffing(
  { text, units, grades, states, block, sort, descending }: StaffingView,
  query: AsOfQuery & { readonly offset: number; readonly limit: number },
  signal: AbortSignal,
): Promise<StaffingAnswer> {
  const asked = {
    ...query,
    ...(text === '' ? {} : { text }),
    ...(units.length === 0 ? {} : { units: units.join(',') }),
    ...(grades.length === 0 ? {} : { grades: grades.join(',') }),
    ...(states.length === 0 ? {} : { states: states.join(',') }),
    ...(block === '' ? {} : { block }),
    sort,
    descending,
  };
  return answerOf(client.GET('/api/staffing', { params: { query: asked }, signal }));
}

/** One post by itself; null where nothing is told of it. */
export function usePost(postId: string) {
  return useAnswer(['staffing-post', postId], (query, signal) =>
    answerOf(client.GET('/api/staffing/{postId}', { params: { path: { postId }, query }, signal })),
  );
}

/** A unit or block to choose. */
export interface Choice {
  readonly id: string;
  readonly name: string;
}

/** Units to choose from, by name. */
export function useUnitChoices() {
  return useAnswer(['unit-choices'], async (query, signal) => {
    const { units } = await answerOf(client.GET('/api/units-tree', { params: { query }, signal }));
    return units.map(({ id, names }): Choice => ({ id, name: names.at(-1) ?? id })).toSorted(byName);
  });
}

/** Blocks to choose from, by name. */
export function useBlockChoices() {
  return useAnswer(['block-choices'], async (query, signal) => {
    const { rows } = await answerOf(client.GET('/api/blocks', { params: { query }, signal }));
    const named = rows.map(({ id, states }): Choice => ({ id, name: nameIn(states.at(-1)?.values['name']) ?? id }));
    return named.toSorted(byName);
  });
}

const nameIn = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const byName = (a: Choice, b: Choice): number => a.name.localeCompare(b.name);
