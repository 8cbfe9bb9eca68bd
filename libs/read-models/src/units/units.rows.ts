import { type UnitEvent } from '@cadre/domain';
import { type Told } from '@cadre/kernel';
import { blank, type Columns, readModel, type Values } from '../read-model.js';

const columns = {
  name: 'text',
  /** The names it had before, in order. */
  former_names: 'json',
  kind: 'text',
  parent_id: 'text',
  /** planned, established or abolished */
  status: 'text',
  place: 'text',
  absorbed: 'json',
  /** Units that came out of it or carry on its work. */
  successor_ids: 'json',
} as const satisfies Columns;

type Row = Values<typeof columns>;
type Unit = Omit<Row, 'former_names' | 'absorbed' | 'successor_ids'> & {
  readonly former_names: readonly string[];
  readonly absorbed: readonly string[];
  readonly successor_ids: readonly string[];
};

const initial: Unit = { ...blank(columns), former_names: [], absorbed: [], successor_ids: [] };

/** Organisational units: their names, their parents, whether they stand. */
export const units = readModel<Unit, UnitEvent, typeof columns>({
  table: 'units',
  category: 'unit',
  columns,
  progress: ['status', 'parent_id', 'place'],
  words: { status: ['planned', 'established', 'abolished'] },
  initial,
  evolve,
  rows: (unit) => (unit.status === null ? [] : [{ item: '', ...unit }]),
});

function evolve(unit: Unit, { event }: Told<UnitEvent>): Unit {
  switch (event.type) {
    case 'OrgUnitPlanned':
      return { ...described(unit, event.data), status: 'planned' };
    case 'OrgUnitEstablished':
      return { ...described(unit, event.data), status: 'established' };
    case 'OrgUnitRenamed': {
      const former = unit.name ?? event.data.from;
      const former_names = former === null ? unit.former_names : [...unit.former_names, former];
      return { ...unit, status: unit.status ?? 'established', name: event.data.to, former_names };
    }
    case 'OrgUnitTransferred':
      return { ...unit, status: unit.status ?? 'established', parent_id: event.data.toParentId };
    case 'OrgUnitsMerged': {
      const { absorbedUnitIds, absorbedCapacities } = event.data;
      return { ...unit, absorbed: [...unit.absorbed, ...absorbedUnitIds, ...absorbedCapacities] };
    }
    case 'OrgUnitSplit': {
      const successor_ids = [...unit.successor_ids, ...event.data.into.map(({ unitId }) => unitId)];
      return { ...unit, status: event.data.ends ? 'abolished' : unit.status, successor_ids };
    }
    case 'OrgUnitRelocated':
      return { ...unit, place: event.data.place };
    case 'OrgUnitAbolished':
      return { ...unit, status: 'abolished', successor_ids: [...unit.successor_ids, ...event.data.successorIds] };
  }
}

function described(unit: Unit, { name, kind, parentId }: Extract<UnitEvent, { type: 'OrgUnitPlanned' }>['data']): Unit {
  return { ...unit, name, kind: kind ?? unit.kind, parent_id: parentId ?? unit.parent_id };
}
