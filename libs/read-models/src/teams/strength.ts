import type { Because, CountAnswer, FunctionReadiness } from '@cadre/contract';
import { type TeamEvent } from '@cadre/domain';
import { type CountRange, exactCount } from '@cadre/kernel';
import { overPossible, type ToldEntry } from '../history/placing.js';
import { countOver, less, plus, rangeOf, reported } from '../table/counts.js';
import { type Thing } from '../table/possible.js';

type Member = Extract<TeamEvent, { type: 'TeamMemberAssigned' }>['data'];
type Composition = readonly { readonly what: string; readonly count: CountRange }[];

/** A team's plan and its members, function by function. */
export interface Strength {
  readonly functions: FunctionReadiness[];
  readonly planned: CountAnswer;
  readonly assigned: CountAnswer;
  /** Members that possibly belong to it and hold a post. */
  readonly posted: readonly { readonly postId: string; readonly because: Because }[];
}

/** What is planned for a team where it is planned at all, and who is told to have joined it. */
export function strengthOf(thing: Thing, told: readonly ToldEntry[], planBecause: Because[]): Strength {
  const plans = thing.states.filter(({ present }) => present).map(({ values }) => values['composition'] as Composition);
  const joining = told.filter(({ type }) => type === 'TeamMemberAssigned' || type === 'TeamMemberReleased');
  const possible = overPossible(joining, membersAfter);
  const because = joining.map((entry) => entry.because);
  const composed = plans.filter((plan) => plan.length > 0);
  const names = [...new Set(composed.flatMap((plan) => plan.map(({ what }) => what)))];
  const others = [...new Set(possible.flatMap((members) => (members ?? []).map((it) => it.function)))];
  return {
    functions: [...names, ...others.filter((it) => it === null || !names.includes(it))].map((what) => ({
      what,
      planned: countOver(
        composed.map((plan) => plan.find((it) => it.what === what)?.count ?? null),
        planBecause,
      ),
      assigned: assignedTo(what, joining, possible),
    })),
    planned: countOver(
      composed.map((plan) => plan.map(({ count }) => count).reduce(plus)),
      planBecause,
    ),
    assigned: countOver(
      possible.map((members) => (members === null ? null : exactCount(members.length))),
      because,
    ),
    posted: postedIn(joining, possible),
  };
}

/** Null until any member is told of: not reported, never none. */
function membersAfter(happened: readonly ToldEntry[]): readonly Member[] | null {
  if (happened.length === 0) return null;
  return happened.reduce<readonly Member[]>((members, { type, data }) => {
    const rest = members.filter(({ personId }) => personId !== data['personId']);
    return type === 'TeamMemberAssigned' ? [...rest, data as Member] : rest;
  }, []);
}

function assignedTo(
  what: string | null,
  joining: readonly ToldEntry[],
  possible: readonly (readonly Member[] | null)[],
): CountAnswer {
  const own = joining.filter(({ data }) => (data['function'] ?? null) === what);
  const isTold = own.some(({ type }) => type === 'TeamMemberAssigned');
  const counts = possible.map((members) =>
    members === null || !isTold ? null : exactCount(members.filter((it) => it.function === what).length),
  );
  const people = new Set(own.map(({ data }) => data['personId']));
  const because = joining.filter(({ data }) => people.has(data['personId'])).map((entry) => entry.because);
  return countOver(counts, isTold ? because : []);
}

function postedIn(joining: readonly ToldEntry[], possible: readonly (readonly Member[] | null)[]): Strength['posted'] {
  const members = new Map(possible.flatMap((it) => it ?? []).map((member) => [member.personId, member]));
  return [...members.values()].flatMap(({ personId, postId }) => {
    const entry = joining.findLast(({ type, data }) => type === 'TeamMemberAssigned' && data['personId'] === personId);
    return postId === null ? [] : [{ postId, because: entry!.because }];
  });
}

/** How many more are planned than are told of; not reported when either is. */
export function missing({ planned, assigned }: Pick<Strength, 'planned' | 'assigned'>): CountAnswer {
  const rest = less(rangeOf(planned), rangeOf(assigned));
  const because = [...planned.because, ...assigned.because];
  return rest === null ? countOver([], because) : reported(rest.atLeast, rest.atMost, because, 'planned less assigned');
}
