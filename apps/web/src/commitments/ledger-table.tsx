import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../language/use-language';
import { Recorded } from '../lineage/recorded';
import { ScrollTable } from '../shell/scroll-table';
import type { LedgerPromise } from './commitments.queries';
import type { LedgerView } from './ledger-view';
import { COLUMNS, PromiseRow } from './promise-row';

/** A page of the ledger; promises kept together stand under a line that says by what. */
export function LedgerTable({ promises, view }: { promises: readonly LedgerPromise[]; view: LedgerView }) {
  const { t } = useTranslation('commitments');
  const headingOf = useHeading(view.group);
  return (
    <ScrollTable label={t('table')} className="commitments" columns={COLUMNS.map((column) => t(`columns.${column}`))}>
      <tbody>
        {promises.map((promise, i) => {
          const heading = headingOf(promise);
          const isNew = heading !== null && (i === 0 || headingOf(promises[i - 1]!) !== heading);
          return (
            <Fragment key={promise.id}>
              {isNew && (
                <tr className="commitments-group">
                  <th scope="rowgroup" colSpan={COLUMNS.length}>
                    <Recorded>{heading}</Recorded>
                  </th>
                </tr>
              )}
              <PromiseRow promise={promise} />
            </Fragment>
          );
        })}
      </tbody>
    </ScrollTable>
  );
}

/** What a promise is kept together by, in words; null when the list is not grouped. */
function useHeading(group: LedgerView['group']): (promise: LedgerPromise) => string | null {
  const { t } = useTranslation('commitments');
  const { month } = useLanguage();
  return ({ ownerName, ownerUnitId, kind, stage, due }) => {
    switch (group) {
      case null:
        return null;
      case 'owner':
        return ownerName ?? ownerUnitId ?? t('noOwner');
      case 'kind':
        return kind === null ? t('noKind') : t(`kinds.${kind}`);
      case 'stage':
        return t(`stages.${stage}`);
      case 'month':
        return due.latest === null ? t('noDate') : month(due.latest);
    }
  };
}
