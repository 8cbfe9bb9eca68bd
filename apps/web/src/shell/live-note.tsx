import type { useLive } from '../api/queries';
import { words } from '../words';

/** How fresh the page is. A server that answers what is in the way has said it above. */
export function LiveNote({ live: { data, isError } }: { live: ReturnType<typeof useLive> }) {
  if (isError) return <p>{words.live.lost}</p>;
  if (!data) return <p>{words.live.waiting}</p>;
  const { behind, tablesPosition } = data;
  if (behind === null || tablesPosition === null) return <p>{words.live.away}</p>;
  return <p>{behind > 0 ? words.live.behind(behind) : words.live.watching(tablesPosition)}</p>;
}
