import type { Because, ClaimsAnswer, ClaimTopic, PossibleState, RowAnswer } from '@cadre/contract';
import { sql } from 'kysely';
import { type AsOfDates } from '../as-of.js';
import { groupBy } from '../group-by.js';
import { asOfAnswer, rowAnswers, thingsOf } from '../table/possible.js';
import { type Tables } from '../tables/tables.js';

/** Topics on which more than one source, or paragraph of one, has a say as of two dates; what each says, side by side. */
export function claimsAnswer(tables: Tables, dates: AsOfDates): Promise<ClaimsAnswer> {
  return tables.read(async (snapshot) => {
    const onTopics = sql`m.topic is not null`;
    const told = await thingsOf(snapshot, 'statements', dates, { possibly: onTopics, surely: onTopics });
    const statements = await rowAnswers(snapshot, told);
    const topics = [...groupBy(statements, (it) => said(it).values['topic'] as string)]
      .map(([topic, onTopic]): ClaimTopic => ({ topic, disagree: disagree(onTopic), statements: onTopic }))
      .filter((topic) => sourcesOf(topic).length > 1)
      .toSorted((a, b) => (a.topic < b.topic ? -1 : 1));
    return { asOf: await asOfAnswer(snapshot, dates), topics };
  });
}

/** The entries of a topic, one for each source that has a say. */
export function sourcesOf({ statements }: ClaimTopic): readonly Because[] {
  const rests = statements.map((it) => said(it).because);
  const bySource = new Map(rests.map((it) => [JSON.stringify([it.document, it.paragraph, it.localKnowledge]), it]));
  return [...bySource.values()];
}

/** A statement says one thing only, though it may not have been made by then. */
const said = ({ states }: RowAnswer): PossibleState => states.findLast(({ present }) => present)!;

function disagree(statements: readonly RowAnswer[]): boolean {
  const texts = statements.map((it) => said(it).values['text'] as string);
  return new Set(texts.map((it) => it.trim())).size > 1 || figuresApart(statements).length > 0;
}

/** A figure of a statement. */
interface Figure {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  readonly qualifier: string;
}

/** One thing of which different figures are given, each of them once. */
interface FiguresApart {
  readonly what: string;
  readonly said: readonly Omit<Figure, 'what'>[];
}

/** The figures that are given differently for one thing. */
export function figuresApart(statements: readonly RowAnswer[]): readonly FiguresApart[] {
  const figures = statements.flatMap((it) => said(it).values['figures'] as readonly Figure[]);
  return [...groupBy(figures, ({ what, unit }) => JSON.stringify([what, unit])).values()].flatMap((ofOne) => {
    const values = new Map(
      ofOne.map(({ value, unit, qualifier }) => [JSON.stringify([qualifier, value]), { value, unit, qualifier }]),
    );
    return values.size > 1 ? [{ what: ofOne[0]!.what, said: [...values.values()] }] : [];
  });
}
