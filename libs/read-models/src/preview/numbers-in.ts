import type { CountAnswer, CountChange, LabelPart } from '@cadre/contract';

/** A number and where it stands. */
export interface PlacedNumber {
  readonly where: string;
  readonly label: readonly LabelPart[];
  readonly count: CountAnswer;
}

/** Members that tell one of several things in an answer from the others; the first that says something does. */
const KEYS = ['stream', 'id', 'group', 'unitId', 'key', 'state', 'what', 'kind', 'name'];
/** Members that say what it is called; of several names the last. */
const TITLES = ['name', 'names', 'unitName', 'what', 'title'];

/** Every number in an answer, whatever screen it is of: whatever is a count is found, at whatever depth. */
export function numbersIn(where: string, answer: unknown, label: readonly LabelPart[] = []): readonly PlacedNumber[] {
  if (typeof answer !== 'object' || answer === null) return [];
  const count = countIn(answer);
  if (count) return [{ where, label, count }];
  return Object.entries(answer).flatMap(([name, member]: [string, unknown]) => {
    if (name === 'because' || name === 'asOf') return [];
    if (!Array.isArray(member)) return numbersIn(where, member, [...label, { name, key: null, title: null }]);
    const keys = new Map<string, number>();
    return member.flatMap((one: unknown) => numbersIn(where, one, [...label, partOf(name, one, keys)]));
  });
}

/** A count as answers say it; a bare range says no more than its ends. What it rests on is left out. */
function countIn(answer: object): CountAnswer | null {
  const { atLeast, atMost } = answer as Partial<CountAnswer>;
  if (atLeast === undefined || atMost === undefined) return null;
  if ('notReported' in answer) return { ...(answer as CountAnswer), because: [] };
  return { atLeast, atMost, certain: atLeast === atMost, notReported: false, wording: null, because: [] };
}

/** Things that nothing tells apart are counted as they come. */
function partOf(name: string, one: unknown, keys: Map<string, number>): LabelPart {
  const members = (one ?? {}) as Readonly<Record<string, unknown>>;
  const said = (names: readonly string[]): string | null =>
    names
      .map((it) => members[it])
      .map((it) => (Array.isArray(it) ? (it.at(-1) as unknown) : it))
      .find((it): it is string => typeof it === 'string') ?? null;
  const key = said(KEYS) ?? '';
  const before = keys.get(key) ?? 0;
  keys.set(key, before + 1);
  return { name, key: before === 0 ? key : `${key} (${before + 1})`, title: said(TITLES) };
}

/** The numbers that are otherwise in one list than in another, in the order of the latter. */
export function numbersBetween(before: readonly PlacedNumber[], after: readonly PlacedNumber[]): CountChange[] {
  const [was, is] = [byPlace(before), byPlace(after)];
  const places = new Set([...is.keys(), ...was.keys()]);
  return [...places].flatMap((place) => {
    const [earlier, later] = [was.get(place), is.get(place)];
    if (earlier && later && saidBy(earlier) === saidBy(later)) return [];
    const { where, label } = (later ?? earlier)!;
    return [{ where, label: [...label], before: earlier?.count ?? null, after: later?.count ?? null }];
  });
}

const byPlace = (numbers: readonly PlacedNumber[]): ReadonlyMap<string, PlacedNumber> =>
  new Map(numbers.map((it) => [JSON.stringify([it.where, ...it.label.map(({ name, key }) => [name, key])]), it]));

const saidBy = ({ count }: PlacedNumber): string => JSON.stringify(count);
