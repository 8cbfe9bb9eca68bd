import type { Because, NarrativeSentence, WindowAnswer } from '@cadre/contract';
import { partsOf, type Window } from '@cadre/kernel';
import { type AsOfDates } from '../as-of.js';
import { becauseOf, windowAnswer } from '../history/entry-rows.js';
import { causesOf, type Thing, thingsOf, valuesIn } from '../table/possible.js';
import { type Snapshot } from '../tables/tables.js';
import { type Change, changesOf } from './changes.js';
import { between, listed, say, type Saying, sayNumber, sayWhen } from './saying.js';

const CHANGES = [
  ...['PostReclassified', 'PostRedeployed', 'PostReassigned', 'PostFrozen', 'PostUnfrozen', 'PostExtended'],
  ...['PostLapsed', 'PostAbolished'],
];
/** What says whether a post is filled, since when and by whom. */
const SHOWN = ['standing', 'occupancy', 'acting', 'filled_earliest', 'filled_latest', 'filled_phrase'];

/** Single posts: how many are filled, who holds the senior ones, what changed. */
export async function postSentences(
  snapshot: Snapshot,
  dates: AsOfDates,
  unitNamed: (id: string) => string,
): Promise<readonly NarrativeSentence[]> {
  const posts = (await thingsOf(snapshot, 'posts', dates)).filter(isLive);
  const causes = await becauseOf(snapshot, causesOf(posts, SHOWN));
  const rests = (of: readonly Thing[], columns = SHOWN): Because[] =>
    causesOf(of, columns).map((cause) => causes.get(cause)!);
  const seniors = posts.filter((post) => valuesIn(post, 'seniority').includes('senior'));
  const titles = new Map(posts.map((post) => [post.id, titleOf(post)]));
  const changes = await changesOf(snapshot, CHANGES, dates);
  return [
    ...postsTold(posts, rests(posts, ['occupancy'])),
    ...listed(
      'posts',
      seniors.map((post) => senior(post, rests([post]))),
    ),
    ...listed(
      'posts',
      changes.map((change) => changed(change, titles.get(partsOf(change.stream).id), unitNamed)),
    ),
    ...notReportedOccupancy(posts, rests),
  ];
}

const isLive = ({ states }: Thing): boolean =>
  states.some(({ values }) => values['standing'] === 'live' || values['standing'] === 'frozen');

/** The title with its grade, as in "Military Adviser (ASG)"; the id where no title is told. */
function titleOf(post: Thing): string {
  const title = valuesIn<string | null>(post, 'title').at(-1) ?? post.id;
  const grade = valuesIn<string | null>(post, 'grade').at(-1) ?? null;
  return grade === null ? title : `${title} (${grade})`;
}

/** What the post can be on that day; null stands for not being there. */
const occupancies = ({ states }: Thing): readonly (string | null)[] => [
  ...new Set(states.map(({ present, values }) => (present ? (values['occupancy'] as string) : null))),
];

function postsTold(posts: readonly Thing[], because: Because[]): readonly NarrativeSentence[] {
  if (posts.length === 0) return [];
  const count = (word: string) => {
    const possibly = posts.filter((post) => occupancies(post).includes(word));
    return between(possibly.filter((post) => occupancies(post).length === 1).length, possibly.length);
  };
  const surely = posts.filter((post) => !occupancies(post).includes(null)).length;
  const counts = {
    posts: between(surely, posts.length),
    filled: count('filled'),
    vacant: count('vacant'),
    unreported: count('not reported'),
  };
  const sentence = `Single posts told of: ${sayNumber(counts.posts)}; filled: ${sayNumber(counts.filled)}; vacant: ${sayNumber(counts.vacant)}; not reported: ${sayNumber(counts.unreported)}.`;
  return [say({ section: 'posts', key: 'postsTold', counts, because, sentence })];
}

/** A senior post in one sentence: filled, vacant, acted for, not reported, or possibly several of these. */
function senior(thing: Thing, because: Because[]): NarrativeSentence {
  const post = titleOf(thing);
  const said = occupancies(thing);
  const common = { section: 'posts' as const, texts: { post }, because };
  if (said.length > 1) {
    const words = said.filter((it) => it !== null);
    const sentence = `${post}: ${words.join(' or ')}.`;
    return say({
      ...common,
      key: 'seniorUncertain',
      certain: false,
      words: { occupancy: { table: 'posts', words } },
      sentence,
    });
  }
  if (said[0] === 'filled') {
    const when = filledWhen(thing);
    if (when === null) return say({ ...common, key: 'seniorFilledUndated', sentence: `${post}: filled.` });
    return say({ ...common, key: 'seniorFilled', windows: { when }, sentence: `${post}: filled${sayWhen(when)}.` });
  }
  if (said[0] !== 'vacant') {
    return say({ ...common, key: 'seniorNotReported', sentence: `${post}: whether it is filled is not reported.` });
  }
  return valuesIn(thing, 'acting').every((acting) => acting === 1)
    ? say({ ...common, key: 'seniorActing', sentence: `${post}: vacant; an officer-in-charge is designated.` })
    : say({ ...common, key: 'seniorVacant', sentence: `${post}: vacant.` });
}

function filledWhen({ states }: Thing): WindowAnswer | null {
  const { values } = states.at(-1)!;
  const window = {
    earliest: values['filled_earliest'],
    latest: values['filled_latest'],
    phrase: values['filled_phrase'],
  } as Window;
  return Object.values(window).every((end) => end === null) ? null : windowAnswer(window);
}

function changed(change: Change, title: string | undefined, unitNamed: (id: string) => string): NarrativeSentence {
  const { because, surely, stream } = change;
  const said = whatChanged(change, title ?? partsOf(stream).id, unitNamed);
  return say({
    ...said,
    section: 'posts',
    certain: surely,
    windows: { when: because.effective },
    because: [because],
    sentence: `${said.sentence}${sayWhen(because.effective)}.`,
  });
}

/** What changed, without its date. */
function whatChanged(
  { type, data }: Change,
  post: string,
  unitNamed: (id: string) => string,
): Pick<Saying, 'key' | 'texts' | 'sentence'> {
  const text = (field: string): string => data[field] as string;
  switch (type) {
    case 'PostReclassified': {
      const to = text('to');
      return { key: 'postReclassified', texts: { post, to }, sentence: `${post} was reclassified to ${to}` };
    }
    case 'PostRedeployed': {
      const unit = unitNamed(text('toUnitId'));
      return { key: 'postRedeployed', texts: { post, unit }, sentence: `${post} was redeployed to ${unit}` };
    }
    case 'PostReassigned': {
      const to = text('toTitle');
      return { key: 'postReassigned', texts: { post, to }, sentence: `${post} was reassigned to ${to}` };
    }
    case 'PostFrozen':
      return { key: 'postFrozen', texts: { post }, sentence: `${post} was frozen` };
    case 'PostUnfrozen':
      return { key: 'postUnfrozen', texts: { post }, sentence: `${post} was unfrozen` };
    case 'PostExtended':
      return { key: 'postExtended', texts: { post }, sentence: `${post} was extended` };
    case 'PostLapsed':
      return { key: 'postLapsed', texts: { post }, sentence: `${post} lapsed` };
    default:
      return { key: 'postAbolished', texts: { post }, sentence: `${post} was abolished` };
  }
}

/** More posts than this are told as a number. */
const MOST_NAMED = 50;

/** Posts of which nobody says whether they are filled. */
function notReportedOccupancy(
  posts: readonly Thing[],
  rests: (of: readonly Thing[], columns?: string[]) => Because[],
): readonly NarrativeSentence[] {
  const silent = posts.filter((post) => occupancies(post).every((it) => it === 'not reported'));
  if (silent.length === 0) return [];
  const counts = { posts: between(silent.length, silent.length) };
  const named = silent.slice(0, MOST_NAMED).map(titleOf);
  const more = silent.length > MOST_NAMED ? '; …' : '';
  const sentence = `Whether they are filled is not reported for ${silent.length} posts: ${named.join('; ')}${more}.`;
  const because = rests(silent, ['occupancy']);
  return [say({ section: 'not reported', key: 'occupancyNotReported', counts, lists: { named }, because, sentence })];
}
