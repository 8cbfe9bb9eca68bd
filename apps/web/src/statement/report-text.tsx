import { useTranslation } from 'react-i18next';
import type { NarrativeAnswer } from '../api/client';
import { useLanguage } from '../language/use-language';
import { WhyButton } from '../lineage/why';
import { Sentence } from '../vocabulary/event-sentence';
import type { Paragraph, Part, Report } from './report';
import { momentInWords, type Wording } from './sentences';
import { sourceRows } from './source-rows';

interface ReportTextProps {
  readonly report: Report;
  readonly answer: NarrativeAnswer;
  readonly wording: Wording;
}

/** The report as it is read and printed: title, dates, parts, notes, and the table of sources. */
export function ReportText({ report, answer, wording }: ReportTextProps) {
  const { t } = useTranslation('statement');
  const { day, number } = wording.language;
  const { asOf } = answer;
  return (
    <article className="report">
      <header>
        <p className="report-title">{t('title', { day: day(asOf.validOn) })}</p>
        <p>{t('known', { moment: momentInWords(asOf.knownAt, wording.language), position: number(asOf.position) })}</p>
        <p className="report-written">{t('written')}</p>
      </header>
      <nav className="report-contents" aria-label={t('contents')}>
        <ol>
          {report.parts.map(({ section, title }) => (
            <li key={section}>
              <a href={`#${anchorOf(section)}`}>{title}</a>
            </li>
          ))}
        </ol>
      </nav>
      {report.parts.map((part) => (
        <ReportPart key={part.section} part={part} />
      ))}
      <Notes notes={report.notes} />
      <Sources answer={answer} wording={wording} />
    </article>
  );
}

const anchorOf = (section: string): string => `part-${section.replaceAll(' ', '-')}`;

function ReportPart({ part: { section, title, paragraphs } }: { part: Part }) {
  return (
    <section aria-labelledby={anchorOf(section)}>
      <h2 id={anchorOf(section)}>{title}</h2>
      <ol className="report-paragraphs" start={paragraphs[0]!.number}>
        {paragraphs.map((paragraph) => (
          <ReportParagraph key={paragraph.number} paragraph={paragraph} />
        ))}
      </ol>
    </section>
  );
}

function ReportParagraph({ paragraph: { number, text, isCertain, note, because, more } }: { paragraph: Paragraph }) {
  const { t } = useTranslation('statement');
  const language = useLanguage();
  const label = t('why', { number: language.number(number) });
  return (
    <li value={number} data-certain={isCertain}>
      <span className="report-number">{language.number(number)}.</span>
      <p>
        <Sentence>{text}</Sentence>
        {note !== null && (
          <sup>
            <a href={`#note-${note}`} aria-label={t('note', { number: language.number(note) })}>
              {language.number(note)}
            </a>
          </sup>
        )}{' '}
        {!isCertain && <span className="tag">{t('possibly')}</span>}
        <WhyButton question={{ label, text, wording: null, because, more }} />
      </p>
    </li>
  );
}

function Notes({ notes }: { notes: readonly string[] }) {
  const { t } = useTranslation('statement');
  const { number } = useLanguage();
  if (notes.length === 0) return null;
  return (
    <section aria-labelledby="report-notes">
      <h2 id="report-notes">{t('notes')}</h2>
      <ol className="report-notes">
        {notes.map((note, i) => (
          <li key={note} id={`note-${i + 1}`}>
            <span className="report-number">{number(i + 1)}.</span>
            <span>
              <Sentence>{note}</Sentence>
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Sources({ answer, wording }: Omit<ReportTextProps, 'report'>) {
  const { t } = useTranslation('statement');
  const rows = sourceRows(answer.sources, wording);
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="report-sources">
      <h2 id="report-sources">{t('sources.title')}</h2>
      {/* A table that can be scrolled must be reachable by keyboard. */}
      <div className="report-scroll" role="group" aria-labelledby="report-sources" tabIndex={0}>
        <table className="report-sources">
          <thead>
            <tr>
              <th scope="col">{t('sources.document')}</th>
              <th scope="col">{t('sources.name')}</th>
              <th scope="col">{t('sources.dated')}</th>
              <th scope="col">{t('sources.language')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ document, title, dated, language }) => (
              <tr key={document}>
                <th scope="row">
                  <Sentence>{document}</Sentence>
                </th>
                <td>{title !== null && <Sentence>{title}</Sentence>}</td>
                <td>{dated}</td>
                <td>{language}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
