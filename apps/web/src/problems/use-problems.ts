import { useTranslation } from 'react-i18next';

/** What the server refuses or warns of, in one general sentence each; its own sentence, in English, says more. */
export interface Problems {
  /** Empty where the code is not known here. */
  problem(code: string): string;
  warning(code: string): string;
}

/** Waits until the words are there. */
export function useProblems(): Problems {
  const { t } = useTranslation('problems');
  return {
    problem: (code) => t(`problems.${code}`, { defaultValue: '' }),
    warning: (code) => t(`warnings.${code}`, { defaultValue: '' }),
  };
}
