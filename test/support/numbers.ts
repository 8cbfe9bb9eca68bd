import { type CountAnswer, type RowAnswer } from '@cadre/contract';
import {
  type AsOfDates,
  establishmentAnswer,
  ledgerAnswer,
  models,
  peopleAnswer,
  organisationAnswer,
  staffingAnswer,
  tableAnswer,
  type Tables,
  teamReadinessAnswer,
  teamsAnswer,
} from '@cadre/read-models';

/** Numbers and rows by where they stand: what screens show for two dates, written apart from the preview that says what changes of it. */
export type Shown = ReadonlyMap<string, string>;

const TABLES = [...new Set(models.map(({ table }) => table))];
const page = { offset: 0, limit: 0 };
const ledger = { dueWithinDays: 90, sort: 'due', descending: true, group: null } as const;

/** Every number of the screens that have some, and of every table under every word of its columns. */
export async function numbersOf(tables: Tables, dates: AsOfDates): Promise<Shown> {
  const shown = new Map<string, string>();
  const screens = {
    establishment: await establishmentAnswer(tables, dates),
    staffing: await staffingAnswer(tables, { ...dates, ...page, sort: 'title', descending: false }),
    'teams-overview': await teamsAnswer(tables, dates),
    'team-readiness': await teamReadinessAnswer(tables, dates),
    'promise-ledger': (await ledgerAnswer(tables, { ...dates, ...page, ...ledger })).counts,
    organisation: await organisationAnswer(tables, dates),
    people: await peopleAnswer(tables, { ...dates, ...page }),
  };
  for (const [screen, answer] of Object.entries(screens)) gather(shown, [screen], answer);
  for (const table of TABLES) {
    shown.set(`${table}/count`, numberIn((await tableAnswer(tables, table, dates)).count));
    for (const [column, words] of Object.entries(models.find((model) => model.table === table)?.words ?? {})) {
      for (const word of words ?? []) {
        const { count } = await tableAnswer(tables, table, { ...dates, filters: { [column]: word } });
        shown.set(`${table}/${column}=${word}`, numberIn(count));
      }
    }
  }
  return shown;
}

/** Every row of every table: all it can be. */
export async function rowsOf(tables: Tables, dates: AsOfDates): Promise<Shown> {
  const shown = new Map<string, string>();
  for (const table of TABLES) {
    const { rows } = await tableAnswer(tables, table, dates);
    for (const row of rows) shown.set(`${table}/${row.stream}/${row.item}`, statesIn(row.states));
  }
  return shown;
}

/** A number without what it rests on. */
export const numberIn = ({ atLeast, atMost, certain, notReported, wording }: CountAnswer): string =>
  JSON.stringify([atLeast, atMost, certain, notReported, wording]);

/** What a thing can be, whatever it rests on. */
export const statesIn = (states: RowAnswer['states']): string =>
  states
    .map(({ present, values }) => JSON.stringify([present, values]))
    .sort()
    .join();

/** What is otherwise in one than in the other, as before → after. */
export function between(before: Shown, after: Shown): Shown {
  const places = [...new Set([...before.keys(), ...after.keys()])].filter((it) => before.get(it) !== after.get(it));
  return new Map(places.sort().map((it) => [it, `${before.get(it) ?? 'none'} → ${after.get(it) ?? 'none'}`]));
}

type Counted = Partial<CountAnswer>;
type Named = Readonly<Record<string, unknown>>;
/** What tells things of a list apart, the first that is said. */
const NAMES = ['stream', 'id', 'group', 'unitId', 'state', 'what', 'kind', 'name'];

function gather(shown: Map<string, string>, path: readonly string[], value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  if ('atLeast' in value && 'atMost' in value) {
    const { atLeast, atMost, certain = atLeast === atMost, notReported = false, wording = null } = value as Counted;
    shown.set(path.join('/'), JSON.stringify([atLeast, atMost, certain, notReported, wording]));
    return;
  }
  for (const [name, member] of Object.entries(value).filter(([it]) => it !== 'because' && it !== 'asOf')) {
    if (!Array.isArray(member)) gather(shown, [...path, name], member);
    const seen: string[] = [];
    for (const one of Array.isArray(member) ? (member as (Named | null)[]) : []) {
      const key = NAMES.map((it) => one?.[it])
        .concat('')
        .find((it) => typeof it === 'string') as string;
      const times = seen.filter((it) => it === key).length;
      seen.push(key);
      gather(shown, [...path, `${name}=${times === 0 ? key : `${key} (${times + 1})`}`], one);
    }
  }
}
