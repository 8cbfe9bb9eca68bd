import { useTranslation } from 'react-i18next';
import { ScreenLink } from '../shell/screen-link';
import { Doors } from './doors';
import { Glance } from './glance';
import { Sources } from './sources';
import './home.css';

/** What this is, what it knows, and where each user begins. */
export default function Home() {
  const { t } = useTranslation('home');
  return (
    <>
      <p className="home-lead">{t('lead')}</p>
      <p>{t('clocks')}</p>
      <p>
        <ScreenLink to="/" with={{ tour: '1' }} className="home-tour">
          {t('tour')}
        </ScreenLink>
      </p>
      <Sources />
      <Glance />
      <Doors />
    </>
  );
}
