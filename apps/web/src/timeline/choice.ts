import type { TimelineRow } from './timeline.queries';
import type { Group } from './lay-out';

/** The kinds of rows in the order of their headings. */
export const KINDS = ['unit', 'post', 'team', 'evaluation', 'commitment'] as const;
export type Kind = (typeof KINDS)[number];

/** The table each kind is kept in, whose words name it and its states. */
export const TABLE_OF = {
  unit: 'units',
  post: 'posts',
  team: 'teams',
  evaluation: 'evaluations',
  commitment: 'commitments',
} as const satisfies Readonly<Record<Kind, string>>;

/** What a reader chose to see, as it stands in the address. */
export interface Choice {
  readonly kinds: ReadonlySet<Kind>;
  /** What a name, a grade or a unit's name contains; empty for all. */
  readonly text: string;
  /** Only what is re-dated or overdue. */
  readonly slipping: boolean;
  readonly by: 'unit' | 'kind';
}

/** Reads the choice of an address: kinds left out are those named, so that an address without any shows all. */
export function choiceIn(query: URLSearchParams): Choice {
  const without = new Set(query.get('without')?.split(','));
  return {
    kinds: new Set(KINDS.filter((kind) => !without.has(kind))),
    text: query.get('text') ?? '',
    slipping: query.get('only') === 'slipping',
    by: query.get('by') === 'kind' ? 'kind' : 'unit',
  };
}

/** Names of the query for a choice of kinds; null when all are shown. */
export function withoutKinds(kinds: ReadonlySet<Kind>): string | null {
  return KINDS.filter((kind) => !kinds.has(kind)).join(',') || null;
}

/** A promise about it was given another time, or is open past its time. */
export function isSlipping({ promised }: TimelineRow): boolean {
  return promised.some(({ role, overdue }) => role === 're-promised' || overdue !== 'no');
}

/** The rows a choice leaves, under their headings; a heading's key is the unit's id (empty for none) or the kind. */
export function groupsOf(
  rows: readonly TimelineRow[],
  units: ReadonlyMap<string, string | null>,
  { kinds, text, slipping, by }: Choice,
): readonly Group<TimelineRow>[] {
  const wanted = folded(text.trim());
  const nameOf = (unitId: string | null): string => (unitId === null ? '' : (units.get(unitId) ?? unitId));
  const says = ({ id, name, grade, unitId }: TimelineRow): boolean =>
    [name ?? id, grade ?? '', nameOf(unitId)].some((it) => folded(it).includes(wanted));
  const shown = rows.filter(
    (row) => kinds.has(row.kind) && (!slipping || isSlipping(row)) && (wanted === '' || says(row)),
  );
  const groups = Map.groupBy(shown, (row): string => (by === 'kind' ? row.kind : (row.unitId ?? '')));
  const found = [...groups].map(([key, its]) => ({ key, rows: its }));
  return by === 'unit' ? found : KINDS.flatMap((kind) => found.filter(({ key }) => key === kind));
}

/** Without case and accents, so that "equipe" finds "Équipe". */
const folded = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
