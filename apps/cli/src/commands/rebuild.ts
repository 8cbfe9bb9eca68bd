import { type Cadre } from '@cadre/composition';
import { digest, type Rebuilt, rebuildTables } from '@cadre/read-models';
import { type Run, STOPPED, type Surroundings } from '../command-shape.js';
import { type Options } from '../arguments/options.js';
import { checkReadable, reading, Refused, whereOf, withCadre } from '../data-folder.js';
import { createProgress } from '../progress.js';
import { inColumns } from '../words/columns.js';

/** How the new tables came out beside the former; digests are SHA-256 (hex) over all rows. */
interface Comparison extends Rebuilt {
  readonly digestBefore: string;
  readonly digestAfter: string;
}

/** Someone may record while tables are filled; then the two are not of the same position and it is tried again. */
const ATTEMPTS = 3;

/** Fills new tables from the log beside those in use, compares, switches to them. */
export const rebuild: Run = async ({ options }, surroundings) => {
  const { output, signal } = surroundings;
  if (options.undo) return undo(options, surroundings);
  let compared: Comparison;
  try {
    for (let attempt = 1; ; attempt++) {
      compared = await reading(options, surroundings, (cadre) => rebuilt(cadre, surroundings));
      if (compared.positionBefore === compared.positionAfter || attempt === ATTEMPTS) break;
    }
  } catch (error) {
    if (!signal.aborted) throw error;
    output.note('stopped; the tables in use stay as they were');
    return STOPPED;
  }
  if (options.json) output.json(compared);
  else for (const line of sayComparison(compared)) output.line(line);
  return compared.same ? 0 : 1;
};

/** Puts the tables before the last rebuild in use again. */
async function undo(options: Options, surroundings: Surroundings): Promise<number> {
  const { output, environment } = surroundings;
  // Not brought up to the log first: it may be just that which the tables in use cannot.
  const where = whereOf(options, environment);
  checkReadable(where.log);
  const isDone = await withCadre(where, (cadre) => cadre.tables.restorePrevious());
  if (!isDone) throw new Refused('There are no tables before these to go back to.');
  if (options.json) output.json({ restored: true });
  else
    output.line('The tables before the last rebuild are in use again; whoever keeps them brings them up to the log.');
  return 0;
}

async function rebuilt({ environment, tables }: Cadre, surroundings: Surroundings): Promise<Comparison> {
  const { output, signal } = surroundings;
  const digestBefore = await digest(tables);
  const onProgress = createProgress<{ position: number; upTo: number }>(
    output,
    ({ position, upTo }) => `told the log up to position ${position} of ${upTo}`,
  );
  const answer = await rebuildTables(tables, environment.log, { onProgress, signal });
  // The tables in use may have been told more by now; what was the same then had the same digest.
  return { ...answer, digestBefore, digestAfter: answer.same ? digestBefore : await digest(tables) };
}

function sayComparison(compared: Comparison): readonly string[] {
  const { positionBefore, positionAfter, same, tables, digestBefore, digestAfter } = compared;
  const rows = tables.map(({ table, rowsBefore, rowsAfter, same: isSame }) => [
    `  ${table}`,
    `${rowsBefore}`,
    `${rowsAfter}`,
    isSame ? 'the same' : 'differs',
  ]);
  const verdict = same
    ? 'The new tables are the same bytes as before, and in use.'
    : 'The new tables differ from those before; the new ones are in use.';
  const moved = 'Entries were recorded meanwhile, so the two cannot be the same; run it again when nobody records.';
  return [
    ...inColumns([['  table', 'rows before', 'rows after', ''], ...rows]),
    '',
    `log position  ${positionBefore} before, ${positionAfter} after`,
    `digest before ${digestBefore}`,
    `digest after  ${digestAfter}`,
    verdict,
    ...(positionBefore === positionAfter ? [] : [moved]),
  ];
}
