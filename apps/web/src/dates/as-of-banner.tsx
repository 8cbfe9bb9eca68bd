import { words } from '../words';
import { type AsOfDates, unreadable, useAsOfDates } from './as-of';
import { inWords, momentInWords, today } from './civil-date';

/** Says in plain words which day and whose knowledge the page shows; set apart whenever either is not now. */
export function AsOfBanner() {
  const dates = useAsOfDates();
  const { validOn, knownAt } = dates;
  const amiss = unreadable(dates);
  const later = amiss.size === 0 && knownAt && (validOn ?? today()) > knownAt.slice(0, 10);
  return (
    <div className="banner" role="status" data-past={validOn !== null || knownAt !== null}>
      <strong>{`${truth(validOn, amiss.has('validOn'))}, ${knowledge(knownAt, amiss.has('knownAt'))}`}</strong>
      {later && <span> {words.banner.notYetKnown(momentInWords(knownAt))}</span>}
    </div>
  );
}

function truth(validOn: AsOfDates['validOn'], isAmiss: boolean): string {
  if (validOn === null) return words.banner.today;
  if (isAmiss) return words.banner.unreadable(validOn);
  return validOn > today() ? words.banner.ahead(inWords(validOn)) : words.banner.asOf(inWords(validOn));
}

function knowledge(knownAt: AsOfDates['knownAt'], isAmiss: boolean): string {
  if (knownAt === null) return words.banner.knownNow;
  if (isAmiss) return words.banner.unreadable(knownAt);
  return words.banner.known(momentInWords(knownAt), knownAt.length > 10);
}
