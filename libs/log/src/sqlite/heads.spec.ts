import { createHeads } from './heads.js';

describe('the heads of streams kept in memory', () => {
  it('are looked up once, and again when the least recently used had to go', () => {
    const lookedUp: string[] = [];
    const heads = createHeads((stream) => lookedUp.push(stream), 2);
    for (const stream of ['a', 'b', 'a', 'c', 'a', 'b']) heads.of(stream);
    expect(lookedUp).toEqual(['a', 'b', 'c', 'b']);
  });

  it('follow what is appended until they are forgotten', () => {
    const heads = createHeads(() => 7);
    heads.set('a', 8);
    expect(heads.of('a')).toBe(8);
    heads.clear();
    expect(heads.of('a')).toBe(7);
  });
});
