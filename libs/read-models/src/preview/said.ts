import { sql } from 'kysely';
import { type AsOfDates } from '../as-of.js';
import { establishmentAnswer } from '../establishment/establishment.query.js';
import { modelsOf } from '../models.js';
import { peopleAnswer } from '../people/people.query.js';
import { ledgerAnswer } from '../promises/ledger.query.js';
import { staffingAnswer } from '../staffing/staffing.query.js';
import { type Thing, thingsOf } from '../table/possible.js';
import { type Snapshot, type Tables } from '../tables/tables.js';
import { teamReadinessAnswer } from '../teams/readiness.query.js';
import { teamsAnswer } from '../teams/teams.query.js';
import { organisationAnswer } from '../units/organisation.query.js';
import { numbersIn, type PlacedNumber } from './numbers-in.js';
import { tableNumbers } from './table-numbers.js';

/** Of a long list only its numbers are looked at. */
const NO_PAGE = { offset: 0, limit: 0 };

/** Of promises, those due within as many days as their screen looks ahead. */
const LEDGER = { dueWithinDays: 90, sort: 'due', descending: false, group: null } as const;

/** The questions whose numbers are compared, by their address under /api. A screen with numbers takes a line here. */
const QUESTIONS: Readonly<Record<string, (tables: Tables, dates: AsOfDates) => Promise<object>>> = {
  establishment: establishmentAnswer,
  staffing: (tables, dates) => staffingAnswer(tables, { ...dates, ...NO_PAGE, sort: 'title', descending: false }),
  'teams-overview': teamsAnswer,
  'team-readiness': teamReadinessAnswer,
  'promise-ledger': async (tables, dates) => (await ledgerAnswer(tables, { ...dates, ...NO_PAGE, ...LEDGER })).counts,
  organisation: organisationAnswer,
  people: (tables, dates) => peopleAnswer(tables, { ...dates, ...NO_PAGE }),
};

/** All that tables say for two dates, as far as a preview of entries in some streams looks. */
export interface Said {
  readonly numbers: readonly PlacedNumber[];
  /** The things of those streams, by table. */
  readonly things: ReadonlyMap<string, readonly Thing[]>;
}

/** Asks every question, and counts the tables that those streams are told in; the others cannot change. */
export async function saidBy(snapshot: Snapshot, streams: ReadonlySet<string>, dates: AsOfDates): Promise<Said> {
  const numbers: PlacedNumber[] = [];
  for (const [where, ask] of Object.entries(QUESTIONS)) numbers.push(...numbersIn(where, await ask(snapshot, dates)));
  const things = new Map<string, readonly Thing[]>();
  for (const table of new Set([...streams].flatMap((stream) => modelsOf(stream).map((model) => model.table)))) {
    const all = await thingsOf(snapshot, table, dates);
    numbers.push(...(await tableNumbers(snapshot, table, dates, all)));
    things.set(
      table,
      all.filter(({ stream }) => streams.has(stream)),
    );
  }
  return { numbers, things };
}

/** What distinguishes the tables from what they were: as long as nothing is told, it is the same. */
export async function stateOf(snapshot: Snapshot): Promise<string> {
  return JSON.stringify(await snapshot.all(sql`select share, event_id as "eventId" from checkpoints order by share`));
}
