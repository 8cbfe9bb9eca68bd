import type { Because } from '../api/client';
import { inWords, momentInWords } from '../dates/civil-date';
import { words } from '../words';
import { Phrase } from './phrase';

/** Source, dates and marks of an entry, as a list of terms. */
export function Particulars({ because }: { because: Because }) {
  const { effective } = because;
  return (
    <dl className="particulars">
      <dt>{words.because.source}</dt>
      <dd>
        <Source of={because} />
        {because.fact && <span className="tag">{words.because.fact(because.fact)}</span>}
      </dd>
      <dt>{words.because.effective}</dt>
      <dd>
        {effective.inWords}
        {effective.phrase && effective.phrase !== effective.inWords && (
          <>
            {words.because.phrase} <Phrase>{effective.phrase}</Phrase>
          </>
        )}
      </dd>
      <dt>{words.because.recorded}</dt>
      <dd>
        {because.carriedOver ? inWords(because.recordedAt) : momentInWords(because.recordedAt)}
        {because.carriedOver && (
          <span className="tag" title={words.because.carriedOverHint}>
            {words.because.carriedOver}
          </span>
        )}
      </dd>
    </dl>
  );
}

function Source({ of }: { of: Because }) {
  if (of.document) return <>{words.because.document(of.document, of.paragraph)}</>;
  if (of.localKnowledge) return <>{words.because.localKnowledge(of.localKnowledge)}</>;
  return <>{words.because.noSource}</>;
}
