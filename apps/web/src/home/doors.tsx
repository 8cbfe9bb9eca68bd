import { useTranslation } from 'react-i18next';
import { ScreenLink } from '../shell/screen-link';

/** What each user comes for, and the view that answers it. */
const DOORS = {
  managers: ['timeline', 'posts', 'teams', 'commitments', 'organisation'],
  officers: ['record', 'staffing', 'cases', 'people', 'corrections'],
  auditors: ['replay', 'compare', 'log', 'exceptions', 'explain'],
} as const;

/** Three ways in: a line for each question somebody may bring. */
export function Doors() {
  const { t } = useTranslation('home');
  const { t: shell } = useTranslation('shell');
  return (
    <div className="home-doors">
      {(['managers', 'officers', 'auditors'] as const).map((audience) => (
        <section key={audience} className="panel">
          <h2>{shell(`audiences.${audience}`)}</h2>
          <ul>
            {DOORS[audience].map((id) => (
              <li key={id}>
                <ScreenLink to={`/${id}`}>{shell(`screens.${id}`)}</ScreenLink>
                <span className="muted">{t(`doors.${id}`)}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <section className="panel home-statement">
        <h2>
          <ScreenLink to="/statement">{shell('screens.statement')}</ScreenLink>
        </h2>
        <p>{t('doors.statement')}</p>
      </section>
    </div>
  );
}
