import type { Because } from '@cadre/contract';

type Sourced = Pick<Because, 'document' | 'paragraph' | 'localKnowledge'>;

/** "A/62/627 para. 19", or whose local knowledge it is. */
export function saySource({ document, paragraph, localKnowledge }: Sourced): string {
  if (document === null) return localKnowledge === null ? 'no source given' : `local knowledge of ${localKnowledge}`;
  if (paragraph === null) return document;
  const several = /[,–-]/.test(paragraph); // as in "17,18"
  return several ? `${document} paras. ${paragraph.replaceAll(/, ?/g, ', ')}` : `${document} para. ${paragraph}`;
}

/** The sources of several entries, each once. */
export function saySources(because: readonly Sourced[]): string {
  return [...new Set(because.map(saySource))].join('; ');
}
