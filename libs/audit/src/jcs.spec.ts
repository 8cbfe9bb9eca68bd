import fc from 'fast-check';
import { jcs, NotCanonical, serialised } from './jcs.js';

// RFC 8785, sections 3.2.2 to 3.2.4 and appendix B.
describe('canonical JSON', () => {
  it('writes the example of the standard as the standard does', () => {
    const example = {
      numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/',
      literals: [null, true, false],
    };
    expect(serialised(example)).toBe(
      String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
    );
  });

  it('sorts members by UTF-16 code units, whatever language they are in', () => {
    const example = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    };
    expect(Object.values(JSON.parse(jcs(example)) as object)).toEqual([
      'One', // whole numbers come first when read back; they sort first here, too
      'Carriage Return',
      'Control',
      'Latin Small Letter O With Diaeresis',
      'Euro Sign',
      'Emoji: Grinning Face',
      'Hebrew Letter Dalet With Dagesh',
    ]);
  });

  it.each([
    ['0000000000000000', '0'],
    ['8000000000000000', '0'],
    ['0000000000000001', '5e-324'],
    ['7fefffffffffffff', '1.7976931348623157e+308'],
    ['4340000000000000', '9007199254740992'],
    ['4430000000000000', '295147905179352830000'],
    ['44b52d02c7e14af5', '9.999999999999997e+22'],
    ['44b52d02c7e14af6', '1e+23'],
    ['44b52d02c7e14af7', '1.0000000000000001e+23'],
    ['444b1ae4d6e2ef4e', '999999999999999700000'],
    ['444b1ae4d6e2ef4f', '999999999999999900000'],
    ['444b1ae4d6e2ef50', '1e+21'],
    ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
    ['3eb0c6f7a0b5ed8d', '0.000001'],
    ['41b3de4355555553', '333333333.3333332'],
    ['41b3de4355555554', '333333333.33333325'],
    ['41b3de4355555555', '333333333.3333333'],
    ['becbf647612f3696', '-0.0000033333333333333333'],
    ['43143ff3c1cb0959', '1424953923781206.2'],
  ])('writes the number of bits %s as %s', (bits, text) => {
    expect(serialised(Buffer.from(bits, 'hex').readDoubleBE())).toBe(text);
  });

  it.each<readonly [string, unknown, string]>([
    ['half of a surrogate pair', { a: ['\ud800'] }, '/a/0'],
    ['half of a surrogate pair in a name', { 'a/\udc00': 1 }, '/a~1\udc00'],
    ['undefined', { a: undefined }, '/a'],
    ['a date', { a: new Date(0) }, '/a'],
    ['a map', new Map(), ''],
    ['what writes itself', { toJSON: () => 1 }, '/toJSON'],
    ['an instance of a class', new (class A {})(), ''],
    ['a hole in a list', [1, , 2], ''], // oxlint-disable-line no-sparse-arrays
    ['a member beside a list', Object.assign([1], { a: 1 }), ''],
    ['a whole number that is not exact', [2 ** 53], '/0'],
    ['a number that is none', [Number.NaN], '/0'],
    ['an endless number', [Infinity], '/0'],
    ['a big integer', 1n, ''],
    ['__proto__', JSON.parse('{"a":{"__proto__":1}}'), '/a/__proto__'],
    ['a symbol', { [Symbol('a')]: 1 }, ''],
    ['a computed member', Object.defineProperty({}, 'a', { get: () => 1, enumerable: true }), '/a'],
    ['a hidden member', Object.defineProperty({}, 'a', { value: 1, enumerable: false }), '/a'],
  ])('has no form for %s', (_, value, pointer) => {
    const text = (): string => jcs(value);
    expect(text).toThrow(NotCanonical);
    expect(text).toThrow(expect.objectContaining({ pointer }));
  });

  it('takes any other JSON: the same text whatever the order of members, and nothing lost', () => {
    const plain = fc.jsonValue({ noUnicodeString: false }).filter((it) => !isRefused(it));
    fc.assert(
      fc.property(plain, (value) => {
        const text = jcs(value);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(jcs(turnedAround(value))).toBe(text);
        expect(jcs(JSON.parse(text))).toBe(text);
      }),
    );
  });
});

function isRefused(value: unknown): boolean {
  try {
    jcs(value);
    return false;
  } catch {
    return true;
  }
}

/** The same value with the members of every object in the opposite order. */
function turnedAround(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turnedAround);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).toReversed();
  return Object.fromEntries(members.map(([name, member]) => [name, turnedAround(member)]));
}
