import type { CountAnswer } from '@cadre/contract';
import { type AsOfDates } from '../as-of.js';
import { models } from '../models.js';
import { FLAG } from '../read-model.js';
import { countOf, notReported } from '../table/counts.js';
import { type State, type Thing } from '../table/possible.js';
import { isToldOf } from '../table/table.query.js';
import { type Snapshot } from '../tables/tables.js';
import { type PlacedNumber } from './numbers-in.js';

/** All things of a table, and those that say each word of each column that says one of a few: as the table counts them. */
export async function tableNumbers(
  snapshot: Snapshot,
  table: string,
  dates: AsOfDates,
  things: readonly Thing[],
): Promise<readonly PlacedNumber[]> {
  const count = async (counted: readonly Thing[], filters: Record<string, string>): Promise<CountAnswer> =>
    counted.length > 0 || (await isToldOf(snapshot, table, dates, filters)) ? countOf(counted) : notReported();
  const numbers: PlacedNumber[] = [
    { where: table, label: [{ name: 'count', key: null, title: null }], count: await count(things, {}) },
  ];
  for (const [name, words] of Object.entries(models.find((model) => model.table === table)?.words ?? {})) {
    for (const word of words ?? []) {
      const value = words === FLAG ? FLAG.indexOf(word) : word;
      const saying = things.map((thing) => sayingIn(thing, name, value)).filter(({ possibly }) => possibly);
      const label = [{ name, key: word, title: null }];
      numbers.push({ where: table, label, count: await count(saying, { [name]: word }) });
    }
  }
  return numbers;
}

/** The thing as a question for those that say so finds it. */
function sayingIn(thing: Thing, name: string, value: string | number): Thing {
  const says = ({ present, values }: State): boolean => present && values[name] === value;
  return { ...thing, possibly: thing.states.some(says), surely: thing.states.every(says) };
}
