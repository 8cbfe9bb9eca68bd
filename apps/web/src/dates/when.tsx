import type { WindowAnswer } from '../api/client';
import { Phrase } from '../lineage/recorded';
import { phraseBeside, useWindowWords } from './window-words';

/** A window in the page's language, and the source's own phrase beside it when that says more. */
export function When({ of }: { of: WindowAnswer }) {
  const words = useWindowWords()(of);
  const phrase = phraseBeside(of, words);
  return (
    <>
      {words}
      {phrase !== null && (
        <>
          {' '}
          <Phrase>{phrase}</Phrase>
        </>
      )}
    </>
  );
}
