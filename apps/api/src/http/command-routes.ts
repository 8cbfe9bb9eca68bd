import { type CommandRoute } from './command-route.js';
import { blockRoutes } from './commands/blocks.js';
import { caseRoutes } from './commands/cases.js';
import { commitmentRoutes, evaluationRoutes, personRoutes, sourceRoutes } from './commands/others.js';
import { postRoutes } from './commands/posts.js';
import { teamRoutes } from './commands/teams.js';
import { unitRoutes } from './commands/units.js';

/** The one table of ways in: every command a person can give. */
export const commandRoutes: readonly CommandRoute[] = [
  ...blockRoutes,
  ...postRoutes,
  ...caseRoutes,
  ...personRoutes,
  ...unitRoutes,
  ...teamRoutes,
  ...evaluationRoutes,
  ...commitmentRoutes,
  ...sourceRoutes,
];
