import {
  type CivilDate,
  type Environment,
  type Fold,
  historyOf,
  type DomainEvent,
  readTyped,
  type Refusal,
  streamOf,
} from '@cadre/kernel';
import { parentIsBelow, parentUnknown, post, type PostEvent, unit, type UnitEvent } from '@cadre/domain';

/** What something surely or possibly is over time: its last possible state on each stretch, oldest first. */
type Timeline<State> = readonly { readonly from: CivilDate; readonly state: State }[];

/** The units of one question, each read once, as known now. */
export class UnitTimelines {
  private readonly parents = new Map<string, Promise<Timeline<string | null | undefined>>>();

  constructor(private readonly environment: Environment) {}

  /** The parent on a day: null at the top, undefined when the unit surely does not stand. */
  async parentOn(unitId: string, day: CivilDate): Promise<string | null | undefined> {
    return stateOn(await this.parentsOf(unitId), day);
  }

  /** Every day on which a unit begins, ends or comes under another parent, from the beginning on. */
  async daysOf(unitId: string): Promise<readonly CivilDate[]> {
    const timeline = await this.parentsOf(unitId);
    return timeline.filter(({ state }, i) => i === 0 || state !== timeline[i - 1]!.state).map(({ from }) => from);
  }

  /** Days after `from` on which a unit begins, ends or comes under another parent. */
  async changesAfter(unitId: string, from: CivilDate): Promise<readonly CivilDate[]> {
    return changesAfter(await this.parentsOf(unitId), from);
  }

  /** The first day after `from` on which a post is recorded to be in another unit; null when none is. */
  async nextUnitOfPost(postId: string, from: CivilDate): Promise<CivilDate | null> {
    const timeline = await timelineOf<typeof post.initial, PostEvent, string | null>(
      this.environment,
      post,
      streamOf('post', postId),
      ({ unitId }) => unitId,
    );
    return changesAfter(timeline, from)[0] ?? null;
  }

  private parentsOf(unitId: string): Promise<Timeline<string | null | undefined>> {
    const known = this.parents.get(unitId);
    if (known) return known;
    const read = timelineOf<typeof unit.initial, UnitEvent, string | null | undefined>(
      this.environment,
      unit,
      streamOf('unit', unitId),
      ({ standing, parentId }) => (standing === 'established' ? parentId : undefined),
    );
    this.parents.set(unitId, read);
    return read;
  }
}

/**
 * Whether a parent stands, and does not lie below its child, from a day on until the child is recorded to come under
 * another one: on that day and on every later one on which anything changes above it.
 */
export async function checkParent(
  units: UnitTimelines,
  { unitId, parentId, pointer }: { readonly unitId: string; readonly parentId: string; readonly pointer: string },
  from: CivilDate,
): Promise<Refusal | null> {
  const [until = null] = await units.changesAfter(unitId, from);
  const days = new Set([from]);
  for (const day of days) {
    const above = new Set<string>();
    for (let id: string | null | undefined = parentId; id && !above.has(id); id = await units.parentOn(id, day)) {
      if (id === unitId) return parentIsBelow(unitId, parentId, day, pointer);
      above.add(id);
      for (const change of await units.changesAfter(id, day)) if (until === null || change < until) days.add(change);
    }
    if ((await units.parentOn(parentId, day)) === undefined) return parentUnknown(parentId, day, pointer);
  }
  return null;
}

async function timelineOf<State, E extends DomainEvent, Seen>(
  environment: Environment,
  fold: Fold<State, E>,
  stream: string,
  see: (state: State) => Seen,
): Promise<Timeline<Seen>> {
  const { segments, states } = historyOf(fold, await readTyped<E>(environment, stream), null);
  return segments.map(({ from, surely, possibly }) => {
    const seen = states.slice(surely, possibly + 1).map(see);
    return { from, state: seen.findLast((it) => it !== undefined) as Seen };
  });
}

function stateOn<State>(timeline: Timeline<State>, day: CivilDate): State {
  return timeline.findLast(({ from }) => from <= day)!.state;
}

function changesAfter<State>(timeline: Timeline<State>, day: CivilDate): readonly CivilDate[] {
  return timeline
    .filter(({ from, state }, i) => from > day && state !== timeline[i - 1]?.state)
    .map(({ from }) => from);
}
