import { useLayoutEffect, useRef, useState } from 'react';

/** Where an item of a list stands, in CSS pixels from the top of the list. */
export interface Row {
  readonly top: number;
  readonly height: number;
}

/** The places of a list's items as the browser laid them out, so that a picture beside it can follow names of any length. */
export function useRows(count: number) {
  const ref = useRef<HTMLUListElement>(null);
  const [rows, setRows] = useState<readonly Row[]>([]);
  useLayoutEffect(() => {
    const list = ref.current;
    if (!list) return;
    const measure = () => {
      const start = list.getBoundingClientRect().top;
      setRows(
        Array.from(list.children, (item) => {
          const { top, height } = item.getBoundingClientRect();
          return { top: top - start, height };
        }),
      );
    };
    const observer = new ResizeObserver(measure);
    for (const item of list.children) observer.observe(item);
    measure();
    return () => observer.disconnect();
  }, [count]);
  return { ref, rows };
}
