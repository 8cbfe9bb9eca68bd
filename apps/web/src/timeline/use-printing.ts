import { useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';

const PAPER = window.matchMedia('print');
let isPrinting = PAPER.matches;

/** True while the page is put on paper: a list that shows only what is in sight then shows all. */
export function usePrinting(): boolean {
  return useSyncExternalStore(subscribe, () => isPrinting);
}

function subscribe(onChange: () => void): () => void {
  const follow = (): void => {
    isPrinting = PAPER.matches;
    onChange();
  };
  // The paper is laid out as soon as this returns.
  const begin = (): void => {
    isPrinting = true;
    flushSync(onChange);
  };
  const end = (): void => {
    isPrinting = false;
    onChange();
  };
  PAPER.addEventListener('change', follow);
  window.addEventListener('beforeprint', begin);
  window.addEventListener('afterprint', end);
  return () => {
    PAPER.removeEventListener('change', follow);
    window.removeEventListener('beforeprint', begin);
    window.removeEventListener('afterprint', end);
  };
}
