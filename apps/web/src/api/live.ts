import { useEffect, useEffectEvent, useState } from 'react';

/** How long to wait before asking again for a feed that was refused, in ms. */
const AGAIN_MS = 30_000;

/**
 * Listens to where the tables are while the page can be seen; a page out of sight would take one of the few connections
 * a browser grants. True while the server tells of moves by itself.
 */
export function useFeed(onMove: () => void): boolean {
  const [isOpen, setOpen] = useState(false);
  const hear = useEffectEvent(onMove);
  useEffect(() => {
    const feed = feedOf(() => hear(), setOpen);
    const follow = () => (document.visibilityState === 'visible' ? feed.open() : feed.close());
    follow();
    document.addEventListener('visibilitychange', follow);
    return () => {
      document.removeEventListener('visibilitychange', follow);
      feed.close();
    };
  }, []);
  return isOpen;
}

interface Feed {
  open(): void;
  close(): void;
}

/** One connection at a time. The browser mends a broken one; one that was refused is asked for again later. */
function feedOf(onMove: () => void, onState: (isOpen: boolean) => void): Feed {
  let source: EventSource | null = null;
  let again: ReturnType<typeof setTimeout> | undefined;
  const close = () => {
    clearTimeout(again);
    source?.close();
    source = null;
    onState(false);
  };
  const open = () => {
    if (source) return;
    source = new EventSource('/api/live');
    source.addEventListener('open', () => onState(true));
    source.addEventListener('position', onMove);
    source.addEventListener('error', () => {
      onState(false);
      onMove(); // whatever is in the way is for the next question to find out
      if (source?.readyState !== EventSource.CLOSED) return;
      close();
      again = setTimeout(open, AGAIN_MS);
    });
  };
  return { open, close };
}
