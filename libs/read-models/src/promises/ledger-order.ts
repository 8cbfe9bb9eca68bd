import { type LedgerLine } from './ledger-lines.js';

/** In which order promises are listed, and what they are kept together by. */
export interface LedgerOrder {
  readonly sort: (typeof SORTS)[number];
  readonly descending: boolean;
  readonly group: (typeof GROUPS)[number] | null;
}

/** What promises can be ordered by. */
export const SORTS = ['due', 'firstDue', 'slipped', 'owner', 'what'] as const;

/** What promises can be kept together by; a month is that of the last day promised for now. */
export const GROUPS = ['owner', 'kind', 'stage', 'month'] as const;

/** Promises in order; what is not known comes last either way. */
export function ordered(lines: readonly LedgerLine[], { sort, descending, group }: LedgerOrder): readonly LedgerLine[] {
  const sign = descending ? -1 : 1;
  const keyed = lines.map((line) => ({
    line,
    group: group === null ? null : groupKey(line, group),
    key: sortKey(line, sort),
    then: `${dueOf(line) ?? '9999'} ${line.thing.id}`,
  }));
  return keyed
    .toSorted((a, b) => compare(a.group, b.group) || compare(a.key, b.key, sign) || compare(a.then, b.then))
    .map(({ line }) => line);
}

type Key = string | number | null;

const dueOf = (line: LedgerLine): string | null => lastOf(line, 'due_latest');

function lastOf({ thing }: LedgerLine, column: string): string | null {
  return (thing.states.findLast(({ present }) => present)!.values[column] ?? null) as string | null;
}

function sortKey(line: LedgerLine, sort: LedgerOrder['sort']): Key {
  switch (sort) {
    case 'due':
      return dueOf(line);
    case 'firstDue':
      return lastOf(line, 'first_due_latest');
    case 'slipped':
      return line.slipped?.atLeast ?? line.slipped?.atMost ?? null;
    case 'owner':
      return line.ownerName ?? line.ownerUnitId;
    case 'what':
      return line.what;
  }
}

function groupKey(line: LedgerLine, group: NonNullable<LedgerOrder['group']>): Key {
  switch (group) {
    case 'owner':
      return line.ownerName ?? line.ownerUnitId;
    case 'kind':
      return line.kind;
    case 'stage':
      return STAGES.indexOf(line.stage);
    case 'month':
      return dueOf(line)?.slice(0, 7) ?? null;
  }
}

/** What needs looking at first. */
const STAGES: readonly LedgerLine['stage'][] = ['overdue', 'uncertain', 'open', 'missed', 'met', 'dropped'];

/** Below zero when the one comes before the other; not known last, whatever the sign. */
function compare(a: Key, b: Key, sign: 1 | -1 = 1): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? 1 : -1;
  return typeof a === 'number' && typeof b === 'number'
    ? sign * (a - b)
    : sign * String(a).localeCompare(String(b), 'en', { numeric: true });
}
