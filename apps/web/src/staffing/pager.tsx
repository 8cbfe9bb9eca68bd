import { useTranslation } from 'react-i18next';
import { useLanguage } from '../language/use-language';

interface PagerProps {
  /** How many come before those shown, how many are shown, and how many there are. */
  readonly offset: number;
  readonly shown: number;
  readonly all: number;
  /** Rows of a page. */
  readonly size: number;
  /** Leads to a page, from 1. */
  readonly go: (page: number) => void;
}

/** Which part of a long list is shown, and the ways to the parts beside it. */
export function Pager({ offset, shown, all, size, go }: PagerProps) {
  const { t } = useTranslation('staffing');
  const { number } = useLanguage();
  const page = offset / size + 1;
  const isLast = offset + shown >= all;
  return (
    <nav className="pager" aria-label={t('pages.title')}>
      <p role="status">
        {t('pages.shown', { first: number(offset + 1), last: number(offset + shown), all: number(all) })}
      </p>
      {all > size && (
        <>
          <button type="button" className="pager-button" disabled={page <= 1} onClick={() => go(page - 1)}>
            {t('pages.previous')}
          </button>
          <button type="button" className="pager-button" disabled={isLast} onClick={() => go(page + 1)}>
            {t('pages.next')}
          </button>
        </>
      )}
    </nav>
  );
}
