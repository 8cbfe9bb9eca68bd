import type { TFunction } from 'i18next';
import type { NarrativeSentence } from '../api/client';
import type { WindowWords } from '../dates/window-words';
import type { Formats } from '../language/formats';
import type { CountWords } from '../lineage/count-words';
import { apart } from '../vocabulary/apart';
import type { Vocabulary } from '../vocabulary/vocabulary';

/** What the report is worded with. */
export interface Wording {
  readonly t: TFunction<'statement'>;
  readonly language: Formats;
  readonly countWords: CountWords;
  readonly windowWords: WindowWords;
  readonly vocabulary: Vocabulary;
}

/** A sentence of the report in the reader's language; the server's English where its key is not known here. */
export function sentenceInWords(sentence: NarrativeSentence, wording: Wording): string {
  const { t, language } = wording;
  const { key } = sentence;
  if (key === 'block')
    return t('block', { name: said(sentence.texts['name']!, language), parts: partsOf(sentence, wording) });
  const known = t(`sentences.${key}`, { ...holesOf(sentence, wording), defaultValue: '' });
  return known || apart(sentence.sentence, language.dir);
}

const said = (text: string, { dir }: Formats): string => apart(text, dir);

/** How far a block has come, stage by stage: "posts approved: 152; on duty: not reported". */
function partsOf({ counts }: NarrativeSentence, { t, countWords }: Wording): string {
  return Object.entries(counts)
    .map(([stage, count]) => t('blockPart', { stage: t(`blockStages.${stage}`), number: countWords(count) }))
    .join(t('separator'));
}

/** Every value in words by its name, and what the sources say where the sentence is about them. */
function holesOf(sentence: NarrativeSentence, wording: Wording): Readonly<Record<string, string>> {
  const { t, language, countWords, windowWords } = wording;
  const each = <V, T>(values: Readonly<Record<string, V>>, say: (value: V) => T): Record<string, T> =>
    Object.fromEntries(Object.entries(values).map(([name, value]) => [name, say(value)]));
  const joined = (items: readonly string[]): string => items.join(t('separator'));
  return {
    ...each(sentence.counts, countWords),
    ...each(sentence.windows, windowWords),
    ...each(sentence.texts, (text) => said(text, language)),
    ...each(sentence.lists, (names) => joined(names.map((name) => said(name, language)))),
    ...each(sentence.words, (words) => wordsInWords(words, wording)),
    sources: joined(citationsOf(sentence, wording)),
    figures: joined(sentence.figures.map((figures) => figuresInWords(figures, wording))),
  };
}

/** Every word a thing possibly is, as in "vacant or filled". */
function wordsInWords({ table, words }: NarrativeSentence['words'][string], { vocabulary, language }: Wording): string {
  return either(
    words.map((word) => (table === 'recruitment' ? vocabulary.stage(word) : vocabulary.state(word, table))),
    language,
  );
}

function figuresInWords({ what, said: values }: NarrativeSentence['figures'][number], wording: Wording): string {
  const { t, language, vocabulary } = wording;
  return t('figure', {
    what: said(what, language),
    values: either(
      values.map((figure) => vocabulary.figure(figure)),
      language,
    ),
  });
}

const either = (items: readonly string[], { code }: Formats): string =>
  new Intl.ListFormat(code, { type: 'disjunction' }).format(items);

/** What a sentence rests on: each document once, with all its paragraphs in order. */
export function citationsOf({ because }: NarrativeSentence, wording: Wording): readonly string[] {
  const { t, language } = wording;
  const byDocument = Map.groupBy(because, ({ document, localKnowledge }) => document ?? `\u0000${localKnowledge}`);
  return [...byDocument].map(([key, its]) => {
    const { document, localKnowledge } = its[0]!;
    if (document === null) return t('localKnowledge', { who: said(localKnowledge ?? '', language) });
    const cited = paragraphsIn(its.map(({ paragraph }) => paragraph ?? ''));
    if (cited.length === 0) return said(key, language);
    const paragraphs = language.list(cited.map((it) => numeral(it, language)));
    const holes = { document: said(document, language), paragraphs };
    return cited.length === 1 ? t('citedOne', holes) : t('cited', holes);
  });
}

/** The paragraphs that citations name ("8,26"), each once, in order of their numbers. */
function paragraphsIn(citations: readonly string[]): readonly string[] {
  const named = citations.flatMap((it) => it.split(/[,; ]+/)).filter((it) => /\d/.test(it));
  return [...new Set(named)].toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }));
}

const numeral = (paragraph: string, { number, dir }: Formats): string =>
  /^\d+$/.test(paragraph) ? number(Number(paragraph)) : apart(paragraph, dir);

/** A moment of knowing; the end of a day is that day. */
export const momentInWords = (instant: string, { day, moment }: Formats): string =>
  instant.endsWith('T23:59:59.999Z') ? day(instant) : moment(instant);
