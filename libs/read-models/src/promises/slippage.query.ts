import { groupBy } from '../group-by.js';
import { asOfAnswer } from '../table/possible.js';
import { isToldOf } from '../table/table.query.js';
import { type Tables } from '../tables/tables.js';
import { type SlippageAnswer, type SlippageGroup } from './ledger.answer.js';
import { countPromises, type CountPromises, type LedgerFilters, type LedgerLine, ledgerLines } from './ledger-lines.js';
import { FEWEST, hasComeDue, medianOf } from './slip.js';

/** Slippage of which promises, and added up by what. */
export interface SlippageQuestion extends LedgerFilters {
  readonly by: SlippageAnswer['by'];
}

/** By how much promises slipped as of two dates, by owner, kind or stage. */
export function slippageAnswer(tables: Tables, question: SlippageQuestion): Promise<SlippageAnswer> {
  return tables.read(async (snapshot) => {
    const { by, validOn } = question;
    const lines = await ledgerLines(snapshot, question);
    const isTold = lines.length > 0 || (await isToldOf(snapshot, 'commitments', question, {}));
    const count = await countPromises(snapshot, lines, isTold);
    const groupOf = (key: string | null, members: readonly LedgerLine[]): SlippageGroup => {
      const due = members.filter(({ thing }) => hasComeDue(thing, validOn));
      return { key, name: by === 'owner' ? (members[0]?.ownerName ?? null) : null, ...slippageIn(members, due, count) };
    };
    const groups = [...groupBy(lines, (line) => keyOf(line, by))].map(([key, members]) => groupOf(key, members));
    return {
      asOf: await asOfAnswer(snapshot, question),
      by,
      fewest: FEWEST,
      all: { ...groupOf(null, lines), name: null },
      groups: groups.toSorted(byName),
    };
  });
}

function slippageIn(
  members: readonly LedgerLine[],
  due: readonly LedgerLine[],
  count: CountPromises,
): Pick<SlippageGroup, 'promises' | 'slipped' | 'sample' | 'median'> {
  const slips = due.map(({ slipped }) => slipped).filter((slip) => slip !== null);
  const surely = due.filter(({ slipped }) => (slipped?.atLeast ?? 0) > 0);
  const possibly = due.filter(({ slipped }) => slipped === null || slipped.atMost === null || slipped.atMost > 0);
  const [slipped, slippedSurely] = [count(possibly, () => true), count(surely, () => true)];
  const isCertain = slippedSurely.atLeast === slipped.atMost;
  return {
    promises: count(members, () => true),
    slipped: { ...slipped, atLeast: slippedSurely.atLeast, certain: isCertain && !slipped.notReported },
    sample: slips.length,
    median: medianOf(slips),
  };
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

/** By name; what names nothing last. */
function byName(a: SlippageGroup, b: SlippageGroup): number {
  if (a.key === null || b.key === null) return a.key === null ? 1 : -1;
  return (a.name ?? a.key).localeCompare(b.name ?? b.key, 'en');
}
