import {
  type CivilDate,
  type Command,
  dayOf,
  type DomainEvent,
  type Environment,
  isPlain,
  possibleStates,
  readTyped,
  type Refusal,
  streamOf,
  type Window,
} from '@cadre/kernel';
import {
  parentCycle,
  parentIsBelow,
  parentUnknown,
  type PostCommand,
  type PostEvent,
  unit,
  type UnitCommand,
  type UnitEvent,
  unitHasChildren,
  unitHasLivePosts,
} from '@cadre/domain';
import { type Surroundings } from '../application.js';

/** What a command or an event asks of streams other than its own. */
type Demand =
  | { readonly kind: 'parent stands'; readonly unitId: string; readonly parentId: string; readonly pointer: string }
  | { readonly kind: 'unit stands'; readonly unitId: string; readonly pointer: string }
  | { readonly kind: 'unit is empty'; readonly unitId: string };

/**
 * What one stream cannot know of others: a parent must stand on that date and must not lie below its own child; a unit
 * with live posts or child units is not ended. Null when nothing forbids it. `surroundings` null leaves the last rule
 * to the tables that are not there yet (a file being loaded).
 */
export async function checkAcrossStreams(
  environment: Environment,
  surroundings: Surroundings | null,
  command: Command,
): Promise<Refusal | null> {
  for (const { told, effective } of toldBy(command)) {
    for (const demand of demandsOf(command.id, told)) {
      const refusal = await check(environment, surroundings, demand, dateOf(environment, effective));
      if (refusal) return refusal;
    }
  }
  return null;
}

/** What a command says of the world: its own content, and what its corrections tell anew, each for its own date. */
function toldBy(command: Command): readonly { readonly told: DomainEvent; readonly effective: Window }[] {
  const { effective, corrections } = command.telling;
  const own: readonly DomainEvent[] = isPlain(command) ? command.data.events : [command];
  const anew = corrections.flatMap(({ retelling }) => (retelling === null ? [] : [retelling]));
  return [
    ...own.map((told) => ({ told, effective })),
    ...anew.map((retelling) => ({ told: retelling.event, effective: retelling.effective })),
  ];
}

function demandsOf(id: string, told: DomainEvent): readonly Demand[] {
  const it = told as UnitCommand | UnitEvent | PostCommand | PostEvent;
  switch (it.type) {
    case 'PlanUnit':
    case 'EstablishUnit':
    case 'OrgUnitPlanned':
    case 'OrgUnitEstablished': {
      const { parentId } = it.data;
      return parentId === null ? [] : [{ kind: 'parent stands', unitId: id, parentId, pointer: '/parentId' }];
    }
    case 'TransferUnit':
    case 'OrgUnitTransferred':
      return [{ kind: 'parent stands', unitId: id, parentId: it.data.toParentId, pointer: '/toParentId' }];
    case 'MergeUnits':
    case 'OrgUnitsMerged':
      return it.data.absorbedUnitIds.flatMap((unitId) => [
        { kind: 'unit stands', unitId, pointer: '/absorbedUnitIds' },
        { kind: 'unit is empty', unitId },
      ]);
    case 'SplitUnit':
    case 'OrgUnitSplit':
      return it.data.ends ? [{ kind: 'unit is empty', unitId: id }] : [];
    case 'AbolishUnit':
    case 'OrgUnitAbolished':
      return [{ kind: 'unit is empty', unitId: id }];
    case 'RedeployPost':
    case 'PostRedeployed':
      return [{ kind: 'unit stands', unitId: it.data.toUnitId, pointer: '/toUnitId' }];
    default: // every other command and event speaks of its own stream only
      return [];
  }
}

async function check(
  environment: Environment,
  surroundings: Surroundings | null,
  demand: Demand,
  validOn: CivilDate,
): Promise<Refusal | null> {
  switch (demand.kind) {
    case 'parent stands':
      return checkParent(environment, demand, validOn);
    case 'unit stands': {
      const parent = await parentOf(environment, demand.unitId, validOn);
      return parent === undefined ? parentUnknown(demand.unitId, validOn, demand.pointer) : null;
    }
    case 'unit is empty': {
      if (surroundings === null) return null;
      const posts = await surroundings.livePosts(demand.unitId, validOn);
      if (posts > 0) return unitHasLivePosts(demand.unitId, posts, validOn);
      const children = await surroundings.childUnits(demand.unitId, validOn);
      return children > 0 ? unitHasChildren(demand.unitId, children, validOn) : null;
    }
  }
}

async function checkParent(
  environment: Environment,
  { unitId, parentId, pointer }: Extract<Demand, { kind: 'parent stands' }>,
  validOn: CivilDate,
): Promise<Refusal | null> {
  const parents = new Map<string, string | null | undefined>();
  for (let id: string | null | undefined = parentId; id && id !== unitId && !parents.has(id); id = parents.get(id)) {
    parents.set(id, await parentOf(environment, id, validOn));
  }
  if (parentId !== unitId && parents.get(parentId) === undefined) return parentUnknown(parentId, validOn, pointer);
  const isCycle = parentCycle(unitId, parentId, (id) => parents.get(id));
  return isCycle ? parentIsBelow(unitId, parentId, validOn, pointer) : null;
}

/** The parent a unit has in the last state possible on a day: null at the top, undefined when the unit surely does not stand. */
export async function parentOf(
  environment: Environment,
  unitId: string,
  validOn: CivilDate,
): Promise<string | null | undefined> {
  const entries = await readTyped<UnitEvent>(environment, streamOf('unit', unitId));
  const states = possibleStates(unit, entries, { validOn, knownAt: environment.clock.now() });
  return states.findLast(({ standing }) => standing === 'established')?.parentId;
}

/** The day the effect surely stands: the end of its window, or today where that is open. */
function dateOf({ clock }: Environment, { earliest, latest }: Window): CivilDate {
  return latest ?? earliest ?? dayOf(clock.now());
}
