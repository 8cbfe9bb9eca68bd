import { type Surroundings } from '@cadre/application';
import { type CivilDate, type Environment, type EventLog, type LogHead, Unavailable } from '@cadre/kernel';
import { type Filters, possiblyFrom, type TableProgress, type Tables } from '@cadre/read-models';

const TABLES_WAIT_MS = 5_000;

/** What the tables tell of other streams, once they have come to the head of the log. */
export function surroundingsOf({ log, clock }: Environment, tables: Tables, progress: TableProgress): Surroundings {
  const countFrom = async (table: 'posts' | 'units', from: CivilDate, filters: Filters): Promise<number> => {
    if ((await toldHead(log, progress)) === null) return 0;
    // Only now does the clock say what the tables hold: it is not behind what they were told of since.
    return possiblyFrom(tables, table, { from, knownAt: clock.now(), filters });
  };
  return {
    livePosts: (unitId, from) => countFrom('posts', from, { unit_id: [unitId], standing: ['live', 'frozen'] }),
    childUnits: (unitId, from) => countFrom('units', from, { parent_id: [unitId], status: ['planned', 'established'] }),
  };
}

/** The head of the log once the tables have come to it; null for an empty log. @throws Unavailable when they are behind for too long */
export async function toldHead(log: EventLog, progress: TableProgress): Promise<LogHead | null> {
  const head = await log.head();
  if (head !== null && !(await progress.waitFor(head.position, TABLES_WAIT_MS))) {
    throw new Unavailable('the tables are behind the log');
  }
  return head;
}
