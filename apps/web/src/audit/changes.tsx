import { useTranslation } from 'react-i18next';
import type { ChangedRow, PossibleState } from '../api/client';
import { Recorded } from '../lineage/recorded';
import { WhyButton } from '../lineage/why';
import { Nothing } from '../shell/answered';
import { ScreenLink } from '../shell/screen-link';
import { Sentence } from '../vocabulary/event-sentence';
import { useVocabulary } from '../vocabulary/use-vocabulary';
import { differences, nameIn } from './differences';
import './audit.css';

/** Things that say something else than before: of each the columns that changed, before and after. */
export function Changes({ changes }: { changes: readonly ChangedRow[] }) {
  const { t } = useTranslation('audit');
  if (changes.length === 0) return <Nothing>{t('changes.none')}</Nothing>;
  return (
    <ul className="changes" aria-label={t('changes.title')}>
      {changes.map((it) => (
        <Change key={`${it.table} ${it.stream} ${it.item}`} change={it} />
      ))}
    </ul>
  );
}

function Change({ change }: { change: ChangedRow }) {
  const { t } = useTranslation('audit');
  const vocabulary = useVocabulary();
  const { table, stream, before, after } = change;
  const name = nameIn([...after, ...before]) ?? stream;
  const inWords = (states: readonly PossibleState[]) =>
    states.map((state) => (state.present ? vocabulary.row(state, table) : null));
  const presence = { label: t('changes.presence'), there: t('changes.there'), notThere: t('changes.notThere') };
  const rows = differences(inWords(before), inWords(after), presence);
  const because = [...before, ...after].map((state) => state.because);
  return (
    <li>
      <h3>
        <span className="muted">{vocabulary.table(table)}</span>{' '}
        <ScreenLink to="/log" with={{ stream }}>
          <Recorded>{name}</Recorded>
        </ScreenLink>
        <WhyButton
          question={{
            label: name,
            text: t('changes.count', { number: rows.length }),
            wording: null,
            because: because.filter((it, i) => because.findIndex(({ eventId }) => eventId === it.eventId) === i),
          }}
        />
      </h3>
      <dl className="change-rows">
        {rows.map((row) => (
          <div key={row.name}>
            <dt>{row.label}</dt>
            <dd>
              <Sides before={row.before} after={row.after} />
            </dd>
          </div>
        ))}
      </dl>
    </li>
  );
}

/** What a column said and says; several where the dates leave it open. */
function Sides({ before, after }: { before: readonly string[]; after: readonly string[] }) {
  const { t } = useTranslation('audit');
  const either = (said: readonly string[]) =>
    said.length === 0 ? t('changes.nothing') : said.reduce((one, other) => t('changes.either', { one, other }));
  return (
    <>
      {before.length > 0 && (
        <>
          <del>
            <span className="hidden">{t('changes.before')}</span> <Sentence>{either(before)}</Sentence>
          </del>{' '}
          <span className="change-arrow" aria-hidden="true" />{' '}
        </>
      )}
      <ins>
        <span className="hidden">{t('changes.after')}</span> <Sentence>{either(after)}</Sentence>
      </ins>
    </>
  );
}
