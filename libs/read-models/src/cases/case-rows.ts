import type { Because, CandidateAnswer, CaseAnswer, CasePartAnswer, CaseStageAnswer } from '@cadre/contract';
import { type CountRange, daysBetween, daysSince, type Window } from '@cadre/kernel';
import { type AsOfDates } from '../as-of.js';
import { groupBy } from '../group-by.js';
import { becauseOf, windowAnswer } from '../history/entry-rows.js';
import { namesOf } from '../staffing/post-rows.js';
import { spanOf } from '../staffing/vacancy.js';
import { BEING_THERE, causesOf, type State, those, type Thing, thingsOf, valuesIn } from '../table/possible.js';
import { type Snapshot } from '../tables/tables.js';
import { isOver, overall, type RecruitmentTargets } from './targets.js';

/** The columns that a case is shown with. */
const SHOWN = [BEING_THERE, 'stage', 'closes_on', 'asked_of', 'nominated', 'shortlisted', 'withdrawals'];
const CANDIDATE_SHOWN = ['stage', 'post_id'];

/** What cases are made from, read for those cases only. */
interface Material {
  readonly dates: AsOfDates;
  readonly targets: RecruitmentTargets;
  readonly candidates: ReadonlyMap<string, readonly Thing[]>;
  readonly titles: ReadonlyMap<string, readonly string[]>;
  readonly blocks: ReadonlyMap<string, readonly string[]>;
  readonly causes: ReadonlyMap<string, Because>;
}

/** Recruitment cases in the order of their streams; those not told of are left out. */
export async function caseRows(
  snapshot: Snapshot,
  streams: readonly string[],
  dates: AsOfDates,
  targets: RecruitmentTargets,
): Promise<CaseAnswer[]> {
  const things = await thingsOf(snapshot, 'recruitment', dates, those('stream', streams));
  const candidates = await thingsOf(snapshot, 'candidacies', dates, those('stream', streams));
  const posts = things.flatMap(({ item }) => (item === '' ? [] : [`post-${item}`]));
  const blocks = things.flatMap((it) => valuesIn<string | null>(it, 'block_id')).filter((id) => id !== null);
  const stated = things.flatMap(({ states }) => states.map((state) => state.causeOf('stage')));
  const material: Material = {
    dates,
    targets,
    candidates: groupBy(candidates, ({ stream }) => stream),
    titles: await namesOf(snapshot, 'posts', posts, dates),
    blocks: await namesOf(
      snapshot,
      'blocks',
      blocks.map((id) => `block-${id}`),
      dates,
    ),
    causes: await becauseOf(snapshot, [
      ...stated,
      ...causesOf(things, SHOWN),
      ...causesOf(candidates, CANDIDATE_SHOWN),
    ]),
  };
  const byStream = groupBy(things, ({ stream }) => stream);
  return streams.flatMap((stream) => (byStream.has(stream) ? [caseOf(byStream.get(stream)!, material)] : []));
}

function caseOf(things: readonly Thing[], material: Material): CaseAnswer {
  const { dates, targets, candidates, blocks, causes } = material;
  const [one] = things as readonly [Thing];
  const last = <T>(column: string): T => valuesIn<T>(one, column).at(-1) as T;
  const [blockId, atLeast] = [last<string | null>('block_id'), last<number | null>('openings_at_least')];
  const there = things.flatMap(({ states }) => states.filter(({ present }) => present));
  const daysOpen = allOf(there.map((state) => daysOpenIn(state, dates)));
  return {
    stream: one.stream,
    id: one.id,
    name: last('name'),
    block: blockId === null ? null : { id: blockId, name: blocks.get(blockId)?.at(-1) ?? null },
    openings: atLeast === null ? null : { atLeast, atMost: last('openings_at_most') },
    opened: windowAnswer(windowIn(there.at(-1)!, 'opened')),
    daysOpen,
    targetDays: targets.overallDays,
    overTarget: isOver(daysOpen, targets.overallDays),
    isOpen: openness(things),
    channel: last('channel'),
    closesOn: last('closes_on'),
    askedOf: last('asked_of'),
    askedCount: last('asked_count'),
    nominated: last('nominated'),
    shortlisted: last('shortlisted'),
    withdrawals: last<number | null>('withdrawals') ?? 0,
    parts: partsOf(things, material),
    candidates: (candidates.get(one.stream) ?? []).map((it) => candidateOf(it, causes)),
    because: causesOf(things, SHOWN).map((id) => causes.get(id)!),
  };
}

const isEnded = (state: State): boolean => ['reported', 'cancelled'].includes(state.values['stage'] as string);

/** A case is under way while one of its posts is. */
function openness(things: readonly Thing[]): 'yes' | 'possibly' | 'no' {
  const openStates = things.map(({ states }) => states.map((state) => state.present && !isEnded(state)));
  if (openStates.some((states) => states.every(Boolean))) return 'yes';
  return openStates.some((states) => states.some(Boolean)) ? 'possibly' : 'no';
}

/** From the opening to the day asked for; to the end, where it has come to one. */
function daysOpenIn(state: State, { validOn }: AsOfDates): CountRange | null {
  const opened = windowIn(state, 'opened');
  if (!isEnded(state)) return daysSince(opened, validOn);
  return opened.earliest === null && opened.latest === null ? null : daysBetween(opened, windowIn(state, 'since'));
}

function allOf(ranges: readonly (CountRange | null)[]): CountRange | null {
  return ranges.length === 0 || ranges.includes(null) ? null : spanOf(ranges as readonly CountRange[]);
}

/** Posts that stand in the same stages since the same time are told of together. */
function partsOf(things: readonly Thing[], { dates, targets, titles, causes }: Material): CasePartAnswer[] {
  const stagesOf = (thing: Thing): CaseStageAnswer[] =>
    thing.states.filter(({ present }) => present).map((state) => stageIn(state, { dates, targets, causes }));
  const alike = groupBy(
    things.map((thing) => ({ item: thing.item, stages: stagesOf(thing) })),
    ({ stages }) => JSON.stringify(stages.map(({ stage, since }) => [stage, since])),
  );
  return [...alike.values()].map((group) => ({
    posts: group
      .filter(({ item }) => item !== '')
      .map(({ item }) => ({ id: item, title: titles.get(item)?.at(-1) ?? null })),
    stages: group[0]!.stages,
    overTarget: overall(group[0]!.stages.map((it) => it.overTarget)),
  }));
}

function stageIn(
  state: State,
  { dates, targets, causes }: Pick<Material, 'dates' | 'targets' | 'causes'>,
): CaseStageAnswer {
  const stage = state.values['stage'] as string;
  const since = windowIn(state, 'since');
  const targetDays = targets.stageDays[stage] ?? null;
  const days = daysSince(since, dates.validOn);
  const overTarget = isOver(days, targetDays);
  return {
    stage,
    since: windowAnswer(since),
    days,
    targetDays,
    overTarget,
    because: causes.get(state.causeOf('stage'))!,
  };
}

function candidateOf(candidacy: Thing, causes: ReadonlyMap<string, Because>): CandidateAnswer {
  const values = candidacy.states.findLast(({ present }) => present)!.values;
  const stages = [...valuesIn<string>(candidacy, 'stage')];
  return {
    candidateId: values['candidate_id'] as string | null,
    postId: values['post_id'] as string | null,
    stages,
    since: windowAnswer(
      windowIn(
        candidacy.states.findLast(({ present }) => present)!,
        'since',
      ),
    ),
    certain: candidacy.surely && stages.length === 1,
    because: causesOf([candidacy], CANDIDATE_SHOWN).map((id) => causes.get(id)!),
  };
}

function windowIn({ values }: State, name: 'since' | 'opened'): Window {
  const end = (column: string): string | null => (values[`${name}_${column}`] ?? null) as string | null;
  return { earliest: end('earliest'), latest: end('latest'), phrase: end('phrase') };
}
