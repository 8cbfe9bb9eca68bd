import { everyShare, SHARES, shareOf } from './share.js';

describe('shares of the log', () => {
  it('a stream falls into the same share in every process', () => {
    expect(['post-1', 'post-2', 'person-p-0042', 'post-联合国'].map(shareOf)).toEqual([13, 4, 2, 13]);
  });

  it('streams fall into all shares, none of them crowded', () => {
    const counts = new Array<number>(SHARES).fill(0);
    for (let i = 0; i < 16_000; i++) counts[shareOf(`post-${i}`)]! += 1;
    expect(Math.min(...counts)).toBeGreaterThan(500);
    expect(Math.max(...counts)).toBeLessThan(2_000);
  });

  it('on one machine every share is held, and that never changes', async () => {
    expect(everyShare.held().size).toBe(SHARES);
    const stop = new AbortController();
    const changed = everyShare.changed(everyShare.held(), stop.signal).then(() => 'ended');
    expect(await Promise.race([changed, Promise.resolve('waiting')])).toBe('waiting');
    stop.abort();
    expect(await changed).toBe('ended');
  });
});
