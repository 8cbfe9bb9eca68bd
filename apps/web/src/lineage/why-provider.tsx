import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { Mishap } from '../shell/mishap';
import { AskWhy, type WhyQuestion } from './why';

const loadDrawer = () => import('./why-drawer');
const WhyDrawer = lazy(loadDrawer);

/** One drawer for the whole page; its code comes once the page stands, before somebody first asks. */
export function WhyProvider({ children }: { children: ReactNode }) {
  const { t } = useTranslation('lineage');
  const [question, setQuestion] = useState<WhyQuestion | null>(null);
  const [open, setOpen] = useState(false);
  useEffect(() => {
    // A failure shows when the drawer is asked for.
    loadDrawer().catch(() => undefined);
  }, []);
  const [path] = useLocation();
  const [shownOn, setShownOn] = useState(path);
  if (shownOn !== path) {
    setShownOn(path);
    setOpen(false); // another view, another question
  }
  const ask = (asked: WhyQuestion) => {
    setQuestion(asked);
    setOpen(true);
  };
  return (
    <AskWhy value={ask}>
      {children}
      {question && (
        <Mishap key={question.label} what={t('why.title', { label: question.label })}>
          <Suspense>
            <WhyDrawer question={question} open={open} onClose={() => setOpen(false)} />
          </Suspense>
        </Mishap>
      )}
    </AskWhy>
  );
}
