import type {
  Because,
  CountAnswer,
  NarrativeCount,
  NarrativeSection,
  NarrativeSentence,
  WindowAnswer,
} from '@cadre/contract';

/** What a sentence has to say; what it does not use may be left out. */
export interface Saying extends Partial<Omit<NarrativeSentence, 'sentence' | 'restsOn' | 'counts'>> {
  readonly section: NarrativeSection;
  readonly key: string;
  readonly because: Because[];
  /** The same in English, with its full stop. */
  readonly sentence: string;
  readonly counts?: Readonly<Record<string, NarrativeCount>>;
}

/** A sentence gives no more entries than this; the rest is told as a number. */
const MOST_ENTRIES = 200;

/** A sentence of the report; in English an uncertain one says so. */
export function say(saying: Saying): NarrativeSentence {
  const { certain = true, sentence, counts = {} } = saying;
  const because = [...new Map(saying.because.map((it) => [it.eventId, it])).values()];
  return {
    section: saying.section,
    key: saying.key,
    certain,
    counts: Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, endsOf(count)])),
    windows: saying.windows ?? {},
    texts: saying.texts ?? {},
    lists: saying.lists ?? {},
    words: saying.words ?? {},
    figures: saying.figures ?? [],
    sentence: certain ? sentence : `Possibly so by then: ${sentence}`,
    because: because.slice(0, MOST_ENTRIES),
    restsOn: because.length,
  };
}

const endsOf = ({ atLeast, atMost, notReported }: NarrativeCount): NarrativeCount => ({
  atLeast,
  atMost,
  notReported,
});

/** No section lists more things than this one by one. */
const MOST_LISTED = 100;

/** Sentences on things one by one; where there are very many, how many more there are ends them. */
export function listed(
  section: NarrativeSection,
  sentences: readonly NarrativeSentence[],
): readonly NarrativeSentence[] {
  const more = sentences.length - MOST_LISTED;
  if (more <= 0) return sentences;
  const because = sentences.slice(MOST_LISTED).flatMap((it) => it.because);
  const counts = { more: { atLeast: more, atMost: more, notReported: false } };
  return [
    ...sentences.slice(0, MOST_LISTED),
    say({ section, key: 'andMore', because, counts, sentence: `There are ${more} more of these.` }),
  ];
}

/** "25", "10 to 12", "at least 77", "a number not reported". */
export function sayNumber({ atLeast, atMost, notReported }: NarrativeCount): string {
  if (notReported) return 'a number not reported';
  if (atMost === null) return `at least ${atLeast}`;
  return atLeast === atMost ? `${atLeast}` : `${atLeast} to ${atMost}`;
}

/** A number of things surely and possibly so. */
export function between(atLeast: number, atMost: number): NarrativeCount {
  return { atLeast, atMost, notReported: false };
}

/** True for a count that is surely zero. */
export const isNone = ({ atMost }: CountAnswer | NarrativeCount): boolean => atMost === 0;

/** " at the end of October 2007", " on 1 July 2007", " in early 2008", " (date not given)". */
export function sayWhen({ earliest, latest, inWords }: WindowAnswer): string {
  if (inWords.startsWith('date not given')) return ' (date not given)';
  if (earliest !== null && earliest === latest) return ` on ${inWords}`;
  if (earliest === null || latest === null || inWords.startsWith('between')) return ` ${inWords}`;
  if (inWords.startsWith('end of')) return ` at the ${inWords}`;
  return inWords.includes('quarter') ? ` in the ${inWords}` : ` in ${inWords}`;
}

/** Ends without the full stop a recorded text may bring. */
export const withoutStop = (text: string): string => text.replace(/[.。]$/, '');
