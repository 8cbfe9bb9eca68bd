import type { CaseLifeAnswer, CasesAnswer, CaseStepAnswer } from '@cadre/contract';
import { type CountRange, daysBetween, daysSince } from '@cadre/kernel';
import { sql } from 'kysely';
import { type AsOfDates, fromAsOf } from '../as-of.js';
import { windowAnswer } from '../history/entry-rows.js';
import { type ToldEntry, toldOf } from '../history/placing.js';
import { foldName } from '../names/fold-name.js';
import { notReported, reported } from '../table/counts.js';
import { conditionOf } from '../table/filters.js';
import { pageOf, type SortKey } from '../table/page.js';
import { asOfAnswer, type Condition } from '../table/possible.js';
import { isToldOf } from '../table/table.query.js';
import { type Snapshot, type Tables } from '../tables/tables.js';
import { caseRows } from './case-rows.js';
import { type RecruitmentTargets, targetsAnswer } from './targets.js';

/** By what cases can be in order: the longest open first, the longest in their stage first, or by name. */
export const CASE_SORTS = ['opened', 'stage', 'name'] as const;
export type CaseSort = (typeof CASE_SORTS)[number];

/** Which cases, in which order, from where on. */
export interface CasesQuestion extends AsOfDates {
  /** Only with a post in one of these stages; those under way when none is named. */
  readonly stages?: readonly string[];
  /** Those that are over as well. */
  readonly all?: boolean;
  readonly block?: string;
  readonly post?: string;
  /** Names, ids, or titles of their posts that contain it, whatever the case. */
  readonly text?: string;
  readonly sort: CaseSort;
  readonly offset: number;
  readonly limit: number;
  readonly targets: RecruitmentTargets;
}

/** One page of recruitment cases as of two dates: where each stands, since when, and whether that is longer than it should be. */
export function casesAnswer(tables: Tables, question: CasesQuestion): Promise<CasesAnswer> {
  return tables.read(async (snapshot) => {
    const { sort, offset, limit, targets } = question;
    const page = await pageOf(snapshot, {
      table: 'recruitment',
      dates: question,
      asked: await wanted(snapshot, question),
      keys: KEYS[sort],
      offset,
      limit,
    });
    const cases = await caseRows(snapshot, page.streams, question, targets);
    const isTold = page.total.possibly > 0 || (await isToldOf(snapshot, 'recruitment', question, {}));
    const because = [...new Map(cases.flatMap((it) => it.because).map((it) => [it.eventId, it])).values()];
    return {
      asOf: await asOfAnswer(snapshot, question),
      targets: targetsAnswer(targets),
      total: isTold ? reported(page.total.surely, page.total.possibly, because) : notReported(),
      offset,
      limit,
      cases,
    };
  });
}

/** One case and its life, step by step. */
export function caseLifeAnswer(
  tables: Tables,
  { caseId, targets, ...dates }: AsOfDates & { readonly caseId: string; readonly targets: RecruitmentTargets },
): Promise<CaseLifeAnswer> {
  return tables.read(async (snapshot) => {
    const stream = `case-${caseId}`;
    const [it] = await caseRows(snapshot, [stream], dates, targets);
    return {
      asOf: await asOfAnswer(snapshot, dates),
      targets: targetsAnswer(targets),
      case: it ?? null,
      steps: stepsOf(await toldOf(snapshot, stream, dates), dates),
    };
  });
}

function stepsOf(told: readonly ToldEntry[], { validOn }: AsOfDates): CaseStepAnswer[] {
  return told.map(({ type, window, surely, because }, i) => {
    const next = told[i + 1]?.window;
    const days: CountRange | null = next ? daysBetween(window, next) : daysSince(window, validOn);
    return { type, when: windowAnswer(window), surely, days, because };
  });
}

async function wanted(snapshot: Snapshot, question: CasesQuestion): Promise<Condition> {
  const { validOn, knownAt, stages, all = false, block, post, text } = question;
  const dates = { validOn, knownAt };
  const condition = await conditionOf(snapshot, 'recruitment', dates, {
    ...(stages ? { stage: stages } : {}),
    ...(block === undefined ? {} : { block_id: [block] }),
    ...(post === undefined ? {} : { post_id: [post] }),
  });
  const parts = [...(all || stages ? [] : [sql`m.stage not in ('reported', 'cancelled')`])];
  if (text !== undefined) {
    const { words } = snapshot;
    const named = sql`select m.about ${fromAsOf(words, 'names', dates)} and ${words.contains(sql`m.folded`, foldName(text))}`;
    const plain = text.trim().toLowerCase();
    parts.push(sql`(${words.contains(sql`lower(coalesce(m.name, ''))`, plain)} or ${words.contains(sql`m.stream`, plain)}
      or ('post-' || coalesce(m.post_id, '')) in (${named}))`);
  }
  const also = parts.length === 0 ? sql`1 = 1` : sql.join(parts, sql` and `);
  return { possibly: sql`(${condition.possibly} and ${also})`, surely: sql`(${condition.surely} and ${also})` };
}

const KEYS: Readonly<Record<CaseSort, readonly SortKey[]>> = {
  opened: ascending('opened_latest', 'opened_earliest'),
  stage: ascending('since_latest', 'since_earliest'),
  name: ascending('name'),
};

function ascending(...columns: readonly string[]): readonly SortKey[] {
  return columns.map((column) => ({ key: sql`lower(m.${sql.ref(column)})`, isDescending: false }));
}
