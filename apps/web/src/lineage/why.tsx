import { createContext, lazy, type ReactNode, Suspense, use, useState } from 'react';
import type { Because } from '../api/client';
import { words } from '../words';

const WhyDrawer = lazy(() => import('./why-drawer'));

/** A number or statement somebody wants explained. */
export interface WhyQuestion {
  readonly label: string;
  /** The number as shown. */
  readonly text: string;
  /** The source's own words for it, or how it was derived. */
  readonly wording: string | null;
  readonly because: readonly Because[];
}

const AskWhy = createContext<(question: WhyQuestion) => void>(() => undefined);

/** One drawer for the whole page; its code is loaded when somebody first asks. */
export function WhyProvider({ children }: { children: ReactNode }) {
  const [question, setQuestion] = useState<WhyQuestion | null>(null);
  const [open, setOpen] = useState(false);
  const ask = (asked: WhyQuestion) => {
    setQuestion(asked);
    setOpen(true);
  };
  return (
    <AskWhy value={ask}>
      {children}
      <Suspense>{question && <WhyDrawer question={question} open={open} onClose={() => setOpen(false)} />}</Suspense>
    </AskWhy>
  );
}

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
