import { lazy, type ReactNode, Suspense, useState } from 'react';
import { Mishap } from '../shell/mishap';
import { words } from '../words';
import { AskWhy, type WhyQuestion } from './why';

const WhyDrawer = lazy(() => import('./why-drawer'));

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
      {question && (
        <Mishap key={question.label} what={words.why.title(question.label)}>
          <Suspense>
            <WhyDrawer question={question} open={open} onClose={() => setOpen(false)} />
          </Suspense>
        </Mishap>
      )}
    </AskWhy>
  );
}
