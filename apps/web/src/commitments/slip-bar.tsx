import type { SlipAnswer } from './commitments.queries';
import { type SlipScale, spanOn, zeroOn } from './slip-scale';

/** A median as a bar between its ends, hatched where an end is not known; the words beside it say the same. */
export function SlipBar({ median, scale }: { median: SlipAnswer; scale: SlipScale }) {
  const { start, width, opensBefore, opensAfter } = spanOn(scale, median);
  return (
    <span className="slip-bar" aria-hidden="true">
      <span className="slip-zero" style={{ insetInlineStart: `${zeroOn(scale)}%` }} />
      <span
        className="slip-span"
        data-open={opensBefore || opensAfter}
        style={{ insetInlineStart: `${start}%`, inlineSize: `max(3px, ${width}%)` }}
      />
    </span>
  );
}
