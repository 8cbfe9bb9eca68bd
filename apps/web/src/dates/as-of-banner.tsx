import { words } from '../words';
import { useAsOfDates } from './as-of';
import { inWords, isReadable, momentInWords, today } from './civil-date';

/** Says in plain words which day and whose knowledge the page shows; set apart whenever either is not now. */
export function AsOfBanner() {
  const { validOn, knownAt } = useAsOfDates();
  const later = knownAt && (validOn ?? today()) > knownAt.slice(0, 10);
  return (
    <div className="banner" role="status" data-past={validOn !== null || knownAt !== null}>
      <strong>{`${truth(validOn)}, ${knowledge(knownAt)}`}</strong>
      {later && <span> {words.banner.notYetKnown(momentInWords(knownAt))}</span>}
    </div>
  );
}

function truth(validOn: string | null): string {
  if (validOn === null) return words.banner.today;
  if (!isReadable(validOn)) return words.banner.unreadable(validOn);
  return validOn > today() ? words.banner.ahead(inWords(validOn)) : words.banner.asOf(inWords(validOn));
}

function knowledge(knownAt: string | null): string {
  if (knownAt === null) return words.banner.knownNow;
  if (!isReadable(knownAt)) return words.banner.unreadable(knownAt);
  return words.banner.known(momentInWords(knownAt), knownAt.length > 10);
}
