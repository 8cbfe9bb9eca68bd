/** A value that JSON cannot hold exactly, so that no canonical text stands for it. */
export class NotCanonical extends Error {
  override readonly name = 'NotCanonical';
  constructor(
    /** JSON pointer to what is wrong. */
    readonly pointer: string,
    what: string,
  ) {
    super(`${what} at "${pointer}" has no canonical form`);
  }
}

/** The canonical JSON text of a value, for hashing (RFC 8785, JCS). Strict: takes plain JSON data only. @throws NotCanonical */
export function jcs(value: unknown): string {
  refuseLossy(value, '');
  return serialised(value);
}

/** RFC 8785 as it stands: members sorted by UTF-16 code units, numbers and strings as ECMAScript writes them. */
export function serialised(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(serialised).join(',')}]`;
  const members = value as Readonly<Record<string, unknown>>;
  const names = Object.keys(members).toSorted((a, b) => (a < b ? -1 : 1)); // never equal
  return `{${names.map((name) => `${JSON.stringify(name)}:${serialised(members[name])}`).join(',')}}`;
}

/** What JSON.stringify would drop, round or write otherwise without a word is refused instead. */
function refuseLossy(value: unknown, pointer: string): void {
  switch (typeof value) {
    case 'boolean':
      return;
    case 'string':
      return refuseHalfPairs(value, pointer);
    case 'number':
      return refuseInexact(value, pointer);
    case 'object':
      if (value === null) return;
      return Array.isArray(value) ? refuseOddList(value, pointer) : refuseOddObject(value, pointer);
    case 'undefined':
    case 'bigint':
    case 'function':
    case 'symbol':
      throw new NotCanonical(pointer, typeof value);
  }
}

const HALF_PAIR = /\p{Surrogate}/u;

function refuseHalfPairs(text: string, pointer: string): void {
  if (HALF_PAIR.test(text)) throw new NotCanonical(pointer, 'half of a surrogate pair');
}

function refuseInexact(value: number, pointer: string): void {
  if (!Number.isFinite(value)) throw new NotCanonical(pointer, String(value));
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) throw new NotCanonical(pointer, 'an unsafe integer');
}

function refuseOddList(list: readonly unknown[], pointer: string): void {
  // A hole or a member beside the list would vanish.
  if (Reflect.ownKeys(list).length !== list.length + 1) throw new NotCanonical(pointer, 'a list with holes');
  list.forEach((item, i) => refuseLossy(item, `${pointer}/${i}`));
}

function refuseOddObject(value: object, pointer: string): void {
  const prototype: unknown = Object.getPrototypeOf(value);
  // Dates, maps, class instances: their text depends on code, not on data.
  if (prototype !== Object.prototype && prototype !== null) throw new NotCanonical(pointer, 'an object of a class');
  for (const name of Reflect.ownKeys(value)) {
    if (typeof name === 'symbol') throw new NotCanonical(pointer, 'a symbol');
    const member = `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    if (name === '__proto__') throw new NotCanonical(member, '__proto__');
    refuseHalfPairs(name, member);
    const property = Object.getOwnPropertyDescriptor(value, name)!;
    if (!property.enumerable || !('value' in property)) throw new NotCanonical(member, 'a hidden or computed member');
    refuseLossy(property.value, member);
  }
}
