import { Skeleton } from 'antd';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useLive } from '../api/queries';
import { AsOfBanner } from '../dates/as-of-banner';
import { DateControls } from '../dates/date-controls';
import { WhyProvider } from '../lineage/why-provider';
import { Alarms } from './alarms';
import { Nothing } from './answered';
import { LiveNote } from './live-note';
import { Menu } from './menu';
import { Mishap } from './mishap';
import { isOn } from './place';
import { Preferences } from './preferences';
import { ScreenLink } from './screen-link';
import { SCREENS } from './screens';
import { ThingTitle } from './thing-title';
import { useUrlQuery } from './url';

const Tour = lazy(() => import('../tour/tour'));

/** What surrounds every view: the menu, the two dates, whatever needs attention, and how fresh it all is. */
export function Page() {
  const { t } = useTranslation('shell');
  const live = useLive();
  const isTouring = useUrlQuery().has('tour');
  return (
    <WhyProvider>
      <a className="skip" href="#main">
        {t('skip')}
      </a>
      <header className="head">
        <p className="brand">
          <ScreenLink to="/">{t('title')}</ScreenLink>
        </p>
        <DateControls />
        <Preferences />
      </header>
      <AsOfBanner />
      <Alarms health={live.data} />
      <div className="below">
        <Menu />
        <View />
      </div>
      {isTouring && (
        <Mishap what={t('tour')}>
          <Suspense>
            <Tour />
          </Suspense>
        </Mishap>
      )}
      <footer className="foot">
        <LiveNote live={live} />
      </footer>
    </WhyProvider>
  );
}

/** The view the address names. Going to another one moves the focus to its heading. */
function View() {
  const { t } = useTranslation('shell');
  const [path] = useLocation();
  const screen = SCREENS.find((it) => isOn(it, path));
  const title = t(screen ? `screens.${screen.id}` : 'nowhere.title');
  const [thing, sayThing] = useState<string | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(path);
  useEffect(() => {
    const ofView = screen?.path === '/' ? t('title') : t('titleOf', { screen: title });
    document.title = thing === null ? ofView : t('titleOfThing', { thing, screen: title });
  }, [screen, title, thing, t]);
  useEffect(() => {
    if (shown.current === path) return;
    shown.current = path;
    window.scrollTo(0, 0);
    heading.current?.focus();
  }, [path]);
  return (
    <main id="main" tabIndex={-1} data-screen={screen?.id}>
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      <Mishap key={screen?.id} what={title}>
        <Suspense fallback={<Skeleton active title={false} />}>
          <ThingTitle value={sayThing}>
            {screen ? <screen.Screen /> : <Nothing>{t('nowhere.hint', { path })}</Nothing>}
          </ThingTitle>
        </Suspense>
      </Mishap>
    </main>
  );
}
