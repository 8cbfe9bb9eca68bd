import type { NarrativeAnswer } from '../api/client';
import { apart } from '../vocabulary/apart';
import type { Wording } from './sentences';

/** A document cited, in words; null where its registration says nothing. */
export interface SourceRow {
  readonly document: string;
  readonly title: string | null;
  readonly dated: string | null;
  readonly language: string | null;
}

/** The documents a report rests on. */
export function sourceRows(sources: NarrativeAnswer['sources'], wording: Wording): readonly SourceRow[] {
  const { t, language, vocabulary } = wording;
  return sources.map(({ document, title, dated, datedHow, language: written }) => {
    const day = dated === null ? null : language.day(dated);
    return {
      document: apart(document, language.dir),
      title: title === null ? null : apart(title, language.dir),
      dated: day !== null && datedHow === 'inferred' ? t('sources.inferred', { day }) : day,
      language: written === null ? null : vocabulary.value('language', written),
    };
  });
}
