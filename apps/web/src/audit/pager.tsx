import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { pushUrlQuery, useUrlQuery } from '../shell/url';
import './audit.css';

/** Where in a list the page of it that is shown begins, from 0; part of the address as `offset`. */
export function useOffset(): number {
  const given = Number(useUrlQuery().get('offset') ?? 0);
  return Number.isSafeInteger(given) && given > 0 ? given : 0;
}

interface PagerProps {
  /** What is paged through, as in "Entries": names the landmark. */
  readonly label: string;
  /** Rows on a page. */
  readonly size: number;
  readonly total: number;
}

/** Goes through a list a page at a time, and says where in it one is. */
export function Pager({ label, size, total }: PagerProps) {
  const { t } = useTranslation('audit');
  const offset = useOffset();
  const last = Math.max(0, Math.floor((total - 1) / size) * size);
  const turn = (to: number) => pushUrlQuery({ offset: to <= 0 ? null : String(to) });
  const where =
    total > offset
      ? t('pager.where', { from: offset + 1, to: Math.min(offset + size, total), total })
      : t('pager.beyond', { total });
  return (
    <nav className="pager" aria-label={label}>
      <span role="status">{where}</span>
      {(total > size || offset > 0) && (
        <span className="pager-buttons">
          <Button size="small" disabled={offset === 0} onClick={() => turn(0)}>
            {t('pager.first')}
          </Button>
          <Button size="small" disabled={offset === 0} onClick={() => turn(Math.min(offset - size, last))}>
            {t('pager.previous')}
          </Button>
          <Button size="small" disabled={offset >= last} onClick={() => turn(offset + size)}>
            {t('pager.next')}
          </Button>
          <Button size="small" disabled={offset >= last} onClick={() => turn(last)}>
            {t('pager.last')}
          </Button>
        </span>
      )}
    </nav>
  );
}
