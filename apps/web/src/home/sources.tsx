import { useTranslation } from 'react-i18next';
import type { TableAnswer } from '../api/client';
import { useLanguage } from '../language/use-language';
import { WhyButton } from '../lineage/why';
import { Recorded } from '../lineage/recorded';
import { Answered } from '../shell/answered';
import { FirstSteps } from '../shell/first-steps';
import { ScreenLink } from '../shell/screen-link';
import { useSources } from './home.queries';

/** The documents everything here rests on, and a way to see the world as the last of them knew it. */
export function Sources() {
  const { t } = useTranslation('home');
  return (
    <section className="panel">
      <h2>{t('sources.title')}</h2>
      <Answered query={useSources()} what={t('sources.what')}>
        {(answer) =>
          answer.rows.length === 0 ? (
            <FirstSteps category="source">{t('sources.empty')}</FirstSteps>
          ) : (
            <List rows={answer.rows} />
          )
        }
      </Answered>
    </section>
  );
}

interface Document {
  readonly document: string;
  readonly title: string | null;
  readonly dated: string | null;
  readonly dated_how: 'stated' | 'inferred' | null;
}

function List({ rows }: { rows: TableAnswer['rows'] }) {
  const { t } = useTranslation('home');
  const { day } = useLanguage();
  const last = rows
    .flatMap(documentsOf)
    .flatMap((it) => it.dated ?? [])
    .toSorted()
    .at(-1);
  return (
    <>
      <ul className="home-sources">
        {rows.flatMap((row) =>
          row.states.slice(-1).map(({ values, because }) => {
            const { document, title, dated, dated_how: how } = values as unknown as Document;
            return (
              <li key={`${row.stream} ${row.item} ${document}`}>
                <strong>
                  <Recorded>{document}</Recorded>
                </strong>{' '}
                {title && <Recorded>{title}</Recorded>}{' '}
                <span className="muted">
                  {dated && how === 'inferred' && t('sources.inferred', { day: day(dated) })}
                  {dated && how !== 'inferred' && t('sources.dated', { day: day(dated) })}
                </span>
                <WhyButton question={{ label: document, text: title ?? document, wording: null, because: [because] }} />
              </li>
            );
          }),
        )}
      </ul>
      {last && (
        <p>
          <ScreenLink to="/" with={{ validOn: last, knownAt: last }}>
            {t('sources.asOfLast', { day: day(last) })}
          </ScreenLink>
        </p>
      )}
    </>
  );
}

function documentsOf(row: TableAnswer['rows'][number]): readonly Document[] {
  return row.states.slice(-1).map(({ values }) => values as unknown as Document);
}
