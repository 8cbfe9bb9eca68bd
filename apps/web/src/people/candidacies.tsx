import { useTranslation } from 'react-i18next';
import { When } from '../dates/when';
import { Recorded } from '../lineage/recorded';
import { WhyButton } from '../lineage/why';
import { ScreenLink } from '../shell/screen-link';
import { eitherOf } from '../staffing/post-state';
import { useVocabulary } from '../vocabulary/use-vocabulary';
import type { PersonAnswer } from './people.queries';

/** The recruitment cases in which the person is, or was, a candidate; nothing where there is none. */
export function Candidacies({ of: { candidacies } }: { of: PersonAnswer }) {
  const { t } = useTranslation('people');
  const { t: say } = useTranslation('staffing');
  const words = useVocabulary();
  const stagesInWords = (stages: readonly string[]): string =>
    eitherOf(
      stages.map((it) => words.stage(it)),
      say,
    );
  if (candidacies.length === 0) return null;
  return (
    <section className="panel">
      <h2>{t('candidacies')}</h2>
      <ul className="periods">
        {candidacies.map(({ caseId, caseName, stages, since, certain, because }) => (
          <li key={caseId} data-uncertain={!certain}>
            <p className="period-head">
              <ScreenLink to={`/cases/${caseId}`}>
                <Recorded>{caseName ?? caseId}</Recorded>
              </ScreenLink>
              : {stagesInWords(stages)} {!certain && <span className="small-note">{say('possibly')}</span>}{' '}
              <WhyButton
                question={{ label: caseName ?? caseId, text: stagesInWords(stages), wording: null, because }}
              />
            </p>
            <p className="small-note">
              {t('from')} <When of={since} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
