import type { CompareAnswer } from '@cadre/contract';
import { type CivilDate, type Instant } from '@cadre/kernel';
import { sql } from 'kysely';
import { reachedPosition } from '../table/possible.js';
import { first, type Snapshot, type Tables } from '../tables/tables.js';
import { compared, namedAnswers } from './answers.query.js';
import { CHANGING, changedRows, changesIn } from './changes.query.js';

/** Two pairs of dates; for two known moments of one day, `validA` and `validB` are equal. */
export interface CompareQuestion {
  readonly validA: CivilDate;
  readonly knownA: Instant;
  readonly validB: CivilDate;
  readonly knownB: Instant;
  /** Show only changes in these tables; all when left out. */
  readonly tables?: readonly string[];
  readonly offset?: number;
  /** Most changes to show. */
  readonly limit?: number;
}

const LIMIT = 50;

/** What the large numbers were and are, which things changed, and how much was learned and corrected between. */
export function compareAnswer(tables: Tables, question: CompareQuestion): Promise<CompareAnswer> {
  const { validA, knownA, validB, knownB, offset = 0, limit = LIMIT } = question;
  const [a, b] = [
    { validOn: validA, knownAt: knownA },
    { validOn: validB, knownAt: knownB },
  ];
  return tables.read(async (snapshot) => {
    const answers = compared(await namedAnswers(snapshot, a), await namedAnswers(snapshot, b));
    const byTable = [];
    for (const table of CHANGING) byTable.push({ table, changes: await changesIn(snapshot, table, a, b) });
    const asked = byTable.filter(({ table }) => question.tables?.includes(table) ?? true);
    const changes = asked.flatMap((it) => it.changes);
    return {
      ...{ validA, knownA, validB, knownB },
      position: await reachedPosition(snapshot),
      answers,
      tables: byTable.flatMap((it) => (it.changes.length > 0 ? [{ table: it.table, things: it.changes.length }] : [])),
      changed: changes.length,
      changes: await changedRows(snapshot, changes.slice(offset, offset + limit)),
      ...(await recordedBetween(snapshot, knownA, knownB)),
    };
  });
}

/** What became known after the earlier of two moments and by the later one. */
async function recordedBetween(
  snapshot: Snapshot,
  one: Instant,
  other: Instant,
): Promise<Pick<CompareAnswer, 'learned' | 'corrected'>> {
  const [from, to] = one < other ? [one, other] : [other, one];
  const kinds = sql`count(case when e.type = 'EntryRetracted' then 1 end) as corrected,
    count(case when e.type <> 'EntryRetracted' and e.retells is null then 1 end) as learned`;
  const counted = await first<{ learned: number; corrected: number }>(
    snapshot,
    sql`select ${kinds} from entries e where e.known_at > ${from} and e.known_at <= ${to}`,
  );
  return { learned: counted!.learned, corrected: counted!.corrected };
}
