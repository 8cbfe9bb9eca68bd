import {
  type CivilDate,
  type Command,
  dayOf,
  type DomainEvent,
  type Environment,
  isPlain,
  isRefusal,
  knownAt,
  readTyped,
  refuse,
  type Refusal,
  streamOf,
  type Telling,
} from '@cadre/kernel';
import {
  block,
  type BlockEvent,
  parentIsBelow,
  parentUnknown,
  type PostFilled,
  unitHasChildren,
  unitHasLivePosts,
} from '@cadre/domain';
import { type Surroundings } from '../application.js';
import { type Demand, demandsOf } from './demands.js';
import { checkPersonOfFilling } from './person-of-filling.js';
import { UnitTimelines } from './unit-timelines.js';

/** What a command says of the world: its own content, or what one of its corrections tells anew. */
interface Saying {
  readonly told: DomainEvent;
  readonly telling: Telling;
  /** The entry it is told in the place of, or null. */
  readonly corrects: string | null;
}

/**
 * What one stream cannot know of others, from the date of the command on: a parent must stand and must not lie below its
 * own child, a unit with live posts or child units is not ended, a post is drawn from a block by identifying it, a person
 * told to hold a post must be free. Null when nothing forbids it. Without `surroundings` (a file being loaded, before
 * there are tables of it) units are not looked through for posts and children.
 */
export async function checkAcrossStreams(
  environment: Environment,
  surroundings: Surroundings | null,
  command: Command,
): Promise<Refusal | null> {
  const check = new Check(environment, surroundings);
  for (const saying of sayingsOf(command)) {
    const { effective } = saying.telling;
    const from = effective.latest ?? effective.earliest ?? dayOf(environment.clock.now());
    if (!isReadable(environment, saying.told)) continue; // the one way to decide says what is wrong with it
    for (const demand of demandsOf(command.id, saying.told)) {
      const refusal = await check.demand(demand, from);
      if (refusal) return refusal;
    }
    if (saying.told.type !== 'PostFilled') continue;
    const { data } = saying.told as PostFilled;
    const taken = await checkPersonOfFilling(environment, { postId: command.id, data, ...saying });
    if (taken) return taken;
  }
  return null;
}

function sayingsOf(command: Command): readonly Saying[] {
  const { telling } = command;
  const own: readonly DomainEvent[] = isPlain(command) ? command.data.events : [command];
  const anew = telling.corrections.flatMap(({ eventId, reason, retelling }): Saying[] => {
    if (retelling === null) return [];
    const { event, effective, source } = retelling;
    return [{ told: event, telling: { ...telling, effective, source, reason }, corrects: eventId }];
  });
  return [...own.map((told) => ({ told, telling, corrects: null })), ...anew];
}

/** Commands are what their classes say; events told ready made must fit their stored shape before anyone looks into them. */
function isReadable({ codec }: Environment, told: DomainEvent): boolean {
  const version = codec.schemaVersion(told.type);
  return version === 0 || !isRefusal(codec.read(told.type, version, told.data));
}

/** The demands of one command, judged on what the log says now. */
class Check {
  private readonly units: UnitTimelines;

  constructor(
    private readonly environment: Environment,
    private readonly surroundings: Surroundings | null,
  ) {
    this.units = new UnitTimelines(environment);
  }

  demand(demand: Demand, from: CivilDate): Promise<Refusal | null> {
    switch (demand.kind) {
      case 'parent stands':
        return this.parentStands(demand, from);
      case 'unit stands':
        return this.unitStands(demand, from);
      case 'unit is empty':
        return this.unitIsEmpty(demand.unitId, from);
      case 'unit is new':
        return this.unitIsNew(demand);
      case 'post is new':
        return this.postIsNew(demand.postId);
      case 'post is identified':
        return this.postIsIdentified(demand);
    }
  }

  /** From that day until the unit is recorded to come under another parent, on every day anything changes above it. */
  private async parentStands(
    { unitId, parentId, pointer }: Extract<Demand, { kind: 'parent stands' }>,
    from: CivilDate,
  ): Promise<Refusal | null> {
    const [until = null] = await this.units.changesAfter(unitId, from);
    const days = new Set([from]);
    for (const day of days) {
      const above = new Set<string>();
      for (
        let id: string | null | undefined = parentId;
        id && !above.has(id);
        id = await this.units.parentOn(id, day)
      ) {
        if (id === unitId) return parentIsBelow(unitId, parentId, day, pointer);
        above.add(id);
        for (const change of await this.units.changesAfter(id, day))
          if (until === null || change < until) days.add(change);
      }
      if ((await this.units.parentOn(parentId, day)) === undefined) return parentUnknown(parentId, day, pointer);
    }
    return null;
  }

  private async unitStands(
    { unitId, postId, pointer }: Extract<Demand, { kind: 'unit stands' }>,
    from: CivilDate,
  ): Promise<Refusal | null> {
    const until = postId === null ? from : await this.units.nextUnitOfPost(postId, from);
    const changes = await this.units.changesAfter(unitId, from);
    for (const day of [from, ...changes.filter((change) => until === null || change < until)]) {
      if ((await this.units.parentOn(unitId, day)) === undefined) {
        return refuse(
          'UNIT_UNKNOWN',
          `No unit ${unitId} stands on ${day}; record its establishment first, or correct the date or the unit.`,
          { pointer },
        );
      }
    }
    return null;
  }

  private async unitIsEmpty(unitId: string, from: CivilDate): Promise<Refusal | null> {
    if (this.surroundings === null) return null;
    const posts = await this.surroundings.livePosts(unitId, from);
    if (posts > 0) return unitHasLivePosts(unitId, posts, from);
    const children = await this.surroundings.childUnits(unitId, from);
    return children > 0 ? unitHasChildren(unitId, children, from) : null;
  }

  private async unitIsNew({ unitId, pointer }: Extract<Demand, { kind: 'unit is new' }>): Promise<Refusal | null> {
    const entries = await this.environment.log.readStream(streamOf('unit', unitId));
    if (entries.length === 0) return null;
    return refuse(
      'UNIT_ALREADY_ESTABLISHED',
      `There is a unit ${unitId} already; give the new part an id of its own.`,
      { pointer },
    );
  }

  private async postIsNew(postId: string): Promise<Refusal | null> {
    const entries = await this.environment.log.readStream(streamOf('post', postId));
    if (entries.length === 0) return null;
    return refuse(
      'POST_ALREADY_ESTABLISHED',
      `There is a post ${postId} already; give the one you identify an id of its own.`,
      { pointer: '/postId' },
    );
  }

  private async postIsIdentified({
    postId,
    blockId,
  }: Extract<Demand, { kind: 'post is identified' }>): Promise<Refusal | null> {
    const entries = await readTyped<BlockEvent>(this.environment, streamOf('block', blockId));
    const isIdentified = knownAt(entries, block.natures, null).some(
      ({ entry: { event } }) => event.type === 'PostIdentified' && event.data.postId === postId,
    );
    if (isIdentified) return null;
    return refuse(
      'POST_NOT_IDENTIFIED',
      `Nothing says that ${postId} was drawn from the block ${blockId}; identify it from the block, which establishes it.`,
      { pointer: '/blockId' },
    );
  }
}
