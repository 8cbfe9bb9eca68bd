import { createContext, use } from 'react';
import type { Because } from '../api/client';
import { words } from '../words';

/** A number or statement somebody wants explained. */
export interface WhyQuestion {
  readonly label: string;
  /** The number as shown. */
  readonly text: string;
  /** The source's own words for it, or how it was derived. */
  readonly wording: string | null;
  /** True when nobody reported the number. */
  readonly silent?: boolean;
  readonly because: readonly Because[];
}

/** Opens the explanation of a number. */
export const AskWhy = createContext<(question: WhyQuestion) => void>(() => undefined);

export function WhyButton({ question }: { question: WhyQuestion }) {
  const ask = use(AskWhy);
  return (
    <button
      type="button"
      className="why"
      aria-haspopup="dialog"
      aria-label={words.why.ask(question.label, question.text)}
      onClick={() => ask(question)}
    >
      {words.why.button}
    </button>
  );
}
