import { useLanguage } from '../language/use-language';
import { useProblems } from './use-problems';

interface SaidByServerProps {
  /** Stable code, as in POST_FROZEN; null where there is none. */
  readonly code: string | null;
  /** The server's own sentence, which is English. */
  readonly sentence: string;
}

/** A refusal or warning: in general in the reader's language, then just as the server says it. */
export function SaidByServer({ code, sentence }: SaidByServerProps) {
  const language = useLanguage();
  const problems = useProblems();
  const general = code === null || language.code === 'en' ? '' : problems.problem(code) || problems.warning(code);
  return (
    <>
      {general && <strong>{general} </strong>}
      <bdi lang="en" dir="ltr">
        {sentence}
      </bdi>
    </>
  );
}
