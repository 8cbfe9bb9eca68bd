import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NarrativeAnswer } from '../api/client';
import { useWindowWords } from '../dates/window-words';
import { useLanguage } from '../language/use-language';
import { useCountWords } from '../lineage/count-words';
import { Answered } from '../shell/answered';
import { FirstSteps } from '../shell/first-steps';
import { useVocabulary } from '../vocabulary/use-vocabulary';
import { plainText } from './plain-text';
import { ReportText } from './report-text';
import { reportOf } from './report';
import type { Wording } from './sentences';
import { useNarrative } from './statement.queries';
import './statement.css';

/** The status report for the two dates, written anew from the record, each sentence with what it rests on. */
export default function Statement() {
  const { t } = useTranslation('statement');
  const query = useNarrative();
  return (
    <Answered query={query} what={t('what')}>
      {(answer) =>
        answer.sentences.length === 0 ? (
          <FirstSteps category="unit">{t('empty')}</FirstSteps>
        ) : (
          <Written answer={answer} />
        )
      }
    </Answered>
  );
}

function Written({ answer }: { answer: NarrativeAnswer }) {
  const wording = useWording();
  const report = reportOf(answer, wording);
  return (
    <>
      <Tools text={() => plainText(report, answer, wording)} />
      <ReportText report={report} answer={answer} wording={wording} />
    </>
  );
}

function useWording(): Wording {
  const { t } = useTranslation('statement');
  const language = useLanguage();
  const countWords = useCountWords();
  const windowWords = useWindowWords();
  const vocabulary = useVocabulary();
  return { t, language, countWords, windowWords, vocabulary };
}

/** Copying and printing; says when the copy is made. */
function Tools({ text }: { text: () => string }) {
  const { t } = useTranslation('statement');
  const [copied, setCopied] = useState<boolean | null>(null);
  const copy = () =>
    navigator.clipboard.writeText(text()).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <div className="statement-tools">
      <Button onClick={() => void copy()}>{t('copy')}</Button>
      <Button onClick={() => window.print()}>{t('print')}</Button>
      <span role="status">{copied === null ? '' : copied ? t('copied') : t('notCopied')}</span>
    </div>
  );
}
