import type { StaleStream, TableAnswer } from '@cadre/contract';
import { sql } from 'kysely';
import { type AsOfDates, fromKnownAt } from '../as-of.js';
import { becauseOf } from '../history/entry-rows.js';
import { models } from '../models.js';
import { foldName } from '../names/fold-name.js';
import { first, type Snapshot, type Tables } from '../tables/tables.js';
import { type SqlWords } from '../tables/words.js';
import { countOf, notReported } from './counts.js';
import { conditionOf, filteredBy, type Filters } from './filters.js';
import { asOfAnswer, BEING_THERE, causesOf, columnsOf, type Condition, rowAnswers, thingsOf } from './possible.js';
import { UnknownQuestion } from './unknown-question.js';

/** A question to any table. */
export interface TableQuestion extends AsOfDates {
  readonly filters?: Filters;
  /** Only names that contain these words, whatever the case, width or spacing. For the table of names. */
  readonly search?: string;
}

/**
 * The rows of a table that possibly match as of two dates, and how many surely and possibly do. The count is not
 * reported when nothing of the kind asked for is known at all. @throws UnknownQuestion
 */
export async function tableAnswer(tables: Tables, table: string, question: TableQuestion): Promise<TableAnswer> {
  if (columnsOf(table) === null) throw new UnknownQuestion('', `There is no table "${table}".`);
  const { filters = {}, search } = question;
  return tables.read(async (snapshot) => {
    const condition = await conditionOf(snapshot, table, question, filters);
    const asked = search === undefined ? condition : named(snapshot.words, search, condition);
    const things = await thingsOf(snapshot, table, question, asked);
    const columns = filteredBy(filters);
    const causes = causesOf(things, columns.length > 0 ? columns : [BEING_THERE]);
    const because = [...(await becauseOf(snapshot, causes)).values()];
    const isTold = things.length > 0 || (await isToldOf(snapshot, table, question, filters));
    const stale = await staleStreams(snapshot, table);
    return {
      asOf: await asOfAnswer(snapshot, question),
      count: isTold ? countOf(things, because) : notReported(),
      rows: await rowAnswers(snapshot, things),
      ...(stale.length > 0 ? { stale } : {}),
    };
  });
}

function named(words: SqlWords, search: string, { possibly, surely, ...more }: Condition): Condition {
  const has = words.contains(sql`m.folded`, foldName(search));
  return { ...more, possibly: sql`(${has} and ${possibly})`, surely: sql`(${has} and ${surely})` };
}

/** Is anything of that kind known, whatever its state and for whatever day? */
export async function isToldOf(
  snapshot: Snapshot,
  table: string,
  question: TableQuestion,
  filters: Filters,
): Promise<boolean> {
  const progress = models.filter((model) => model.table === table).flatMap((model) => model.progress);
  const kinds = Object.fromEntries(Object.entries(filters).filter(([name]) => !progress.includes(name)));
  const { possibly } = await conditionOf(snapshot, table, question, kinds);
  const found = await first(
    snapshot,
    sql`select 1 ${fromKnownAt(table, question.knownAt)} and m.present = 1 and ${possibly} limit 1`,
  );
  return found !== null;
}

async function staleStreams(snapshot: Snapshot, table: string): Promise<StaleStream[]> {
  const categories = models.filter((model) => model.table === table).map((model) => model.category);
  const parked = await snapshot.all<StaleStream>(
    sql`select stream, position as "sincePosition" from parked_streams order by stream`,
  );
  return parked.filter(({ stream }) => categories.some((category) => stream.startsWith(`${category}-`)));
}
