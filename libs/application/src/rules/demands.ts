import { type DomainEvent } from '@cadre/kernel';
import {
  type BlockCommand,
  type BlockEvent,
  type OrgUnitSplit,
  type OrgUnitsMerged,
  type PostCommand,
  type PostEstablished,
  type PostEvent,
  type TeamCommand,
  type TeamEvent,
  type UnitCommand,
  type UnitEvent,
} from '@cadre/domain';

/** What a command or an event asks of streams other than its own; `pointer` is the field that says so. */
export type Demand =
  | { readonly kind: 'parent stands'; readonly unitId: string; readonly parentId: string; readonly pointer: string }
  | { readonly kind: 'unit stands'; readonly unitId: string; readonly postId: string | null; readonly pointer: string }
  | { readonly kind: 'unit is empty'; readonly unitId: string }
  | { readonly kind: 'unit is new'; readonly unitId: string; readonly pointer: string }
  | { readonly kind: 'post is new'; readonly postId: string }
  | { readonly kind: 'post is identified'; readonly postId: string; readonly blockId: string };

type Demanding =
  UnitCommand | UnitEvent | PostCommand | PostEvent | BlockCommand | BlockEvent | TeamCommand | TeamEvent;
type DemandsOf = {
  readonly [T in Demanding['type']]?: (id: string, data: Extract<Demanding, { type: T }>['data']) => readonly Demand[];
};

const under = (unitId: string, parentId: string | null | undefined, pointer: string): readonly Demand[] =>
  parentId ? [{ kind: 'parent stands', unitId, parentId, pointer }] : [];

const empty = (unitId: string): readonly Demand[] => [{ kind: 'unit is empty', unitId }];

const standing = (unitId: string | null, pointer: string, postId: string | null = null): readonly Demand[] =>
  unitId === null ? [] : [{ kind: 'unit stands', unitId, postId, pointer }];

const absorbed = (data: OrgUnitsMerged['data']): readonly Demand[] =>
  data.absorbedUnitIds.flatMap((unitId) => [...standing(unitId, '/absorbedUnitIds'), ...empty(unitId)]);

const split = (id: string, { into, ends }: OrgUnitSplit['data']): readonly Demand[] => [
  ...into.flatMap(({ unitId, parentId }): readonly Demand[] => [
    { kind: 'unit is new', unitId, pointer: '/into' },
    ...under(unitId, parentId, '/into'),
  ]),
  ...(ends ? empty(id) : []),
];

const established = (postId: string, { blockId, unitId }: PostEstablished['data']): readonly Demand[] => [
  ...(blockId === null ? [] : [{ kind: 'post is identified', postId, blockId } as const]),
  ...standing(unitId, '/unitId', postId),
];

/** What commands, and the same events told ready made, demand; every other one speaks of its own stream only. */
const DEMANDS: DemandsOf = {
  PlanUnit: (id, { parentId }) => under(id, parentId, '/parentId'),
  OrgUnitPlanned: (id, { parentId }) => under(id, parentId, '/parentId'),
  EstablishUnit: (id, { parentId }) => under(id, parentId, '/parentId'),
  OrgUnitEstablished: (id, { parentId }) => under(id, parentId, '/parentId'),
  TransferUnit: (id, { toParentId }) => under(id, toParentId, '/toParentId'),
  OrgUnitTransferred: (id, { toParentId }) => under(id, toParentId, '/toParentId'),
  MergeUnits: (_id, data) => absorbed(data),
  OrgUnitsMerged: (_id, data) => absorbed(data),
  SplitUnit: split,
  OrgUnitSplit: split,
  AbolishUnit: empty,
  OrgUnitAbolished: empty,
  IdentifyPost: (_id, { postId, unitId }) => [{ kind: 'post is new', postId }, ...standing(unitId, '/unitId')],
  PostIdentified: (_id, { postId, unitId }) => [{ kind: 'post is new', postId }, ...standing(unitId, '/unitId')],
  EstablishPost: established,
  PostEstablished: established,
  RedeployPost: (id, { toUnitId }) => standing(toUnitId, '/toUnitId', id),
  PostRedeployed: (id, { toUnitId }) => standing(toUnitId, '/toUnitId', id),
  PlanTeam: (_id, { unitId }) => standing(unitId, '/unitId'),
  TeamPlanned: (_id, { unitId }) => standing(unitId, '/unitId'),
  ReassignTeam: (_id, { toUnitId }) => standing(toUnitId, '/toUnitId'),
  TeamReassigned: (_id, { toUnitId }) => standing(toUnitId, '/toUnitId'),
};

/** What a command, or an event told ready made, on the thing `id` asks of other streams. */
export function demandsOf(id: string, told: DomainEvent): readonly Demand[] {
  type Demands = (id: string, data: object) => readonly Demand[];
  return (DEMANDS as Readonly<Record<string, Demands | undefined>>)[told.type]?.(id, told.data) ?? [];
}

/** True when a command or event of that type may ask something of other streams. */
export const isDemanding = ({ type }: DomainEvent): boolean => Object.hasOwn(DEMANDS, type);
