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
  type OrgUnitsMerged,
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

type Demanding = UnitCommand | UnitEvent | PostCommand | PostEvent;
type DemandsOf = {
  readonly [T in Demanding['type']]?: (id: string, data: Extract<Demanding, { type: T }>['data']) => readonly Demand[];
};

const parentStands = (unitId: string, parentId: string | null, pointer: string): readonly Demand[] =>
  parentId === null ? [] : [{ kind: 'parent stands', unitId, parentId, pointer }];
const absorbedEnd = (data: OrgUnitsMerged['data']): readonly Demand[] =>
  data.absorbedUnitIds.flatMap((unitId): readonly Demand[] => [
    { kind: 'unit stands', unitId, pointer: '/absorbedUnitIds' },
    { kind: 'unit is empty', unitId },
  ]);
const targetStands = (unitId: string): readonly Demand[] => [{ kind: 'unit stands', unitId, pointer: '/toUnitId' }];
const isEmpty = (unitId: string): readonly Demand[] => [{ kind: 'unit is empty', unitId }];

/** What commands, and the same events loaded from a file, demand; every other one speaks of its own stream only. */
const DEMANDS: DemandsOf = {
  PlanUnit: (id, { parentId }) => parentStands(id, parentId, '/parentId'),
  OrgUnitPlanned: (id, { parentId }) => parentStands(id, parentId, '/parentId'),
  EstablishUnit: (id, { parentId }) => parentStands(id, parentId, '/parentId'),
  OrgUnitEstablished: (id, { parentId }) => parentStands(id, parentId, '/parentId'),
  TransferUnit: (id, { toParentId }) => parentStands(id, toParentId, '/toParentId'),
  OrgUnitTransferred: (id, { toParentId }) => parentStands(id, toParentId, '/toParentId'),
  MergeUnits: (_id, data) => absorbedEnd(data),
  OrgUnitsMerged: (_id, data) => absorbedEnd(data),
  SplitUnit: (id, { ends }) => (ends ? isEmpty(id) : []),
  OrgUnitSplit: (id, { ends }) => (ends ? isEmpty(id) : []),
  AbolishUnit: (id) => isEmpty(id),
  OrgUnitAbolished: (id) => isEmpty(id),
  RedeployPost: (_id, { toUnitId }) => targetStands(toUnitId),
  PostRedeployed: (_id, { toUnitId }) => targetStands(toUnitId),
};

function demandsOf(id: string, told: DomainEvent): readonly Demand[] {
  const demands = (DEMANDS as Readonly<Record<string, ((id: string, data: object) => readonly Demand[]) | undefined>>)[
    told.type
  ];
  return demands?.(id, told.data) ?? [];
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
