import type { BurnUpAnswer, BurnUpPoint, CountAnswer, CountInBrief } from '@cadre/contract';
import { addDays, type CivilDate } from '@cadre/kernel';
import { type AsOfDates } from '../as-of.js';
import { promisesAnswer } from '../promises/promises.query.js';
import { asOfAnswer } from '../table/possible.js';
import { UnknownQuestion } from '../table/unknown-question.js';
import { type Snapshot, type Tables } from '../tables/tables.js';
import { blockCounts, last } from './block-counts.js';
import { type BlockMaterial, blockOver, type BlockOver } from './block-material.js';
import { daysBetween, mostDays, type Step, stepEnd, STEPS, stepStart } from './steps.js';

/** How far a block came over time. */
export interface BurnUpQuestion extends AsOfDates {
  /** Id of the block. */
  readonly block: string;
  /** The first and the last day; around all that is told of the block, and of what is promised about it, when left out. */
  readonly from?: CivilDate;
  readonly to?: CivilDate;
  /** The finest that keeps the series short, when left out. */
  readonly step?: Step;
}

/** Points of a series for which no step was asked, and the most of any. */
const SHORT = 48;
const MOST = 600;
/** A day asked for that lies further from what is told than this does not stretch the series. */
const REACH_DAYS = 275;

/** The counts of a block over time as known at one moment; between two days on which nothing changes they are worked out once. */
export function burnUpAnswer(tables: Tables, question: BurnUpQuestion): Promise<BurnUpAnswer> {
  return tables.read(async (snapshot) => {
    const { block: id, knownAt } = question;
    const over = await blockOver(snapshot, id, knownAt);
    const { from, to } = { ...(await aroundAll(snapshot, question, over.turns)), ...given(question) };
    const asOf = await asOfAnswer(snapshot, question);
    if (over.isUntold) {
      return { asOf, block: id, name: id, step: question.step ?? 'month', from: null, to: null, points: [], turns: [] };
    }
    if (to < from) throw new UnknownQuestion('/to', `The last day, ${to}, lies before the first, ${from}.`);
    const step = question.step ?? STEPS.find((it) => mostDays(from, to, it) <= SHORT) ?? 'year';
    const most = mostDays(from, to, step);
    if (most > MOST) {
      throw new UnknownQuestion(
        '/step',
        `That may be ${most} days, more than ${MOST}; ask for a shorter time or a longer step.`,
      );
    }
    const turns = over.turns.filter((day) => from < day && day <= to);
    const days = new Set([...daysBetween(from, to, step), ...(turns.length <= SHORT ? turns : [])]);
    const points = pointsOf(over, [...days].toSorted());
    return { asOf, block: id, name: nameOf(over, to) ?? id, step, from, to, points, turns };
  });
}

function given({ from, to }: BurnUpQuestion): { from?: CivilDate; to?: CivilDate } {
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}

/** Whole quarters around all days that the block and promises about it tell of, and the day asked for when it is near. */
async function aroundAll(
  snapshot: Snapshot,
  { block, validOn, knownAt }: BurnUpQuestion,
  turns: readonly CivilDate[],
): Promise<{ readonly from: CivilDate; readonly to: CivilDate }> {
  const promised = await promisesAnswer(snapshot, { validOn, knownAt, about: `block-${block}` });
  const due = promised.promises.flatMap(({ due: { earliest, latest } }) => [earliest, latest]);
  const told = [...turns, ...due.filter((day) => day !== null)].toSorted();
  const [first, end] = [told[0] ?? validOn, told.at(-1) ?? validOn];
  const isNear = validOn >= addDays(first, -REACH_DAYS) && validOn <= addDays(end, REACH_DAYS);
  const days = (isNear ? [...told, validOn] : told).toSorted();
  return { from: stepStart(addDays(days[0]!, -REACH_DAYS), 'quarter'), to: stepEnd(days.at(-1)!, 'quarter') };
}

function pointsOf(over: BlockOver, days: readonly CivilDate[]): BurnUpPoint[] {
  let before: { readonly turns: number; readonly counts: Omit<BurnUpPoint, 'on'> } | null = null;
  return days.map((on) => {
    const turns = over.turns.findLastIndex((day) => day <= on);
    before = before?.turns === turns ? before : { turns, counts: countsOf(over.on(on)) };
    return { on, ...before.counts };
  });
}

const UNTOLD: CountInBrief = { atLeast: null, atMost: null, certain: false, notReported: true };

function countsOf(material: BlockMaterial | null): Omit<BurnUpPoint, 'on'> {
  const counts = material === null ? null : blockCounts(material);
  const brief = (count: CountAnswer | undefined): CountInBrief => (count === undefined ? UNTOLD : inBrief(count));
  return {
    approved: brief(counts?.approved),
    identified: brief(counts?.identified),
    advertised: brief(counts?.advertised),
    selected: brief(counts?.selected),
    onDuty: brief(counts?.onDuty),
    unreported: brief(counts?.unreported),
  };
}

function inBrief({ atLeast, atMost, certain, notReported }: CountAnswer): CountInBrief {
  return { atLeast, atMost, certain, notReported };
}

function nameOf(over: BlockOver, day: CivilDate): string | null {
  const material = over.on(day);
  return material === null ? null : last(material.block, 'name');
}
