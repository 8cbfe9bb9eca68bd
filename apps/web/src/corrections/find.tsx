import { useTranslation } from 'react-i18next';
import { navigate } from 'wouter/use-browser-location';
import { useLanguage } from '../language/use-language';
import { Recorded } from '../lineage/recorded';
import { ThingChoice } from '../record/thing-choice';
import { Answered, Nothing } from '../shell/answered';
import { ScreenLink } from '../shell/screen-link';
import { addressOf, useUrlQuery } from '../shell/url';
import { useCorrections } from './corrections.queries';

/** Where a record is looked for, and the corrections made of late, openly. */
export function Find() {
  const { t } = useTranslation('corrections');
  const query = useUrlQuery();
  return (
    <>
      <section className="panel record-said" aria-label={t('find.title')}>
        <h2>{t('find.title')}</h2>
        <ThingChoice
          chosen={null}
          category={null}
          onlyKnown
          onChoose={(thing) => {
            if (thing) navigate(addressOf(`/corrections/${thing.category}-${thing.id}`, query));
          }}
        />
        <p className="record-help">{t('find.help')}</p>
      </section>
      <section className="panel" aria-label={t('made.title')}>
        <h2>{t('made.title')}</h2>
        <Made />
      </section>
    </>
  );
}

function Made() {
  const { t } = useTranslation('corrections');
  const { moment } = useLanguage();
  const query = useCorrections();
  return (
    <Answered query={query} what={t('made.what')}>
      {({ entries }) =>
        entries.length === 0 ? (
          <Nothing>{t('made.none')}</Nothing>
        ) : (
          <ul className="corrections-made">
            {entries.map(({ eventId, stream, reason, recordedAt, actorId, data }) => (
              <li key={eventId}>
                <ScreenLink to={`/corrections/${stream}`} with={{ entry: String(data['eventId']) }}>
                  {stream}
                </ScreenLink>
                {reason !== null && <Recorded>{reason}</Recorded>}
                <span className="muted">{t('made.by', { actor: actorId, moment: moment(recordedAt) })}</span>
              </li>
            ))}
          </ul>
        )
      }
    </Answered>
  );
}
