import { useTranslation } from 'react-i18next';
import type { WindowAnswer } from '../api/client';
import { phraseBeside, useWindowWords } from '../dates/window-words';
import { useLanguage } from '../language/use-language';
import { Phrase, Recorded } from '../lineage/recorded';
import { WhyButton } from '../lineage/why';
import { ScreenLink } from '../shell/screen-link';
import { useVocabulary } from '../vocabulary/use-vocabulary';
import type { LedgerPromise } from './commitments.queries';
import { OverdueMark } from './overdue-mark';
import { useSlipWords } from './slip-words';

/** What is said of each promise, in order. */
export const COLUMNS = ['stage', 'what', 'first', 'now', 'slipped', 'why'] as const;

/** One promise: where it stands, its first wording, every new date and why, what became of it, and how far it slipped. */
export function PromiseRow({ promise }: { promise: LedgerPromise }) {
  const { t } = useTranslation('commitments');
  const slip = useSlipWords();
  const { firstDue, made, slipped } = promise;
  return (
    <tr data-stage={promise.stage}>
      <td data-column="stage">
        <Stage promise={promise} />
      </td>
      <th scope="row" data-column="what">
        <Recorded>{promise.what}</Recorded>
        <Beside promise={promise} />
      </th>
      <td data-column="first" data-label={t('columns.first')}>
        <Window of={firstDue} />
        <Known at={made.recordedAt} />
      </td>
      <td data-column="now" data-label={t('columns.now')}>
        <Now promise={promise} />
      </td>
      <td data-column="slipped" data-label={t('columns.slipped')} data-uncertain={slipped?.atLeast !== slipped?.atMost}>
        {slip(slipped)}
      </td>
      <td data-column="why">
        <WhyButton
          question={{
            label: promise.what,
            text: t('slipped', { slip: slip(slipped) }),
            wording: promise.measure?.wording ?? null,
            because: becauseOf(promise),
          }}
        />
      </td>
    </tr>
  );
}

/** Every entry the row rests on, each once. */
function becauseOf({ made, redatings, because }: LedgerPromise): LedgerPromise['because'] {
  const all = [made, ...redatings.map((it) => it.because), ...because];
  return all.filter((it, i) => all.findIndex((other) => other.eventId === it.eventId) === i);
}

function Stage({ promise: { overdue, overdueFrom, statuses } }: { promise: LedgerPromise }) {
  const { t } = useTranslation('commitments');
  const { list, dayShort } = useLanguage();
  const said = statuses.map((status) => t(`stages.${status}`));
  return (
    <>
      {overdue === 'no' && (said.length === 1 ? said[0] : t('either', { stages: list(said) }))}
      {overdue !== 'no' && <OverdueMark overdue={overdue} />}
      {overdueFrom && statuses.includes('open') && (
        <div className="muted commitments-note">{t('overdueFrom', { on: dayShort(overdueFrom) })}</div>
      )}
    </>
  );
}

/** Who promised it, what it is about, and a share in words with its arithmetic. */
function Beside({ promise }: { promise: LedgerPromise }) {
  const { t } = useTranslation('commitments');
  const { ownerUnitId, ownerName, aboutNames, measure } = promise;
  return (
    <div className="muted commitments-note">
      {ownerUnitId === null ? (
        t('noOwner')
      ) : (
        <ScreenLink to="/organisation" with={{ unit: ownerUnitId }}>
          <Recorded>{ownerName ?? ownerUnitId}</Recorded>
        </ScreenLink>
      )}
      {aboutNames.length > 0 && (
        <>
          {' · '}
          {t('about')}{' '}
          {aboutNames.map((about, i) => (
            <span key={about.stream}>
              {i > 0 && ', '}
              <ScreenLink to="/commitments" with={{ about: about.stream }} title={t('aboutHint')}>
                <About of={about} among={aboutNames} />
              </ScreenLink>
            </span>
          ))}
        </>
      )}
      {measure && (
        <div>
          {t('measure', { wording: measure.wording, of: measure.of, arithmeticMinimum: measure.arithmeticMinimum })}
        </div>
      )}
    </div>
  );
}

type NamedStream = LedgerPromise['aboutNames'][number];

/** The name of a thing; with what it is, where it has none or another of the same promise shares it. */
function About({ of: { stream, name }, among }: { of: NamedStream; among: readonly NamedStream[] }) {
  const { t } = useTranslation('commitments');
  const words = useVocabulary();
  if (name !== null && among.every((it) => it.stream === stream || it.name !== name))
    return <Recorded>{name}</Recorded>;
  const [category, id] = apart(stream);
  return <>{t('ofKind', { kind: words.kind(category), name: name ?? id })}</>;
}

/** Kind and id of what a stream is about. */
function apart(stream: string): readonly [string, string] {
  const end = stream.indexOf('-');
  return [stream.slice(0, end), stream.slice(end + 1)];
}

/** The promise as it stands now: each new date with its reason, and the end it came to. */
function Now({ promise: { redatings, settlings } }: { promise: LedgerPromise }) {
  const { t } = useTranslation('commitments');
  return (
    <>
      {redatings.length === 0 && settlings.length === 0 && <span className="muted">{t('unchanged')}</span>}
      {redatings.length > 0 && (
        <ol className="commitments-redatings" aria-label={t('redatings')}>
          {redatings.map(({ due: to, reason, surely, because }) => (
            <li key={because.eventId} data-uncertain={!surely}>
              <Window of={to} />
              {!surely && <span className="commitments-note"> {t('perhaps')}</span>}
              {reason && (
                <div className="commitments-note">
                  <Recorded>{reason}</Recorded>
                </div>
              )}
              <Known at={because.recordedAt} />
            </li>
          ))}
        </ol>
      )}
      {settlings.map(({ status, on, because }) => (
        <div key={because.eventId} className="commitments-settled" data-uncertain={settlings.length > 1}>
          {t(`settled.${status}`)} <Window of={on} />
          <Known at={because.recordedAt} />
        </div>
      ))}
    </>
  );
}

function Known({ at }: { at: string }) {
  const { t } = useTranslation('commitments');
  const { dayShort } = useLanguage();
  return <div className="muted commitments-note">{t('known', { on: dayShort(at) })}</div>;
}

/** A window with the source's own wording beneath. */
function Window({ of }: { of: WindowAnswer }) {
  const words = useWindowWords()(of);
  const phrase = phraseBeside(of, words);
  return (
    <>
      {words}
      {phrase !== null && (
        <div className="muted commitments-note">
          <Phrase>{phrase}</Phrase>
        </div>
      )}
    </>
  );
}
