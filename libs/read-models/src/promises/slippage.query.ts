import type { CountAnswer, SlippageAnswer, SlippageGroup } from '@cadre/contract';
import { groupBy } from '../group-by.js';
import { MOST_TOLD } from '../table/counts.js';
import { asOfAnswer } from '../table/possible.js';
import { isToldOf } from '../table/table.query.js';
import { type Tables } from '../tables/tables.js';
import { countPromises, type Counted, type LedgerFilters, type LedgerLine, ledgerLines } from './ledger-lines.js';
import { FEWEST, hasComeDue, medianOf } from './slip.js';

/** Slippage of which promises, and added up by what. */
export interface SlippageQuestion extends LedgerFilters {
  readonly by: SlippageAnswer['by'];
}

/** Most groups an answer shows; an organisation of thousands of owners is narrowed to see the others. */
const MOST_GROUPS = 100;

/** By how much promises slipped as of two dates, by owner, kind or stage; the greatest slips first. */
export function slippageAnswer(tables: Tables, question: SlippageQuestion): Promise<SlippageAnswer> {
  return tables.read(async (snapshot) => {
    const { by, validOn } = question;
    const lines = await ledgerLines(snapshot, question);
    const isTold = lines.length > 0 || (await isToldOf(snapshot, 'commitments', question, {}));
    const groupOf = (key: string | null, members: readonly LedgerLine[]): Group => {
      const due = members.filter(({ thing }) => hasComeDue(thing, validOn));
      const slips = due.map(({ slipped }) => slipped).filter((slip) => slip !== null);
      const name = by === 'owner' ? (members[0]?.ownerName ?? null) : null;
      return { key, name, members, due, sample: slips.length, median: medianOf(slips) };
    };
    const groups = [...groupBy(lines, (line) => keyOf(line, by))].map(([key, members]) => groupOf(key, members));
    const shown = [{ ...groupOf(null, lines), name: null }, ...groups.toSorted(greatestFirst).slice(0, MOST_GROUPS)];
    const counts = await countPromises(snapshot, shown.flatMap(countedIn), isTold);
    const [all, ...others] = shown.map((group, i) => groupAnswer(group, counts.slice(3 * i, 3 * i + 3)));
    return {
      ...{ asOf: await asOfAnswer(snapshot, question), by, fewest: FEWEST, mostTold: MOST_TOLD },
      ...{ all: all!, groups: others, groupsInAll: groups.length },
    };
  });
}

interface Group extends Pick<SlippageGroup, 'key' | 'name' | 'sample' | 'median'> {
  readonly members: readonly LedgerLine[];
  /** Those that had occasion to slip. */
  readonly due: readonly LedgerLine[];
}

/** All of a group, those that possibly slipped, and those that surely did. */
function countedIn({ members, due }: Group): readonly Counted[] {
  const possibly = due.filter(({ slipped }) => slipped === null || slipped.atMost === null || slipped.atMost > 0);
  const surely = due.filter(({ slipped }) => (slipped?.atLeast ?? 0) > 0);
  return [members, possibly, surely].map((lines) => ({ lines, isMet: () => true }));
}

function groupAnswer({ key, name, sample, median }: Group, counts: readonly CountAnswer[]): SlippageGroup {
  const [promises, possibly, surely] = counts as [CountAnswer, CountAnswer, CountAnswer];
  const certain = !possibly.notReported && surely.atLeast === possibly.atMost;
  return { key, name, promises, slipped: { ...possibly, atLeast: surely.atLeast, certain }, sample, median };
}

function keyOf({ ownerUnitId, kind, stage }: LedgerLine, by: SlippageAnswer['by']): string | null {
  switch (by) {
    case 'owner':
      return ownerUnitId;
    case 'kind':
      return kind;
    case 'stage':
      return stage;
  }
}

/** By the median, then by what it is of, then by name; what names nothing last. */
function greatestFirst(a: Group, b: Group): number {
  if (a.key === null || b.key === null) return a.key === null ? 1 : -1;
  const [slipA, slipB] = [a, b].map(({ median }) => median?.atLeast ?? median?.atMost ?? -Infinity) as [number, number];
  if (slipA !== slipB) return slipB - slipA;
  return b.sample - a.sample || (a.name ?? a.key).localeCompare(b.name ?? b.key, 'en');
}
