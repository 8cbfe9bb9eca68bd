import type { TeamAnswer } from '../api/client';
import type { TeamReadiness } from './teams.queries';

/** Whether a team stands, as far as its states say; before more is known of it. */
export function standsOf({ statuses, certain }: Pick<TeamAnswer, 'statuses' | 'certain'>): TeamReadiness['stands'] {
  if (!statuses.includes('standing')) return 'no';
  return certain && statuses.length === 1 ? 'yes' : 'possibly';
}
