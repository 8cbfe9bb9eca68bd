import { Input } from 'antd';
import { useEffect, useState } from 'react';

interface SearchBoxProps {
  readonly label: string;
  readonly hint: string;
  /** What is searched for as the address has it. */
  readonly value: string;
  /** Told what was typed, once the reader pauses. */
  readonly search: (text: string) => void;
}

const PAUSE_MS = 250;
const MOST_LETTERS = 200;

/** A field to search by; nothing is asked while the reader is still typing. */
export function SearchBox({ label, hint, value, search }: SearchBoxProps) {
  const [typed, setTyped] = useState<string | null>(null);
  useEffect(() => {
    if (typed === null) return undefined;
    const pause = setTimeout(() => {
      search(typed);
      setTyped(null);
    }, PAUSE_MS);
    return () => clearTimeout(pause);
  }, [typed, search]);
  return (
    <label>
      <span>{label}</span>
      <Input
        type="search"
        value={typed ?? value}
        placeholder={hint}
        maxLength={MOST_LETTERS}
        allowClear
        onChange={({ target }) => setTyped(target.value)}
      />
    </label>
  );
}
