import { type CivilDate, type Codec, type Entry } from '@cadre/kernel';
import { sql } from 'kysely';
import { type ChangedRow, type PossibleState } from '../answers.js';
import { type AsOfDates } from '../as-of.js';
import { establishmentAnswer } from '../establishment/establishment.query.js';
import { type ForkedLog, onFork } from '../fork/tables-on-fork.js';
import { entriesWhere, because } from '../history/entry-rows.js';
import { modelsOf } from '../models.js';
import { peopleAnswer } from '../people/people.query.js';
import { promisesAnswer } from '../promises/promises.query.js';
import { changedRows, changesBetween } from '../compare/changes.query.js';
import { staffingAnswer } from '../staffing/staffing.query.js';
import { type Thing, thingsOf } from '../table/possible.js';
import { type TableStore } from '../tables/store.js';
import { type Snapshot, type Tables } from '../tables/tables.js';
import { teamReadinessAnswer } from '../teams/readiness.query.js';
import { teamsAnswer } from '../teams/teams.query.js';
import { numbersBetween, numbersIn, type PlacedNumber } from './numbers-in.js';
import { type ChangesAnswer, type PreviewEntry, type RowChange } from './preview.answer.js';
import { tableNumbers } from './table-numbers.js';

/** Of a long list only its numbers are looked at. */
const NO_PAGE = { offset: 0, limit: 0 };

/** The questions whose numbers are compared, by their address under /api. A screen with numbers takes a line here. */
const QUESTIONS: Readonly<Record<string, (tables: Tables, dates: AsOfDates) => Promise<object>>> = {
  establishment: establishmentAnswer,
  staffing: (tables, dates) => staffingAnswer(tables, { ...dates, ...NO_PAGE, sort: 'title', descending: false }),
  'teams-overview': teamsAnswer,
  'team-readiness': teamReadinessAnswer,
  promises: promisesAnswer,
  people: (tables, dates) => peopleAnswer(tables, { ...dates, ...NO_PAGE }),
};

/**
 * What the entries of a fork would change in the answers for a day: the very questions of the screens are asked of the
 * tables as they are and as they would be, and compared. Rows can only change in the streams touched.
 * @throws ForkDisturbed, Unavailable
 */
export function changesOnFork(
  store: TableStore,
  codec: Codec,
  log: ForkedLog,
  validOn: CivilDate,
): Promise<ChangesAnswer> {
  const streams = new Set(log.kept().map(({ stream }) => stream));
  const tables = [...new Set([...streams].flatMap((stream) => modelsOf(stream).map(({ table }) => table)))];
  return onFork(store, codec, log, async ({ before, knownAt, tell }) => {
    const dates = { validOn, knownAt };
    const was = await saidBy(before, tables, dates);
    const after = await tell();
    const is = await saidBy(after, tables, dates);
    const rows: RowChange[] = [];
    for (const table of tables) {
      const touched = (things: readonly Thing[]): readonly Thing[] =>
        things.filter(({ stream }) => streams.has(stream));
      const [earlier, later] = [touched(was.things.get(table)!), touched(is.things.get(table)!)];
      rows.push(...(await changedRows(after, changesBetween(table, earlier, later))).map(withColumns));
    }
    return {
      ...dates,
      entries: await previewEntries(after, log.kept()),
      counts: numbersBetween(was.numbers, is.numbers),
      rows,
    };
  });
}

/** All that tables say for two dates, as far as a preview looks. */
interface Said {
  readonly numbers: readonly PlacedNumber[];
  readonly things: ReadonlyMap<string, readonly Thing[]>;
}

async function saidBy(snapshot: Snapshot, tables: readonly string[], dates: AsOfDates): Promise<Said> {
  const numbers: PlacedNumber[] = [];
  for (const [where, ask] of Object.entries(QUESTIONS)) numbers.push(...numbersIn(where, await ask(snapshot, dates)));
  const things = new Map<string, readonly Thing[]>();
  for (const table of tables) {
    things.set(table, await thingsOf(snapshot, table, dates));
    numbers.push(...(await tableNumbers(snapshot, table, dates, things.get(table)!)));
  }
  return { numbers, things };
}

function withColumns(row: ChangedRow): RowChange {
  const states = [...row.before, ...row.after];
  const names = new Set(states.flatMap(({ values }) => Object.keys(values)));
  const said = (those: readonly PossibleState[], name: string): string =>
    JSON.stringify(those.map(({ present, values }) => (present ? JSON.stringify(values[name]) : '')).toSorted());
  return { ...row, columns: [...names].filter((name) => said(row.before, name) !== said(row.after, name)) };
}

async function previewEntries(snapshot: Snapshot, kept: readonly Entry[]): Promise<PreviewEntry[]> {
  const ids = kept.map(({ eventId }) => eventId);
  const rows = await entriesWhere(snapshot, snapshot.words.among(sql`e.event_id`, ids));
  const byId = new Map(rows.map((row) => [row.event_id, row]));
  return kept.map(({ eventId, causationId, reason, revision }) => {
    const row = byId.get(eventId)!;
    const becauseOf = causationId !== null && byId.has(causationId) ? causationId : null;
    return { ...because(row), revision, reason, becauseOf };
  });
}
