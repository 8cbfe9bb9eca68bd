import { partsOf } from '@cadre/kernel';
import { blocks } from './establishment/blocks.rows.js';
import { candidacies } from './establishment/candidacies.rows.js';
import { incumbency } from './establishment/incumbency.rows.js';
import { posts } from './establishment/posts.rows.js';
import { recruitment } from './establishment/recruitment.rows.js';
import { evaluations } from './evaluations/evaluations.rows.js';
import { groupBy } from './group-by.js';
import { names } from './names/names.rows.js';
import { commitments } from './promises/commitments.rows.js';
import { type ReadModel } from './read-model.js';
import { sources } from './statements/sources.rows.js';
import { statements } from './statements/statements.rows.js';
import { teams } from './teams/teams.rows.js';
import { units } from './units/units.rows.js';

/** Every read model. A new one takes a line here and a file of its own. */
export const models: readonly ReadModel[] = [
  ...[
    blocks,
    posts,
    recruitment,
    candidacies,
    ...incumbency,
    units,
    teams,
    evaluations,
    commitments,
    statements,
    sources,
  ],
  ...names,
];

const byCategory = groupBy(models, ({ category }): string => category);

/** The read models that fold a stream. */
export function modelsOf(stream: string): readonly ReadModel[] {
  return byCategory.get(partsOf(stream).category) ?? [];
}
