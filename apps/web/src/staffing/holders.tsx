import { useTranslation } from 'react-i18next';
import type { WindowAnswer } from '../api/client';
import { When } from '../dates/when';
import { useLanguage } from '../language/use-language';
import { Recorded } from '../lineage/recorded';
import { ScreenLink } from '../shell/screen-link';
import type { StaffingRow } from './staffing.queries';

const WHOLE = 100;

/** Who holds the post, possibly; and who acts, which leaves it vacant. Persons are opaque ids. */
export function Holders({ post: { incumbents, officerInCharge } }: { post: StaffingRow }) {
  const { t } = useTranslation('staffing');
  const { percent } = useLanguage();
  return (
    <>
      {incumbents.map(({ personId, share, since, certain }, i) => (
        <div key={personId ?? `not named ${i}`} data-uncertain={!certain}>
          <Person id={personId} />
          {share !== null && share < WHOLE && <span className="small-note"> {percent(share / WHOLE)}</span>}
          {!certain && <span className="small-note"> {t('possibly')}</span>}
          {since !== null && <Since when={since} />}
        </div>
      ))}
      {officerInCharge && (
        <div className="small-note" data-uncertain={!officerInCharge.certain}>
          {officerInCharge.certain ? t('officerInCharge') : t('officerInChargePossibly')}{' '}
          <Person id={officerInCharge.personId} />
          {officerInCharge.grade !== null && <> ({officerInCharge.grade})</>}
        </div>
      )}
    </>
  );
}

/** Windows that are no point in time, which "since" cannot stand before. */
const OPEN: readonly WindowAnswer['shape']['form'][] = ['by', 'from', 'between', 'none'];

/** Since when it is held, as far as the source says. */
function Since({ when }: { when: WindowAnswer }) {
  const { t } = useTranslation('staffing');
  const isOpen = OPEN.includes(when.shape.form);
  return (
    <div className="small-note">
      <When of={when} within={(words) => (isOpen ? t('heldFrom', { when: words }) : t('heldSince', { when: words }))} />
    </div>
  );
}

/** A person by the id the record knows, or that the source does not name anybody. */
export function Person({ id }: { id: string | null }) {
  const { t } = useTranslation('staffing');
  if (id === null) return <span className="unsaid">{t('notNamed')}</span>;
  return (
    <ScreenLink to={`/people/${id}`}>
      <Recorded>{id}</Recorded>
    </ScreenLink>
  );
}
