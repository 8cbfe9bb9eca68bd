import type { Because, ClaimTopic, NarrativeFigure, NarrativeSentence, RowAnswer } from '@cadre/contract';
import { sql } from 'kysely';
import { type AsOfDates } from '../as-of.js';
import { claimsAnswer, figuresApart, sourcesOf } from '../claims/claims.query.js';
import { rowAnswers, thingsOf } from '../table/possible.js';
import { type Snapshot } from '../tables/tables.js';
import { listed, say, withoutStop } from './saying.js';

/** Categories of statements that measure how things stand, or what they are to come to. */
const MEASURES = ['indicator', 'gender balance', 'target'];

/** What is measured, as the sources word it. */
export async function indicatorSentences(snapshot: Snapshot, dates: AsOfDates): Promise<readonly NarrativeSentence[]> {
  const isIndicator = sql`m.category in (${sql.join(MEASURES)})`;
  const things = await thingsOf(snapshot, 'statements', dates, { possibly: isIndicator, surely: isIndicator });
  const rows = await rowAnswers(snapshot, things);
  return listed('indicators', rows.map(indicator));
}

function indicator({ certain, states }: RowAnswer): NarrativeSentence {
  const { values, because } = states.findLast(({ present }) => present)!;
  const text = withoutStop(values['text'] as string);
  return say({
    ...{ section: 'indicators', key: 'indicator', certain, texts: { text }, because: [because] },
    sentence: `${text}.`,
  });
}

/** Topics on which sources disagree, with the figures they give side by side. */
export async function claimSentences(snapshot: Snapshot, dates: AsOfDates): Promise<readonly NarrativeSentence[]> {
  const { topics } = await claimsAnswer(snapshot, dates);
  return listed('disagreements', topics.filter(({ disagree }) => disagree).map(disagreement));
}

function disagreement(topic: ClaimTopic): NarrativeSentence {
  const name = topic.topic.replaceAll('-', ' ');
  const apart = figuresApart(topic.statements);
  const sources = sourcesOf(topic).map(saidSource).join('; ');
  const said = apart.length === 0 ? '' : ` (${apart.map(sayFigures).join('; ')})`;
  return say({
    ...{ section: 'disagreements', key: apart.length === 0 ? 'disagree' : 'disagreeOn', texts: { topic: name } },
    figures: apart.map(({ what, said: values }) => ({ what, said: [...values] })),
    because: topic.statements.flatMap(({ states }) => states.slice(-1).map((state) => state.because)),
    sentence: `Sources disagree on ${name}: ${sources}${said}.`,
  });
}

/** "staff to move: about 40 people or about 25 people". */
function sayFigures({ what, said }: { readonly what: string; readonly said: readonly NarrativeFigure[] }): string {
  const values = said.map(({ value, unit, qualifier }) =>
    qualifier === 'exactly' ? `${value} ${unit}` : `${qualifier} ${value} ${unit}`,
  );
  return `${what}: ${values.join(' or ')}`;
}

function saidSource({ document, paragraph, localKnowledge }: Because): string {
  if (document === null) return `local knowledge of ${localKnowledge}`;
  return /\d/.test(paragraph ?? '') ? `${document}, paragraph ${paragraph}` : document;
}
