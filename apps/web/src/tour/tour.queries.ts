import { useQuery } from '@tanstack/react-query';
import { answerOf, client } from '../api/client';
import { AT_LAST } from '../api/queries';
import type { Told } from './steps';

/** What the tour draws its examples from: everything told so far, whatever the page's dates. */
export function useTold(): Told | undefined {
  return useQuery({ queryKey: ['told'], queryFn: ({ signal }) => askTold(signal) }).data;
}

async function askTold(signal: AbortSignal): Promise<Told> {
  const query = { validOn: AT_LAST };
  const [teams, promises, sources] = await Promise.all([
    answerOf(client.GET('/api/teams-overview', { params: { query }, signal })),
    answerOf(client.GET('/api/promises', { params: { query }, signal })),
    answerOf(client.GET('/api/sources', { params: { query }, signal })),
  ]);
  const dated = sources.rows.flatMap(({ states }) => states.map(({ values }) => values['dated']));
  return {
    teams: teams.teams,
    promises: promises.promises,
    lastDocument:
      dated
        .filter((it) => typeof it === 'string')
        .toSorted()
        .at(-1) ?? null,
  };
}
