const HALVES = /\p{Surrogate}/gu;

/** Text as every engine keeps it the same: no NUL, which PostgreSQL cannot keep, and no half of a surrogate pair, which UTF-8 cannot say. */
export function legible(text: string): string {
  const whole = text.replace(HALVES, '\ufffd');
  return whole.includes('\u0000') ? whole.replaceAll('\u0000', '\ufffd') : whole;
}

/** JSON of a value, its texts made legible. */
export function legibleJson(value: unknown): string {
  return JSON.stringify(value, (_key, member: unknown) => (typeof member === 'string' ? legible(member) : member));
}
