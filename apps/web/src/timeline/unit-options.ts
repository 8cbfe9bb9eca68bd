import type { components } from '../api/schema';

type Unit = Pick<components['schemas']['UnitNode'], 'id' | 'names' | 'parentIds'>;

/** A unit to choose, after the one it lies in and set in below it. */
export interface UnitOption {
  readonly value: string;
  readonly name: string;
  readonly label: string;
}

/** Units from the top down, each below the last parent it may have. Parents that lie within each other stand at the top. */
export function unitOptions(units: readonly Unit[]): readonly UnitOption[] {
  const ids = new Set(units.map(({ id }) => id));
  const parentOf = ({ parentIds }: Unit): string | null =>
    parentIds.findLast((id) => id !== null && ids.has(id)) ?? null;
  const below = Map.groupBy(units, parentOf);
  const options: UnitOption[] = [];
  const seen = new Set<string>();
  const add = (unit: Unit, depth: number): void => {
    if (seen.has(unit.id)) return;
    seen.add(unit.id);
    const name = unit.names.at(-1) ?? unit.id;
    options.push({ value: unit.id, name, label: `${'\u2003'.repeat(depth)}${name}` });
    for (const inner of below.get(unit.id) ?? []) add(inner, depth + 1);
  };
  for (const unit of [...(below.get(null) ?? []), ...units]) add(unit, 0);
  return options;
}
