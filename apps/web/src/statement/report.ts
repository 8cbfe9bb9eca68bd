import type { NarrativeAnswer, NarrativeSentence } from '../api/client';
import { citationsOf, sentenceInWords, type Wording } from './sentences';

/** One numbered paragraph of the report. */
export interface Paragraph {
  /** From 1, through all parts. */
  readonly number: number;
  readonly text: string;
  readonly isCertain: boolean;
  /** The number of its note, or null where it rests on nothing cited. */
  readonly note: number | null;
  readonly because: NarrativeSentence['because'];
  /** Entries it rests on besides. */
  readonly more: number;
}

export interface Part {
  readonly section: NarrativeSentence['section'];
  readonly title: string;
  readonly paragraphs: readonly Paragraph[];
}

export interface Report {
  readonly parts: readonly Part[];
  /** What the paragraphs rest on, from 1; the same citation is one note. */
  readonly notes: readonly string[];
}

/** The report in the reader's language: parts, numbered paragraphs, notes. */
export function reportOf({ sentences }: NarrativeAnswer, wording: Wording): Report {
  const { t } = wording;
  const notes: string[] = [];
  const noteOf = (sentence: NarrativeSentence): number | null => {
    const text = citationsOf(sentence, wording).join(t('separator'));
    if (text === '') return null;
    if (!notes.includes(text)) notes.push(text);
    return notes.indexOf(text) + 1;
  };
  const paragraphs = sentences.map((sentence, i) => ({
    section: sentence.section,
    number: i + 1,
    text: sentenceInWords(sentence, wording),
    isCertain: sentence.certain,
    note: noteOf(sentence),
    because: sentence.because,
    more: sentence.restsOn - sentence.because.length,
  }));
  const parts = [...Map.groupBy(paragraphs, ({ section }) => section)].map(([section, its]) => ({
    section,
    title: t(`sections.${section}`),
    paragraphs: its,
  }));
  return { parts, notes };
}
