import type Database from 'better-sqlite3';
import { sql } from 'kysely';
import { type StaleStream, type TableAnswer } from '../answers.js';
import { type AsOfDates, fromKnownAt } from '../as-of.js';
import { becauseOf } from '../history/entry-rows.js';
import { models } from '../models.js';
import { foldName } from '../names/fold-name.js';
import { all, first } from '../tables/sql.js';
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
export function tableAnswer(db: Database.Database, table: string, question: TableQuestion): TableAnswer {
  if (columnsOf(table) === null) throw new UnknownQuestion('', `There is no table "${table}".`);
  const { filters = {}, search } = question;
  const read = db.transaction((): TableAnswer => {
    const condition = conditionOf(db, table, question, filters);
    const things = thingsOf(db, table, question, search === undefined ? condition : named(search, condition));
    const asked = filteredBy(filters);
    const because = [...becauseOf(db, causesOf(things, asked.length > 0 ? asked : [BEING_THERE])).values()];
    const count =
      things.length > 0 || isToldOf(db, table, question, filters) ? countOf(things, because) : notReported();
    const stale = staleStreams(db, table);
    return {
      asOf: asOfAnswer(db, question),
      count,
      rows: rowAnswers(db, things),
      ...(stale.length > 0 ? { stale } : {}),
    };
  });
  return read();
}

function named(search: string, { possibly, surely, ...more }: Condition): Condition {
  const has = sql`instr(m.folded, ${foldName(search)}) > 0`;
  return { ...more, possibly: sql`(${has} and ${possibly})`, surely: sql`(${has} and ${surely})` };
}

/** Is anything of that kind known, whatever its state and for whatever day? */
export function isToldOf(db: Database.Database, table: string, question: TableQuestion, filters: Filters): boolean {
  const progress = models.filter((model) => model.table === table).flatMap((model) => model.progress);
  const kinds = Object.fromEntries(Object.entries(filters).filter(([name]) => !progress.includes(name)));
  const { possibly } = conditionOf(db, table, question, kinds);
  const found = first(
    db,
    sql`select 1 ${fromKnownAt(table, question.knownAt)} and m.present = 1 and ${possibly} limit 1`,
  );
  return found !== null;
}

function staleStreams(db: Database.Database, table: string): StaleStream[] {
  const categories = models.filter((model) => model.table === table).map((model) => model.category);
  const parked = all<StaleStream>(
    db,
    sql`select stream, position as sincePosition from parked_streams order by stream`,
  );
  return parked.filter(({ stream }) => categories.some((category) => stream.startsWith(`${category}-`)));
}
