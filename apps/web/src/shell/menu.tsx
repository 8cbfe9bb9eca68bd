import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { isOn } from './place';
import { ScreenLink } from './screen-link';
import { type Audience, SCREENS } from './screens';

const AUDIENCES: readonly Audience[] = ['all', 'managers', 'officers', 'auditors'];

/** All views, by whom they are for; on a narrow screen behind a button. */
export function Menu() {
  const { t } = useTranslation('shell');
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <nav className="menu" aria-label={t('menu.title')}>
      <button
        type="button"
        className="menu-button"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        {open ? t('menu.close') : t('menu.open')}
      </button>
      <div id={id} className="menu-groups" data-open={open}>
        {AUDIENCES.map((audience) => (
          <Group key={audience} audience={audience} onGo={() => setOpen(false)} />
        ))}
      </div>
    </nav>
  );
}

function Group({ audience, onGo }: { audience: Audience; onGo: () => void }) {
  const { t } = useTranslation('shell');
  const [path] = useLocation();
  const id = useId();
  const screens = SCREENS.filter((it) => it.audience === audience);
  if (screens.length === 0) return null;
  return (
    <>
      <p id={id} className={audience === 'all' ? 'hidden' : 'menu-group'}>
        {t(`audiences.${audience}`)}
      </p>
      <ul aria-labelledby={id}>
        {screens.map((screen) => (
          <li key={screen.id}>
            <ScreenLink to={screen.path} aria-current={isOn(screen, path) ? 'page' : undefined} onClick={onGo}>
              {t(`screens.${screen.id}`)}
            </ScreenLink>
          </li>
        ))}
      </ul>
    </>
  );
}
