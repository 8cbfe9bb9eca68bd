import type { WindowAnswer } from '../api/client';
import { Phrase } from '../lineage/recorded';
import { phraseBeside, useWindowWords } from './window-words';

interface WhenProps {
  readonly of: WindowAnswer;
  /** What is said around the window, as in "since October 2007". */
  readonly within?: (words: string) => string;
}

/** A window in the page's language, and the source's own phrase beside it when that says more. */
export function When({ of, within = (words) => words }: WhenProps) {
  const words = useWindowWords()(of);
  const phrase = phraseBeside(of, words);
  return (
    <>
      {within(words)}
      {phrase !== null && (
        <>
          {' '}
          <Phrase>{phrase}</Phrase>
        </>
      )}
    </>
  );
}
