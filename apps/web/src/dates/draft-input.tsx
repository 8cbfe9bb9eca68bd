import { type ComponentProps, useEffect, useState } from 'react';

type DraftInputProps = Omit<ComponentProps<'input'>, 'value' | 'onChange'> & {
  readonly value: string;
  readonly onSettled: (value: string) => void;
};

/** Half-typed years and days passed over with an arrow key are no question yet: only what rests for a moment is. */
const REST_MS = 400;

/** An input whose value counts once the typing rests. */
export function DraftInput({ value, onSettled, ...input }: DraftInputProps) {
  const [draft, setDraft] = useState(value);
  const [settled, setSettled] = useState(value);
  if (settled !== value) {
    setSettled(value);
    setDraft(value);
  }
  useEffect(() => {
    if (draft === value || isHalfTyped(draft)) return;
    const timer = setTimeout(() => onSettled(draft), REST_MS);
    return () => clearTimeout(timer);
  }, [draft, value, onSettled]);
  return <input {...input} value={draft} onChange={(event) => setDraft(event.target.value)} />;
}

/** A native date input reports 0002-10-15 on the way to 2007-10-15. */
function isHalfTyped(draft: string): boolean {
  return draft.startsWith('0') && draft.includes('-');
}
