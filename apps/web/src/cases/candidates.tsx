import { useTranslation } from 'react-i18next';
import { When } from '../dates/when';
import { WhyButton } from '../lineage/why';
import { Nothing } from '../shell/answered';
import { Person } from '../staffing/holders';
import { eitherOf } from '../staffing/post-state';
import { useVocabulary } from '../vocabulary/use-vocabulary';
import type { CaseAnswer } from './cases.queries';

/** The candidates of a case by their opaque ids, and how far each has come. */
export function Candidates({ of }: { of: CaseAnswer }) {
  const { t } = useTranslation('cases');
  return (
    <section className="panel">
      <h2>{t('columns.candidates')}</h2>
      {of.candidates.length === 0 ? (
        <Nothing>{t('noCandidates')}</Nothing>
      ) : (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
        <div className="scroll" role="region" aria-label={t('columns.candidates')} tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('columns.candidate')}</th>
                <th scope="col">{t('columns.stage')}</th>
                <th scope="col">{t('columns.since')}</th>
                <th scope="col">
                  <span className="hidden">{t('columns.sources')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {of.candidates.map((it, i) => (
                <Row key={it.candidateId ?? `not named ${i}`} of={it} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function Row({ of }: { of: CaseAnswer['candidates'][number] }) {
  const { t: say } = useTranslation('staffing');
  const words = useVocabulary();
  const stages = eitherOf(
    of.stages.map((it) => words.stage(it)),
    say,
  );
  return (
    <tr>
      <th scope="row">
        <Person id={of.candidateId} />
      </th>
      <td data-uncertain={!of.certain}>
        {stages} {!of.certain && <span className="small-note">{say('possibly')}</span>}
      </td>
      <td>
        <When of={of.since} />
      </td>
      <td>
        <WhyButton
          question={{ label: of.candidateId ?? say('notNamed'), text: stages, wording: null, because: of.because }}
        />
      </td>
    </tr>
  );
}
