import { type Dice } from './dice.js';

type Json = unknown;

/** Values that have hurt somebody somewhere. */
const HOSTILE: readonly Json[] = [
  ...[null, true, false, 0, -1, -0, 1.5, 1e308, 2 ** 53, -2147483649, [], {}, [[]], [null], { a: { b: 1 } }],
  ...['', ' ', '\u0000', '0', '-3', '20%', '1e3', 'null', 'undefined', 'NaN', '[object Object]', '__proto__'],
  // another script's digits, direction control, zero width, decomposed, unpaired, outside the basic plane
  ...['２００８', '\u202e2007-01-01', 'a\u200bb', 'e\u0301', '\ud800', '𝔘𝔫𝔦𝔱', '\ufeff', '初', '\u2028'],
  ...['03/04/2008', '39448', 'mid-2008', '31 February 2008', '2008-02-30', '9999-12-31', '0000-01-01', '2008-W01'],
  ...['early 2008', 'end of October', '../2008', '2008-33', '2007-10-21/2007-10-01', '-2007-01-01', '2008?', 'soon'],
  ...["'; drop table posts --", '=1+1', '<script>alert(1)</script>', '../../etc/passwd', '%00', '%', '${7*7}', '\\'],
  ...['x'.repeat(501), 'x'.repeat(50_000), '９'.repeat(2_001), ['x'.repeat(100), 1, null], Array(200).fill('a')],
];

/** A hostile value, or one nested `deep`. */
export function hostile(dice: Dice): Json {
  if (!dice.chance(0.03)) return dice.pick(HOSTILE);
  let deep: Json = 1;
  for (let i = 0; i < 200; i++) deep = dice.chance(0.5) ? [deep] : { a: deep };
  return deep;
}

/** A text with something in it that no text of ours can hold. */
export function withoutWriting(text: string, dice: Dice): string {
  const at = dice.int(text.length + 1);
  return `${text.slice(0, at)}${dice.pick(['\u0000', '\ud800', '\udfff', '\u0007'])}${text.slice(at)}`;
}

/** The same value with one thing wrong somewhere in it. */
export function mutated(value: Json, dice: Dice): Json {
  const isInner = typeof value === 'object' && value !== null && Object.keys(value).length > 0;
  if (!isInner || dice.chance(0.1)) return hostile(dice);
  if (Array.isArray(value)) {
    const i = dice.int(value.length);
    return dice.chance(0.3) ? [...value, ...value, hostile(dice)] : value.with(i, mutated(value[i], dice));
  }
  const members = value as Readonly<Record<string, Json>>;
  const key = dice.pick(Object.keys(members));
  const { [key]: member, ...others } = members;
  if (dice.chance(0.15)) return others;
  if (dice.chance(0.15))
    return withMember(members, dice.pick(['colour', '__proto__', 'constructor', 'toString', '']), dice);
  return { ...members, [key]: mutated(member, dice) };
}

/** Defined, not assigned, so that "__proto__" is a member like any other. */
function withMember(members: object, name: string, dice: Dice): Json {
  return Object.defineProperty({ ...members }, name, { value: hostile(dice), enumerable: true });
}

/** A body that is no JSON, or none of ours. */
export function brokenBody(body: string, dice: Dice): string {
  const broken = [body.slice(0, dice.int(body.length)), `${body}}`, '', '[]', 'null', '"a"', '\u0000', `[${body}]`];
  return dice.pick([...broken, `${'['.repeat(50_000)}${']'.repeat(50_000)}`, body.replaceAll('"', "'")]);
}
