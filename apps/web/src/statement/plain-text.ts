import type { NarrativeAnswer } from '../api/client';
import { sourceRows } from './source-rows';
import type { Report } from './report';
import { momentInWords, type Wording } from './sentences';

/** The whole report as text for a letter or a document: title, dates, parts, notes, sources. */
export function plainText(report: Report, { asOf, sources }: NarrativeAnswer, wording: Wording): string {
  const { t, language } = wording;
  const numbered = (number: number, text: string): string => `${language.number(number)}. ${text}`;
  const parts = report.parts.flatMap(({ title, paragraphs }) => [
    '',
    title,
    ...paragraphs.map(({ number, text, isCertain, note }) => {
      const said = isCertain ? text : t('possiblySentence', { sentence: text });
      return numbered(number, note === null ? said : `${said} [${language.number(note)}]`);
    }),
  ]);
  const notes = report.notes.map((note, i) => numbered(i + 1, note));
  const rows = sourceRows(sources, wording).map(({ document, title, dated }) =>
    [document, title, dated].filter((it) => it !== null).join(t('separator')),
  );
  return [
    t('title', { day: language.day(asOf.validOn) }),
    t('known', { moment: momentInWords(asOf.knownAt, language), position: language.number(asOf.position) }),
    ...parts,
    ...(notes.length === 0 ? [] : ['', t('notes'), ...notes]),
    ...(rows.length === 0 ? [] : ['', t('sources.title'), ...rows]),
    '',
    t('written'),
  ].join('\n');
}
