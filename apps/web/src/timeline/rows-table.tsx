import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../language/use-language';
import { Recorded } from '../lineage/recorded';
import { ScrollTable } from '../shell/scroll-table';
import { BarLines } from './bar-lines';
import type { LaidOut } from './lay-out';
import type { TimelineRow } from './timeline.queries';
import type { RowWords } from './row-words';
import { Parts } from './parts';
import { nameOf } from './words-of';

const PAGE = 25;

interface RowsTableProps {
  readonly list: LaidOut<TimelineRow>;
  readonly said: RowWords;
}

/** The same rows in words, some at a time: for those who cannot see the picture. */
export function RowsTable({ list, said }: RowsTableProps) {
  const { t } = useTranslation('timeline');
  const { number } = useLanguage();
  const [open, setOpen] = useState(false);
  const [wanted, setPage] = useState(0);
  const last = Math.max(Math.ceil(list.rows.length / PAGE) - 1, 0);
  const page = Math.min(wanted, last);
  const shown = list.rows.slice(page * PAGE, (page + 1) * PAGE);
  return (
    <details className="tl-table" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('table.title')}</summary>
      {open && (
        <>
          <ScrollTable
            label={t('table.label')}
            columns={(['what', 'from', 'to'] as const).map((column) => t(`columns.${column}`))}
          >
            <tbody>
              {shown.map(({ row }) => (
                <Fragment key={row.stream}>
                  <tr>
                    <th scope="rowgroup" colSpan={3}>
                      {nameOf(row) === null ? t('unnamed') : <Recorded>{nameOf(row)!}</Recorded>}{' '}
                      <span className="muted">
                        <Parts of={said.beneath(row)} />
                      </span>
                    </th>
                  </tr>
                  <BarLines row={row} said={said} because={null} />
                </Fragment>
              ))}
            </tbody>
          </ScrollTable>
          <p className="tl-pages">
            <button type="button" disabled={page === 0} onClick={() => setPage(page - 1)}>
              {t('table.before')}
            </button>
            {t('table.page', { page: number(page + 1), pages: number(last + 1) })}
            <button type="button" disabled={page === last} onClick={() => setPage(page + 1)}>
              {t('table.next')}
            </button>
          </p>
        </>
      )}
    </details>
  );
}
