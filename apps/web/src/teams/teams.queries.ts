import { answerOf, client } from '../api/client';
import { useAnswer } from '../api/queries';
import type { components } from '../api/schema';

type Schemas = components['schemas'];
export type TeamReadinessAnswer = Schemas['TeamReadinessAnswer'];
export type TeamReadiness = Schemas['TeamReadiness'];
export type TeamBlocker = Schemas['TeamBlocker'];

/** Teams of a kind (null: of every kind) against their plans, and what stands in their way; waits while the kind is not known. */
export function useReadiness(kind: string | null | undefined) {
  return useAnswer(
    ['team-readiness', kind],
    (query, signal) =>
      answerOf(
        client.GET('/api/team-readiness', {
          params: { query: { ...query, ...(typeof kind === 'string' ? { kind } : {}) } },
          signal,
        }),
      ),
    kind !== undefined,
  );
}
