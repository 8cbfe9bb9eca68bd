import { useTranslation } from 'react-i18next';
import { When } from '../dates/when';
import { WhyButton } from '../lineage/why';
import { Nothing } from '../shell/answered';
import { ScrollTable } from '../shell/scroll-table';
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
        <ScrollTable
          label={t('columns.candidates')}
          columns={[t('columns.candidate'), t('columns.stage'), t('columns.since')]}
          sources={t('columns.sources')}
        >
          <tbody>
            {of.candidates.map((it, i) => (
              <Row key={it.candidateId ?? `not named ${i}`} of={it} />
            ))}
          </tbody>
        </ScrollTable>
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
