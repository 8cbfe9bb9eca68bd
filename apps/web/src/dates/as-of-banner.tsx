import { words } from '../words';
import { useAsOfDates } from './as-of';
import { inWords, momentInWords, today } from './civil-date';

/** Says in plain words which day and whose knowledge the page shows, whenever either is not now. */
export function AsOfBanner() {
  const { validOn, knownAt } = useAsOfDates();
  const truth =
    validOn && (validOn > today() ? words.banner.ahead(inWords(validOn)) : words.banner.asOf(inWords(validOn)));
  const knowledge = knownAt && words.banner.known(momentInWords(knownAt), knownAt.length > 10);
  const later = knownAt && (validOn ?? today()) > knownAt.slice(0, 10);
  return (
    <div className="banner" role="status" data-past={Boolean(truth || knowledge)}>
      <strong>{`${truth || words.banner.today}, ${knowledge || words.banner.knownNow}`}</strong>
      {later && <span> {words.banner.notYetKnown(inWords(knownAt))}</span>}
    </div>
  );
}
