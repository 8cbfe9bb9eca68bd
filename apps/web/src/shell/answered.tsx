import type { UseQueryResult } from '@tanstack/react-query';
import { Alert, Button, Skeleton } from 'antd';
import { type ReactNode, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '../api/client';
import { unreadable, useAsOfDates } from '../dates/as-of';
import { useLanguage } from '../language/use-language';
import { SaidByServer } from '../problems/said-by-server';

interface AnsweredProps<T> {
  readonly query: UseQueryResult<T>;
  /** What is being asked for, as in "the teams": worded as the subject of a sentence. */
  readonly what: string;
  readonly children: (answer: T) => ReactNode;
}

/** Shows an answer, or that it is on its way, or why there is none and what to do. Old figures are dimmed while new ones load. */
export function Answered<T>({ query, what, children }: AnsweredProps<T>) {
  const { t } = useTranslation('shell');
  const dates = useAsOfDates();
  if (unreadable(dates).size > 0) return <Nothing>{t('states.notAsked', { what })}</Nothing>;
  const error = query.error ?? (query.data === undefined ? query.failureReason : null); // said while it is tried again, too
  if (query.isPending && error === null)
    return (
      <div role="status" aria-label={t('states.loading', { what })}>
        <Skeleton active title={false} paragraph={{ rows: 4 }} />
      </div>
    );
  return (
    <>
      {error !== null && <Failed what={what} error={error} stale={query.data !== undefined} retry={query.refetch} />}
      {query.data !== undefined && (
        <div className="answered" aria-busy={query.isPlaceholderData}>
          {query.isPlaceholderData && (
            <span role="status" className="answered-busy">
              {t('states.updating')}
            </span>
          )}
          {children(query.data)}
        </div>
      )}
    </>
  );
}

interface FailedProps {
  readonly what: string;
  readonly error: Error;
  readonly stale: boolean;
  readonly retry: () => Promise<unknown>;
}

function Failed({ what, error, stale, retry }: FailedProps) {
  const { t } = useTranslation('shell');
  return (
    <Alert
      className="failed"
      type={stale ? 'warning' : 'error'}
      showIcon
      title={stale ? t('states.stale', { what }) : t('states.failed', { what })}
      description={error instanceof ProblemError ? <Problem error={error} /> : t('states.unreachable')}
      action={<Button onClick={() => void retry()}>{t('states.retry')}</Button>}
    />
  );
}

/** The server's sentence, and before it the same in general where the reader's language is another. */
function Problem({ error: { title, detail, code } }: { error: ProblemError }) {
  const { t } = useTranslation('shell');
  const language = useLanguage();
  const asSaid = t('states.problem', { title, detail });
  if (language.code === 'en' || code === '') return asSaid;
  return (
    <Suspense fallback={asSaid}>
      <SaidByServer code={code} sentence={detail} />
    </Suspense>
  );
}

/** Said instead of an empty space: what is missing, and why that may be. */
export function Nothing({ children }: { children: ReactNode }) {
  return <p className="nothing">{children}</p>;
}
