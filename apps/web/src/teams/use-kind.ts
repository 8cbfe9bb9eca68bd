import { useTeamKinds } from '../api/queries';
import { useUrlQuery } from '../shell/url';
import { chosenOf } from './kinds';

/** The kinds of teams there are, and the one that is shown. */
export function useKind() {
  const query = useTeamKinds();
  const chosen = chosenOf(query.data ?? [], useUrlQuery().get('teams'));
  return { query, kinds: query.data ?? [], chosen };
}
