import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../language/use-language';
import { useExport } from './use-export';
import type { StaffingView } from './view';

/** Hands the whole view over as a file for spreadsheets, or to the printer. */
export function Export({ view }: { view: StaffingView }) {
  const { t } = useTranslation('staffing');
  const { number } = useLanguage();
  const { progress, start, stop } = useExport(view);
  const isFetching = progress.kind === 'fetching';
  return (
    <div className="export">
      {isFetching ? (
        <Button onClick={stop}>{t('export.stop')}</Button>
      ) : (
        <Button onClick={start}>{t('export.start')}</Button>
      )}
      <Button onClick={() => window.print()}>{t('export.print')}</Button>
      <p role="status" className="small-note">
        {progress.kind === 'fetching' &&
          t('export.fetching', { done: number(progress.done), all: number(progress.all) })}
        {progress.kind === 'done' && t('export.done', { count: progress.posts })}
        {progress.kind === 'stopped' && t('export.stopped')}
        {progress.kind === 'failed' && t('export.failed')}
      </p>
    </div>
  );
}
