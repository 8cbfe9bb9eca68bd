import { useTranslation } from 'react-i18next';
import { useLanguage } from '../language/use-language';
import { Recorded } from '../lineage/recorded';
import { Answered, Nothing } from '../shell/answered';
import { FirstSteps } from '../shell/first-steps';
import { pushUrlQuery } from '../shell/url';
import { type LedgerAnswer, useLedger } from './commitments.queries';
import { Filters } from './filters';
import { LedgerTable } from './ledger-table';
import { type LedgerView, PROMISES_A_PAGE, useLedgerView } from './ledger-view';
import { Slippage } from './slippage';
import { Tiles } from './tiles';
import './commitments.css';

/** The ledger of promises: what is overdue, what falls due, what became of each, and by how much promises slip. */
export default function Commitments() {
  const { t } = useTranslation('commitments');
  const view = useLedgerView();
  return (
    <>
      <section className="panel">
        <Answered query={useLedger(view)} what={t('what')}>
          {(answer) =>
            answer.counts.open.notReported ? (
              <FirstSteps category="commitment">{t('empty')}</FirstSteps>
            ) : (
              <Ledger answer={answer} view={view} />
            )
          }
        </Answered>
      </section>
      <Slippage view={view} />
    </>
  );
}

function Ledger({ answer, view }: { answer: LedgerAnswer; view: LedgerView }) {
  const { t } = useTranslation('commitments');
  return (
    <>
      <Tiles answer={answer} view={view} />
      <Next answer={answer} />
      <Filters answer={answer} view={view} />
      {answer.promises.length === 0 ? (
        <Nothing>{t('noneSuch')}</Nothing>
      ) : (
        <LedgerTable promises={answer.promises} view={view} />
      )}
      <Pages answer={answer} page={view.page} />
    </>
  );
}

/** What becomes overdue next if nothing more is recorded. */
function Next({ answer: { next } }: { answer: LedgerAnswer }) {
  const { t } = useTranslation('commitments');
  const { day } = useLanguage();
  if (!next) return <p className="commitments-next">{t('nothingNext')}</p>;
  return (
    <div className="commitments-next">
      <strong>{t('next', { on: day(next.on), count: next.whats.length })}</strong>
      <ul>
        {next.whats.map((what) => (
          <li key={what}>
            <Recorded>{what}</Recorded>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Pages({ answer: { matching, promises }, page }: { answer: LedgerAnswer; page: number }) {
  const { t } = useTranslation('commitments');
  const before = (page - 1) * PROMISES_A_PAGE;
  const go = (to: number) => pushUrlQuery({ page: to === 1 ? null : String(to) });
  if (matching <= PROMISES_A_PAGE && page === 1)
    return <p className="commitments-pages muted">{t('pages.all', { count: matching })}</p>;
  return (
    <nav className="commitments-pages" aria-label={t('pages.label')}>
      <button type="button" disabled={page === 1} onClick={() => go(page - 1)}>
        {t('pages.back')}
      </button>
      <span>{t('pages.some', { from: before + 1, to: before + promises.length, count: matching })}</span>
      <button type="button" disabled={before + promises.length >= matching} onClick={() => go(page + 1)}>
        {t('pages.on')}
      </button>
    </nav>
  );
}
