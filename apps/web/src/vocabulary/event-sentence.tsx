import { Fragment } from 'react';
import { Recorded } from '../lineage/recorded';
import { runsOf } from './apart';
import type { Told } from './events';
import { useVocabulary } from './use-vocabulary';
import './vocabulary.css';

/** A sentence with whatever is recorded in it kept in its own direction and language. */
export function Sentence({ children }: { children: string }) {
  // A run has no identity besides its place; a sentence is never reordered.
  return runsOf(children).map(({ text, isRecorded }, i) =>
    isRecorded ? <Recorded key={i}>{text}</Recorded> : <Fragment key={i}>{text}</Fragment>,
  );
}

/** What stands beside a number: how it was derived in the reader's language, or the source's own words. */
export function WordingOf({ children }: { children: string }) {
  return <Sentence>{useVocabulary().wording(children)}</Sentence>;
}

/** An entry in one sentence of the reader's language. */
export function EventSentence({ of }: { of: Told }) {
  return <Sentence>{useVocabulary().event(of)}</Sentence>;
}

/** What an entry says beyond its sentence, as a list of terms; nothing where that is all. */
export function EventDetails({ of }: { of: Told }) {
  const details = useVocabulary().details(of);
  if (details.length === 0) return null;
  return (
    <dl className="event-details">
      {details.map(({ name, label, text }) => (
        <div key={name}>
          <dt>{label}</dt>
          <dd>
            <Sentence>{text}</Sentence>
          </dd>
        </div>
      ))}
    </dl>
  );
}
