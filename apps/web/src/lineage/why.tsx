import { createContext, use } from 'react';
import { useTranslation } from 'react-i18next';
import type { Because } from '../api/client';
import './lineage.css';

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
  /** How many entries it rests on besides, where there are too many to list. */
  readonly more?: number;
}

/** Opens the explanation of a number. */
export const AskWhy = createContext<(question: WhyQuestion) => void>(() => undefined);

export function WhyButton({ question }: { question: WhyQuestion }) {
  const { t } = useTranslation('lineage');
  const ask = use(AskWhy);
  return (
    <button
      type="button"
      className="why"
      aria-haspopup="dialog"
      aria-label={t('why.ask', { label: question.label, text: question.text })}
      onClick={() => ask(question)}
    >
      {t('why.button')}
    </button>
  );
}
