import { Skeleton } from 'antd';
import { type ComponentType, lazy, Suspense, useEffect } from 'react';
import { useLive } from '../api/queries';
import { AsOfBanner } from '../dates/as-of-banner';
import { DateControls } from '../dates/date-controls';
import { WhyProvider } from '../lineage/why-provider';
import { useTeamsTitle } from '../teams/use-kind';
import { words } from '../words';
import { Alarms } from './alarms';
import { LiveNote } from './live-note';
import { Mishap } from './mishap';

const SCREENS: readonly { id: keyof typeof words.screens; Screen: ComponentType }[] = [
  { id: 'teams', Screen: lazy(() => import('../teams/teams')) },
  { id: 'posts', Screen: lazy(() => import('../establishment/establishment')) },
  { id: 'commitments', Screen: lazy(() => import('../commitments/commitments')) },
];

export function Page() {
  const live = useLive();
  const titles = { ...words.screens, teams: useTeamsTitle() };
  useEffect(() => {
    document.title = words.title;
  }, []);
  return (
    <WhyProvider>
      <a className="skip" href="#main">
        {words.skip}
      </a>
      <header className="head">
        <div className="head-inner">
          <div>
            <h1>{words.title}</h1>
            <p>{words.subtitle}</p>
            <nav aria-label={words.contents}>
              {SCREENS.map(({ id }) => (
                <a key={id} href={`#${id}`}>
                  {titles[id]}
                </a>
              ))}
            </nav>
          </div>
          <DateControls />
        </div>
      </header>
      <AsOfBanner />
      <Alarms health={live.data} />
      <main id="main" tabIndex={-1}>
        {SCREENS.map(({ id, Screen }) => (
          <section key={id} id={id} className="screen" aria-labelledby={`${id}-title`}>
            <h2 id={`${id}-title`}>{titles[id]}</h2>
            <Mishap what={titles[id]}>
              <Suspense fallback={<Skeleton active title={false} />}>
                <Screen />
              </Suspense>
            </Mishap>
          </section>
        ))}
      </main>
      <footer className="foot">
        <LiveNote live={live} />
      </footer>
    </WhyProvider>
  );
}
