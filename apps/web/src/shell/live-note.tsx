import type { useLive } from '../api/queries';
import { words } from '../words';

/** How fresh the page is. */
export function LiveNote({ live: { data, isError } }: { live: ReturnType<typeof useLive> }) {
  if (isError || data?.status === 'unavailable') return <p>{words.live.lost}</p>;
  if (!data) return <p>{words.live.waiting}</p>;
  return <p>{data.behind > 0 ? words.live.behind(data.behind) : words.live.watching(data.tablesPosition)}</p>;
}
