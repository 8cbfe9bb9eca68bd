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
  post,
  type PostEvent,
  type PostFilled,
  unit,
  type UnitEvent,
  unitHasChildren,
  unitHasLivePosts,
} from '@cadre/domain';
import { type Surroundings } from '../application.js';
import { tryCorrections } from './corrections.js';
import { type Demand, demandsOf, isDemanding } from './demands.js';
import { checkPersonOfFilling } from './person-of-filling.js';
import { checkParent, UnitTimelines } from './unit-timelines.js';

/** What a command says of the world: its own content, or what one of its corrections tells anew. */
interface Saying {
  readonly told: DomainEvent;
  readonly telling: Telling;
  /** The entry it is told in the place of, or null; `index` is its correction's place among them. */
  readonly corrects: string | null;
  readonly index: number;
}

/**
 * What one stream cannot know of others, from the date of the command on: a parent must stand and must not lie below its
 * own child, a unit with live posts or child units is not ended, a post is drawn from a block by identifying it, a person
 * told to hold a post must be free. Null when nothing forbids it. Without `surroundings` (a file being loaded, before
 * there are tables of it) units are not looked through for posts and children.
 */
export async function checkAcrossStreams(
  standing: Environment,
  surroundings: Surroundings | null,
  command: Command,
  stream: string,
): Promise<Refusal | null> {
  const corrected = await tryCorrections(standing, surroundings, command, stream);
  if (isRefusal(corrected)) return corrected;
  for (const saying of sayingsOf(command)) {
    const refusal = await checkSaying(
      saying.corrects === null ? standing : corrected.environment,
      surroundings,
      command.id,
      saying,
    );
    if (refusal) return { ...refusal, pointer: pointerIn(saying, refusal.pointer) };
  }
  return null;
}

async function checkSaying(
  environment: Environment,
  surroundings: Surroundings | null,
  id: string,
  { told, telling }: Saying,
): Promise<Refusal | null> {
  if (!isReadable(environment, told)) return null; // the one way to decide says what is wrong with it
  const check = new Check(environment, surroundings);
  const from = telling.effective.latest ?? telling.effective.earliest ?? dayOf(environment.clock.now());
  for (const demand of demandsOf(id, told)) {
    const refusal = await check.demand(demand, from);
    if (refusal) return refusal;
  }
  return told.type === 'PostFilled' ? checkPersonOfFilling(environment, id, (told as PostFilled).data, telling) : null;
}

/** A pointer into what a correction tells anew, as it was sent; a command's own content stands at the top. */
function pointerIn({ corrects, index }: Saying, pointer: string | null): string | null {
  return corrects === null || pointer === null ? pointer : `/corrections/${index}/retelling/event/data${pointer}`;
}

/** True when a command says anything that other streams have a say in: such commands are decided one at a time. */
export function looksAcross(command: Command): boolean {
  return (
    command.telling.corrections.length > 0 ||
    sayingsOf(command).some(({ told }) => told.type === 'PostFilled' || isDemanding(told))
  );
}

function sayingsOf(command: Command): readonly Saying[] {
  const { telling } = command;
  const own: readonly DomainEvent[] = isPlain(command) ? command.data.events : [command];
  const anew = telling.corrections.flatMap(({ eventId, reason, retelling }, index): Saying[] => {
    if (retelling === null) return [];
    const { event, effective, source } = retelling;
    return [{ told: event, telling: { ...telling, effective, source, reason }, corrects: eventId, index }];
  });
  return [...own.map((told) => ({ told, telling, corrects: null, index: 0 })), ...anew];
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
        return checkParent(this.units, demand, from);
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
    const entries = await readTyped<UnitEvent>(this.environment, streamOf('unit', unitId));
    if (knownAt(entries, unit.natures, null).length === 0) return null;
    return refuse(
      'UNIT_ALREADY_ESTABLISHED',
      `There is a unit ${unitId} already; give the new part an id of its own.`,
      { pointer },
    );
  }

  private async postIsNew(postId: string): Promise<Refusal | null> {
    const entries = await readTyped<PostEvent>(this.environment, streamOf('post', postId));
    if (knownAt(entries, post.natures, null).length === 0) return null;
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
