import { type StoredPolicyMemory } from '@cadre/read-models';

type Step = Parameters<StoredPolicyMemory['keep']>[0];
type Alarm = Step['alarms'][number];
type Followed = Step['followed'][number];

const step = (shares: readonly number[], position: number, more: Partial<Step> = {}): Step => ({
  shares,
  checkpoint: { position, eventId: `e${position}` },
  alarms: [],
  followed: [],
  ...more,
});
const alarm = (more: Partial<Alarm> = {}): Alarm => ({
  policy: 'when-asked-answer',
  eventId: 'e7',
  stream: 'post-1',
  position: 7,
  sentence: 'It was refused.',
  ...more,
});
const followed = (because: string, eventId: string, position: number): Followed => ({
  because,
  eventId,
  stream: 'person-pat',
  type: 'PostEncumbered',
  position,
});

type Open = () => Promise<StoredPolicyMemory>;
type Current = () => StoredPolicyMemory;

/** What every memory of policies promises; `open` opens the same one again and again. */
export function policyMemoryContract(open: Open): void {
  let current: StoredPolicyMemory;
  beforeEach(async () => {
    current = await open();
  });
  afterEach(() => current.close());

  keepsSteps(() => current, open);
  remembersWhatFollowed(() => current);
  isShared(() => current, open);
}

function keepsSteps(memory: Current, open: Open): void {
  it('knows nothing at first', async () => {
    expect(await memory().checkpoints()).toEqual(new Map());
    expect(await memory().alarms()).toEqual([]);
    expect(await memory().followed(['e1'])).toEqual([]);
  });

  it('keeps a checkpoint for each share, also when it is opened again', async () => {
    await memory().keep(step([0, 15], 3));
    await memory().keep(step([15], 2 ** 40));
    const again = await open();
    expect(await again.checkpoints()).toEqual(
      new Map([
        [0, { position: 3, eventId: 'e3' }],
        [15, { position: 2 ** 40, eventId: `e${2 ** 40}` }],
      ]),
    );
    await again.close();
  });

  it('never lets a checkpoint go back, and keeps what else a late step brings', async () => {
    await memory().keep(step([4, 5], 20));
    await memory().keep(step([3, 4], 10, { alarms: [alarm()], followed: [followed('e7', 'f7', 12)] }));
    expect(await memory().checkpoints()).toEqual(
      new Map([
        [3, { position: 10, eventId: 'e10' }],
        [4, { position: 20, eventId: 'e20' }],
        [5, { position: 20, eventId: 'e20' }],
      ]),
    );
    expect(await memory().alarms()).toHaveLength(1);
    expect(await memory().followed(['e7'])).toHaveLength(1);
  });

  it('shows alarms in the order they were raised, one for each policy and entry', async () => {
    await memory().keep(step([0], 1, { alarms: [alarm({ eventId: 'late' }), alarm({ eventId: 'early' })] }));
    await memory().keep(step([0], 2, { alarms: [alarm({ eventId: 'late', sentence: 'Still.' })] }));
    expect((await memory().alarms()).map(({ eventId, sentence }) => [eventId, sentence])).toEqual([
      ['late', 'Still.'],
      ['early', 'It was refused.'],
    ]);
  });

  it('keeps an alarm whatever people have written into it', async () => {
    const sentence = 'Nobody is called "a\0b\\,{}\' 联合国 \ud800".';
    await memory().keep(step([0], 1, { alarms: [alarm({ sentence })] }));
    expect((await memory().alarms())[0]!.sentence).toContain('联合国');
  });
}

function remembersWhatFollowed(memory: Current): void {
  it('tells what followed from some entries, each once and at its last position', async () => {
    await memory().keep(step([0], 9, { followed: [followed('a', 'a1', 12), followed('a', 'a2', 11)] }));
    await memory().keep(step([0], 9, { followed: [followed('a', 'a1', 13), followed('a', 'a2', 10)] }));
    await memory().keep(step([1], 9, { followed: [followed('b', 'b1', 10), followed('c', 'a1', 14)] }));
    expect(await memory().followed(['a', 'b', 'unheard-of'])).toEqual([
      followed('b', 'b1', 10),
      followed('a', 'a2', 11),
      followed('a', 'a1', 13),
    ]);
    expect(await memory().followed([])).toEqual([]);
  });

  it('remembers what followed for the last ten thousand entries, no more', async () => {
    const many = (from: number, count: number): Followed[] =>
      Array.from({ length: count }, (_, i) => followed(`m${from + i}`, `f${from + i}`, from + i));
    await memory().keep(step([0], 1, { followed: many(0, 9_000) }));
    await memory().keep(step([0], 2, { followed: many(9_000, 1_500) }));
    expect(await memory().followed(['m100', 'm499'])).toEqual([]);
    expect(await memory().followed(['m500', 'm10499'])).toHaveLength(2);
  });
}

function isShared(memory: Current, open: Open): void {
  it('forgets for another log all but the alarms nobody has looked at, and can then begin from its start', async () => {
    await memory().keep(step([0], 9, { alarms: [alarm()], followed: [followed('a', 'a1', 12)] }));
    await memory().forget();
    expect(await memory().checkpoints()).toEqual(new Map());
    expect(await memory().alarms()).toEqual([alarm()]);
    expect(await memory().followed(['a'])).toEqual([]);
    await memory().keep(step([0], 1));
    expect(await memory().checkpoints()).toEqual(new Map([[0, { position: 1, eventId: 'e1' }]]));
  });

  it('takes steps of several at once', async () => {
    const other = await open();
    const shares = Array.from({ length: 16 }, (_, share) => share);
    await Promise.all(
      Array.from({ length: 40 }, (_, i) =>
        (i % 2 === 0 ? memory() : other).keep(
          step(i % 3 === 0 ? shares : shares.toReversed(), i + 1, { followed: [followed(`a${i}`, `b${i}`, i)] }),
        ),
      ),
    );
    const positions = [...(await memory().checkpoints()).values()].map(({ position }) => position);
    expect(positions).toEqual(Array(16).fill(40));
    expect(await memory().followed(['a0', 'a39'])).toHaveLength(2);
    await other.close();
  });
}
