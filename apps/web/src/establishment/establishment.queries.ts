import { answerOf, client } from '../api/client';
import { useAnswer } from '../api/queries';
import { useUrlQuery } from '../shell/url';
import type { components } from '../api/schema';

type Schemas = components['schemas'];
export type BurnUpAnswer = Schemas['BurnUpAnswer'];
export type BurnUpPoint = Schemas['BurnUpPoint'];
export type BreakdownAnswer = Schemas['BreakdownAnswer'];
export type BreakdownPart = Schemas['BreakdownPart'];

export const STEPS = ['month', 'quarter', 'year'] as const;
export const PARTINGS = ['grade', 'unit', 'origin'] as const;

/** The block over time, in the steps the address asks for; without any, in steps that fit. */
export function useBurnUp(block: string) {
  const step = useStep();
  return useAnswer(['burn-up', block, step], (query, signal) =>
    answerOf(client.GET('/api/burn-up', { params: { query: { ...query, block, ...(step ? { step } : {}) } }, signal })),
  );
}

/** How far apart the days of the burn-up are to be; null leaves it to the server. */
export function useStep(): (typeof STEPS)[number] | null {
  const wanted = useUrlQuery().get('step');
  return STEPS.find((it) => it === wanted) ?? null;
}

/** The posts of a block, parted as the address asks for. */
export function useBreakdown(block: string) {
  const by = useParting();
  return useAnswer(['breakdown', block, by], (query, signal) =>
    answerOf(client.GET('/api/breakdown', { params: { query: { ...query, block, by } }, signal })),
  );
}

/** What the posts are parted by: by unit unless the address says otherwise. */
export function useParting(): (typeof PARTINGS)[number] {
  const wanted = useUrlQuery().get('by');
  return PARTINGS.find((it) => it === wanted) ?? 'unit';
}
