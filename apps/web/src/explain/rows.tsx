import { useTranslation } from 'react-i18next';
import type { LineageAnswer } from '../api/client';
import { nameIn } from '../audit/differences';
import { Source } from '../lineage/particulars';
import { Recorded } from '../lineage/recorded';
import { ScrollTable } from '../shell/scroll-table';
import { Sentence } from '../vocabulary/event-sentence';
import { useVocabulary } from '../vocabulary/use-vocabulary';

type Row = LineageAnswer['answer']['rows'][number];

interface RowsProps {
  readonly rows: readonly Row[];
  readonly table: string;
  /** Columns that were filtered by: what they say is why a thing counts. */
  readonly columns: readonly string[];
}

/** Columns that say most of a thing where nothing was filtered by. */
const TELLING = ['status', 'standing', 'occupancy', 'stage'];

/** The things counted, with what each can be on that day and where that is written. */
export function Rows({ rows, table, columns }: RowsProps) {
  const { t } = useTranslation('explain');
  return (
    <ScrollTable
      label={t('rows.title')}
      columns={[t('rows.thing'), t('rows.state'), t('rows.certain'), t('rows.source')]}
    >
      <tbody>
        {rows.map((row) => (
          <ThingRow key={`${row.stream} ${row.item}`} row={row} table={table} columns={columns} />
        ))}
      </tbody>
    </ScrollTable>
  );
}

function ThingRow({ row, table, columns }: { row: Row; table: string; columns: readonly string[] }) {
  const { t } = useTranslation('explain');
  const vocabulary = useVocabulary();
  const shown = columns.length > 0 ? columns : TELLING;
  return (
    <tr>
      <th scope="row">
        <Recorded>{nameIn(row.states) ?? row.id}</Recorded>
        <div className="muted explain-id">
          <bdi>{row.stream}</bdi>
        </div>
      </th>
      <td>
        {row.states.map((state) => {
          const said = vocabulary.row(state, table).filter(({ name }) => shown.includes(name));
          return (
            <div key={state.because.eventId}>
              {state.present
                ? said.map((it) => <Said key={it.name} label={it.label} text={it.text} />)
                : t('rows.notThere')}
            </div>
          );
        })}
      </td>
      <td>{row.certain ? t('rows.surely') : t('rows.possibly')}</td>
      <td>
        {row.states.map((state) => (
          <div key={state.because.eventId}>
            <Source of={state.because} />
          </div>
        ))}
      </td>
    </tr>
  );
}

function Said({ label, text }: { label: string; text: string }) {
  return (
    <div>
      <span className="muted">{label}</span> <Sentence>{text}</Sentence>
    </div>
  );
}
