import { type CountAnswer } from '../answers.js';
import { type CountChange, type LabelPart } from './preview.answer.js';

/** A number and where it stands. */
export interface PlacedNumber {
  readonly where: string;
  readonly label: readonly LabelPart[];
  readonly count: CountAnswer;
}

/** Members that tell one of several things in an answer from the others; the first that is there does. */
const KEYS = ['stream', 'id', 'group', 'unitId', 'grade', 'key', 'name'];
const TITLES = ['name', 'unitName', 'what', 'title'];

/** Every number in an answer, whatever screen it is of: whatever is a count is found, at whatever depth. */
export function numbersIn(where: string, answer: unknown, label: readonly LabelPart[] = []): readonly PlacedNumber[] {
  if (typeof answer !== 'object' || answer === null) return [];
  if (isCount(answer)) return [{ where, label, count: { ...answer, because: [] } }];
  return Object.entries(answer).flatMap(([name, member]: [string, unknown]) => {
    if (name === 'because' || name === 'asOf') return [];
    if (!Array.isArray(member)) return numbersIn(where, member, [...label, { name, key: null, title: null }]);
    return member.flatMap((one: unknown, i) => numbersIn(where, one, [...label, partOf(name, one, i)]));
  });
}

function isCount(value: object): value is CountAnswer {
  return 'atLeast' in value && 'atMost' in value && 'notReported' in value && 'certain' in value;
}

function partOf(name: string, one: unknown, place: number): LabelPart {
  const members = (one ?? {}) as Readonly<Record<string, unknown>>;
  const key = KEYS.find((it) => Object.hasOwn(members, it));
  const title = TITLES.map((it) => members[it]).find((it) => typeof it === 'string');
  return { name, key: key === undefined ? String(place) : textOf(members[key]), title: title ?? null };
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value ?? null));

/** The numbers that are otherwise in one list than in another, in the order of the latter. */
export function changesBetween(before: readonly PlacedNumber[], after: readonly PlacedNumber[]): CountChange[] {
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
