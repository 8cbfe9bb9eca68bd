import { useTranslation } from 'react-i18next';
import { History } from '../lineage/history';
import { Recorded } from '../lineage/recorded';
import { Answered, Nothing } from '../shell/answered';
import { ScreenLink } from '../shell/screen-link';
import { useThingTitle } from '../shell/thing-title';
import { Candidacies } from './candidacies';
import { PeriodBars } from './period-bars';
import { PeriodList } from './period-list';
import { type PersonAnswer, usePerson } from './people.queries';
import './people.css';

/** One person, an opaque id: posts held and reserved, acting cover, teams, candidacies, and everything recorded. */
export function PersonPage({ personId }: { personId: string }) {
  const { t } = useTranslation('people');
  const query = usePerson(personId);
  return (
    <>
      <p>
        <ScreenLink to="/people">{t('back')}</ScreenLink>
      </p>
      <Answered query={query} what={t('one')}>
        {(answer) =>
          answer.isKnown ? (
            <Person answer={answer} />
          ) : (
            <section className="panel">
              <Nothing>{t('nothing', { personId })}</Nothing>
            </section>
          )
        }
      </Answered>
      <section className="panel">
        <h2>{t('life')}</h2>
        <History stream={`person-${personId}`} of="" />
      </section>
    </>
  );
}

function Person({ answer }: { answer: PersonAnswer }) {
  const { t } = useTranslation('people');
  useThingTitle(answer.id);
  return (
    <>
      <section className="panel">
        <h2>
          <Recorded>{answer.id}</Recorded>
        </h2>
        <p className="small-note">{t('ids')}</p>
        {answer.erased && <p className="erased">{t('erased')}</p>}
        {answer.periods.length === 0 ? (
          <Nothing>{t('noPeriods')}</Nothing>
        ) : (
          <>
            <PeriodBars periods={answer.periods} validOn={answer.asOf.validOn} />
            <PeriodList periods={answer.periods} />
          </>
        )}
        <p className="next-steps">
          <ScreenLink to="/record" with={{ stream: `person-${answer.id}` }}>
            {t('record')}
          </ScreenLink>
        </p>
      </section>
      <Candidacies of={answer} />
    </>
  );
}
