import type { Because, CountAnswer, PostTallies, TallyAnswer, UnitStaffing } from '@cadre/contract';
import { groupBy } from '../group-by.js';
import { MOST_TOLD, notReported, reported } from '../table/counts.js';
import { causesOf, type State, type Thing, valuesIn } from '../table/possible.js';
import { type Descendants } from './descendants.js';

/** A condition on one possible state of a thing. */
type Condition = (state: State) => boolean;

/** A unit that is established and has not ended. */
export const isStanding: Condition = ({ present, values }) => present && values['status'] === 'established';

const stands: Condition = ({ values }) => values['standing'] === 'live' || values['standing'] === 'frozen';

/** A condition that surely or only possibly holds of a state: what nobody told of may be either. */
interface Told {
  readonly surely: Condition;
  readonly possibly: Condition;
}

const plainly = (isMet: Condition): Told => ({ surely: isMet, possibly: isMet });

const isOccupied =
  (...occupancies: readonly string[]): Condition =>
  (state) =>
    stands(state) && occupancies.includes(state.values['occupancy'] as string);

const isTold = isOccupied('filled', 'vacant');

/** What is counted of the posts of a unit. */
const POSTS: Readonly<Record<keyof PostTallies, Told>> = {
  all: plainly(stands),
  filled: { surely: isOccupied('filled'), possibly: isOccupied('filled', 'not reported') },
  vacant: { surely: isOccupied('vacant'), possibly: isOccupied('vacant', 'not reported') },
  notReported: plainly(isOccupied('not reported')),
};

const teamStands = plainly(({ values }) => values['status'] === 'standing');

/** Posts by the unit they possibly stand in. */
export function postTallies(posts: readonly Thing[]): ReadonlyMap<string, PostTallies> {
  return tallied(posts, (members, unit) => {
    const occupied = (told: Told): TallyAnswer | null => (isAnyTold(members) ? tally(members, unit, told) : null);
    return {
      all: tally(members, unit, POSTS.all),
      filled: occupied(POSTS.filled),
      vacant: occupied(POSTS.vacant),
      notReported: tally(members, unit, POSTS.notReported),
    };
  });
}

/** Whether anything was told of who holds them. */
const isAnyTold = (posts: readonly Thing[]): boolean => posts.some(({ states }) => states.some(isTold));

/** Standing teams by the unit that possibly hosts them. */
export function teamTallies(teams: readonly Thing[]): ReadonlyMap<string, TallyAnswer> {
  return tallied(teams, (members, unit) => tally(members, unit, teamStands));
}

function tallied<T>(
  things: readonly Thing[],
  tell: (members: readonly Thing[], unit: Descendants) => T,
): Map<string, T> {
  const placed = things.flatMap((thing) => unitsOf(thing).map((unitId) => ({ unitId, thing })));
  return new Map(
    [...groupBy(placed, ({ unitId }) => unitId)].map(([unitId, members]) => {
      const only = new Set([unitId]);
      return [
        unitId,
        tell(
          members.map(({ thing }) => thing),
          { possibly: only, surely: only },
        ),
      ];
    }),
  );
}

const unitsOf = (thing: Thing): readonly string[] =>
  valuesIn<string | null>(thing, 'unit_id').filter((unitId) => unitId !== null);

function tally(things: readonly Thing[], units: Descendants, told: Told): TallyAnswer {
  const { surely, possibly } = parted(things, units, told);
  return { atLeast: surely.length, atMost: possibly.length };
}

/** The things that surely and possibly lie in some units in a state that meets a condition. */
function parted(
  things: readonly Thing[],
  units: Descendants,
  told: Told,
): { readonly surely: readonly Thing[]; readonly possibly: readonly Thing[] } {
  const isIn = ({ present, values }: State, ids: ReadonlySet<string>): boolean =>
    present && ids.has(values['unit_id'] as string);
  return {
    possibly: things.filter(({ states }) =>
      states.some((state) => isIn(state, units.possibly) && told.possibly(state)),
    ),
    surely: things.filter(({ states }) => states.every((state) => isIn(state, units.surely) && told.surely(state))),
  };
}

/** A number of a staffing before what it rests on is looked up; null where none of the kind was told of. */
interface Rested {
  readonly surely: number;
  readonly possibly: number;
  readonly causes: readonly string[];
}

/** The numbers of a staffing by name. */
type Numbers = Readonly<Record<keyof UnitStaffing, Rested | null>>;

/** Posts and teams of some units; null where none of the kind was told of for them. */
export function staffingOf(posts: readonly Thing[], teams: readonly Thing[], units: Descendants): Numbers {
  const within = (thing: Thing): boolean => unitsOf(thing).some((unitId) => units.possibly.has(unitId));
  const [ownPosts, ownTeams] = [posts.filter(within), teams.filter(within)];
  const count = (things: readonly Thing[], told: Told, columns: readonly string[]): Rested | null => {
    if (things.length === 0) return null;
    const { surely, possibly } = parted(things, units, told);
    const causes = causesOf(possibly.slice(0, MOST_TOLD), ['unit_id', ...columns]).slice(0, MOST_TOLD);
    return { surely: surely.length, possibly: possibly.length, causes };
  };
  const occupied = isAnyTold(ownPosts) ? ownPosts : [];
  return {
    posts: count(ownPosts, POSTS.all, ['standing']),
    filled: count(occupied, POSTS.filled, ['occupancy']),
    vacant: count(occupied, POSTS.vacant, ['occupancy']),
    notReported: count(ownPosts, POSTS.notReported, ['occupancy']),
    teams: count(ownTeams, teamStands, ['status']),
  };
}

/** Every entry that numbers rest on. */
export const staffingCauses = (numbers: Numbers): readonly string[] =>
  Object.values(numbers).flatMap((number) => number?.causes ?? []);

/** Numbers as an answer shows them. */
export function staffingAnswer(numbers: Numbers, causes: ReadonlyMap<string, Because>): UnitStaffing {
  const said = Object.entries(numbers).map(([name, number]) => [name, numberAnswer(number, causes)]);
  return Object.fromEntries(said) as unknown as UnitStaffing;
}

function numberAnswer(number: Rested | null, causes: ReadonlyMap<string, Because>): CountAnswer {
  if (number === null) return notReported();
  const because = number.causes.map((cause) => causes.get(cause)!);
  return reported(number.surely, number.possibly, because);
}
