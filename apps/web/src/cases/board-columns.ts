import type { CaseAnswer, CasePart, CaseStage } from './cases.queries';

/** The stages of filling a post, in order; a withdrawal leads back, so it stands where the way begins anew. */
export const STAGES = [
  ...['opened', 'withdrawn', 'criteria approved', 'advertised', 'nominations requested', 'under review'],
  ...['shortlisted', 'recommended', 'endorsed', 'selected', 'announced', 'accepted', 'reported', 'cancelled'],
];

/** A case, or those of its posts that stand together, in one stage it may be in. */
export interface Card {
  readonly key: string;
  readonly of: CaseAnswer;
  readonly part: CasePart;
  readonly stage: CaseStage;
  /** False when it may be in another stage as well. */
  readonly certain: boolean;
}

/** The cards of one stage. */
export interface Column {
  readonly stage: string;
  readonly cards: readonly Card[];
  /** How many are surely there. */
  readonly surely: number;
}

/** Cases by stage, those that have cards. A case that may be in several stages has a card in each. */
export function columnsOf(cases: readonly CaseAnswer[]): readonly Column[] {
  const cards = cases.flatMap((of) => of.parts.flatMap((part, i) => cardsOf(of, part, i)));
  return STAGES.map((stage) => {
    const inStage = cards.filter((card) => card.stage.stage === stage);
    return { stage, cards: inStage, surely: inStage.filter(({ certain }) => certain).length };
  }).filter((column) => column.cards.length > 0);
}

function cardsOf(of: CaseAnswer, part: CasePart, place: number): readonly Card[] {
  const certain = part.stages.length === 1;
  return part.stages.map((stage) => ({ key: `${of.id} ${place} ${stage.stage}`, of, part, stage, certain }));
}

/** Where the arrow keys lead from a card: up and down within its column, sideways to the nearest card of the next. */
export function neighbourOf(
  columns: readonly Column[],
  key: string,
  move: 'up' | 'down' | 'back' | 'on',
): string | null {
  const column = columns.findIndex(({ cards }) => cards.some((card) => card.key === key));
  const place = columns[column]?.cards.findIndex((card) => card.key === key) ?? -1;
  if (place < 0) return null;
  if (move === 'up' || move === 'down') return columns[column]!.cards[place + (move === 'up' ? -1 : 1)]?.key ?? null;
  const beside = columns[column + (move === 'back' ? -1 : 1)]?.cards ?? [];
  return beside[Math.min(place, beside.length - 1)]?.key ?? null;
}
