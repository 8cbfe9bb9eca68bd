import { blocks } from './establishment/blocks.rows.js';
import { posts } from './establishment/posts.rows.js';
import { commitments } from './promises/commitments.rows.js';
import { type ReadModel } from './read-model.js';
import { teams } from './teams/teams.rows.js';
import { units } from './units/units.rows.js';

/** Every read model. A new one takes a line here and a file of its own. */
export const models: readonly ReadModel[] = [blocks, posts, teams, units, commitments];
