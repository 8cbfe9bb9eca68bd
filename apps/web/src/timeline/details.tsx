import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Recorded } from '../lineage/recorded';
import { Nothing } from '../shell/answered';
import { ScrollTable } from '../shell/scroll-table';
import { BarLines } from './bar-lines';
import type { TimelineAnswer, TimelineRow } from './timeline.queries';
import type { RowWords } from './row-words';
import { Parts } from './parts';
import { nameOf } from './words-of';

interface DetailsProps {
  /** The row pointed at, else the one the keyboard is on. */
  readonly row: TimelineRow | null;
  /** True while the pointer only passes over it. */
  readonly isPassing: boolean;
  readonly said: RowWords;
  /** The answer about the row the keyboard is on, with what it rests on. */
  readonly explained: TimelineAnswer | undefined;
}

/** One row in full. Its sources are there once it is chosen, not while the pointer passes over it. */
export function Details({ row, isPassing, said, explained }: DetailsProps) {
  const { t } = useTranslation('timeline');
  const because = useMemo(() => new Map(explained?.because.map((it) => [it.eventId, it])), [explained]);
  const known = explained?.rows.find(({ stream }) => stream === row?.stream);
  const name = row && nameOf(row);
  return (
    <section className="tl-details" aria-label={t('details.title')}>
      {row === null ? (
        <Nothing>{t('details.none')}</Nothing>
      ) : (
        <>
          <h2>{name === null ? t('unnamed') : <Recorded>{name}</Recorded>}</h2>
          <p className="muted">
            <Parts of={said.beneath(row)} />
          </p>
          <ScrollTable
            label={t('details.bars')}
            columns={[t('columns.what'), t('columns.from'), t('columns.to')]}
            sources={t('columns.sources')}
          >
            <tbody>
              <BarLines row={known ?? row} said={said} because={known ? because : null} />
            </tbody>
          </ScrollTable>
          {isPassing && <p className="muted">{t('details.choose')}</p>}
        </>
      )}
    </section>
  );
}
