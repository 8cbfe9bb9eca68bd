import { useTranslation } from 'react-i18next';
import { Recorded } from '../lineage/recorded';
import { WhyButton } from '../lineage/why';
import { ScreenLink } from '../shell/screen-link';
import type { Tie } from './people.queries';

/** Where the page of what a person has to do with is; teams have one page together. */
const PAGES: Readonly<Record<Tie['kind'], (id: string) => string>> = {
  holds: (id) => `/staffing/${id}`,
  reserved: (id) => `/staffing/${id}`,
  acts: (id) => `/staffing/${id}`,
  candidate: (id) => `/cases/${id}`,
  member: () => '/teams',
};

/** What a person has to do with on the day asked for, with the way there. */
export function TieLink({ tie: { kind, id, name, certain, because } }: { tie: Tie }) {
  const { t } = useTranslation('people');
  const relation = certain ? t(`ties.${kind}`) : t(`possibleTies.${kind}`);
  return (
    <span className="tie" data-uncertain={!certain}>
      <span className="small-note">{relation}</span>{' '}
      <ScreenLink to={PAGES[kind](id)}>
        <Recorded>{name ?? id}</Recorded>
      </ScreenLink>{' '}
      <WhyButton question={{ label: name ?? id, text: relation, wording: null, because }} />
    </span>
  );
}
