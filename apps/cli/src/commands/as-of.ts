import { type Cadre } from '@cadre/composition';
import {
  type AsOfDates,
  establishmentAnswer,
  type Filters,
  promisesAnswer,
  tableAnswer,
  type Tables,
  teamsAnswer,
} from '@cadre/read-models';
import { type Options } from '../arguments/options.js';
import { BadArgument } from '../arguments/bad-argument.js';
import { type Run } from '../command-shape.js';
import { datesOf, reading } from '../data-folder.js';
import { checkTable } from '../tables.js';
import { sayAsOf } from '../words/day.js';
import { type Overview, sayOverview, type TeamsOfKind } from '../words/overview.js';
import { sayTable } from '../words/table.js';

/** The rows of a table as of two dates; without a table the overview. */
export const asOf: Run = async ({ words: [table], options }, surroundings) => {
  const { output } = surroundings;
  if (table === undefined) {
    if (options.where) throw new BadArgument('--where needs a TABLE before it.');
    const overview = await reading(options, surroundings, (cadre) => overviewOf(cadre, options));
    if (options.json) output.json(overview);
    else for (const line of sayOverview(overview)) output.line(line);
    return 0;
  }
  checkTable(table);
  const answer = await reading(options, surroundings, async (cadre) =>
    tableAnswer(cadre.tables, table, { ...datesOf(cadre, options), filters: filtersOf(options) }),
  );
  if (options.json) output.json(answer);
  else
    for (const line of [sayAsOf(answer.asOf), '', ...sayTable(table, answer, options.where ?? {})]) output.line(line);
  return 0;
};

async function overviewOf(cadre: Cadre, options: Options): Promise<Overview> {
  const dates = datesOf(cadre, options);
  const { tables } = cadre;
  return {
    establishment: await establishmentAnswer(tables, dates),
    teams: await teamsByKind(tables, dates),
    promises: await promisesAnswer(tables, dates),
  };
}

/** A number of teams means something within one kind: an operational team and a police capacity are not two of a thing. */
async function teamsByKind(tables: Tables, dates: AsOfDates): Promise<readonly TeamsOfKind[]> {
  const all = await teamsAnswer(tables, dates);
  const kinds = [...new Set(all.teams.map(({ kind }) => kind))].filter((kind) => kind !== null);
  if (kinds.length === 0) return [{ kind: null, answer: all }];
  const answers: TeamsOfKind[] = [];
  for (const kind of kinds) answers.push({ kind, answer: await teamsAnswer(tables, { ...dates, kind }) });
  return answers;
}

/** --where and --within as the tables take them. */
export function filtersOf({ where = {}, within }: Options): Filters {
  return within ? { ...where, within: 'true' } : where;
}
