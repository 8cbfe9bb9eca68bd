import { type RawBuilder, sql } from 'kysely';
import { type Condition } from '../table/possible.js';

/** What a post can be asked to be, in order: its occupancy while it stands, or where it is in its life. */
export const POST_STATES = ['vacant', 'filled', 'not reported', 'frozen', 'lapsed', 'abolished'] as const;
export type PostState = (typeof POST_STATES)[number];

const STANDS = sql`m.standing in ('live', 'frozen')`;

/** The state as a condition on rows `m` of posts. */
function stateIs(state: PostState): RawBuilder<unknown> {
  switch (state) {
    case 'vacant':
    case 'filled':
    case 'not reported':
      return sql`(${STANDS} and m.occupancy = ${state})`;
    case 'frozen':
    case 'lapsed':
    case 'abolished':
      return sql`m.standing = ${state}`;
  }
}

/** A condition that also asks for one of some states; for a post that stands when none is named. */
export function inState({ possibly, surely }: Condition, states: readonly PostState[]): Condition {
  const isAny = states.length === 0 ? STANDS : sql`(${sql.join(states.map(stateIs), sql` or `)})`;
  return { possibly: sql`(${possibly} and ${isAny})`, surely: sql`(${surely} and ${isAny})` };
}
