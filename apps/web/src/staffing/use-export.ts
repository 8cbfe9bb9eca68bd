import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAsOfDates } from '../dates/as-of';
import { useWindowWords } from '../dates/window-words';
import { useVocabulary } from '../vocabulary/use-vocabulary';
import type { Cell } from './csv';
import { exportHead, exportRows, type RowWords } from './export-rows';
import { useStateWords } from './post-state';
import { askStaffing } from './staffing.queries';
import type { StaffingView } from './view';

const PAGE = 500;

/** How far an export has come. */
export type ExportProgress =
  | { readonly kind: 'idle' }
  | { readonly kind: 'fetching'; readonly done: number; readonly all: number }
  | { readonly kind: 'done'; readonly posts: number }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed' };

/** Fetches the whole of a view, page by page, and hands it over as a file. */
export function useExport(view: StaffingView) {
  const { t } = useTranslation('staffing');
  const vocabulary = useVocabulary();
  const stage = (word: string): string => vocabulary.stage(word);
  const words: RowWords = { t, stage, states: useStateWords(), when: useWindowWords() };
  const dates = useAsOfDates();
  const [progress, setProgress] = useState<ExportProgress>({ kind: 'idle' });
  const running = useRef<AbortController>(null);
  const start = async (): Promise<void> => {
    const stopping = new AbortController();
    running.current = stopping;
    try {
      const { rows, name } = await rowsOf(view, dates, words, stopping.signal, setProgress);
      const { csvOf } = await import('./csv');
      save(name, csvOf(exportHead(t), rows));
      setProgress({ kind: 'done', posts: rows.length });
    } catch {
      setProgress({ kind: stopping.signal.aborted ? 'stopped' : 'failed' });
    }
  };
  return { progress, start: () => void start(), stop: () => running.current?.abort() };
}

/** Every page for the two dates that the first one was for: what is recorded meanwhile does not mix in. */
async function rowsOf(
  view: StaffingView,
  dates: { readonly validOn: string | null; readonly knownAt: string | null },
  words: RowWords,
  signal: AbortSignal,
  report: (progress: ExportProgress) => void,
): Promise<{ readonly rows: readonly (readonly Cell[])[]; readonly name: string }> {
  const rows: (readonly Cell[])[] = [];
  let asked = { validOn: dates.validOn ?? undefined, knownAt: dates.knownAt ?? undefined };
  for (;;) {
    const answer = await askStaffing(view, { ...asked, offset: rows.length, limit: PAGE }, signal);
    const { validOn, knownAt } = answer.asOf;
    asked = { validOn, knownAt };
    rows.push(...exportRows(answer, words));
    report({ kind: 'fetching', done: rows.length, all: answer.total.atMost ?? rows.length });
    if (answer.posts.length < PAGE) return { rows, name: `staffing-${validOn}-known-${knownAt.slice(0, 10)}.csv` };
  }
}

function save(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
