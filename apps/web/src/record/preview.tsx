import { useTranslation } from 'react-i18next';
import type { CountAnswer } from '../api/client';
import type { components } from '../api/schema';
import { useLanguage } from '../language/use-language';
import { isUncertain, useCountWords } from '../lineage/count-words';
import { Recorded } from '../lineage/recorded';
import { useWording } from './wording';
import type { PreviewAnswer, Receipt } from './send';

type Schemas = components['schemas'];

/** Every number that would change, every state, and every entry that would be recorded, before anything is. */
export function Preview({ of: { preview, warnings } }: { of: Receipt & { preview?: PreviewAnswer } }) {
  const { t } = useTranslation('record');
  const { day } = useLanguage();
  if (!preview) return null;
  const { counts, rows, entries, alarms, validOn } = preview;
  return (
    <div className="record-preview">
      {warnings.length + alarms.length > 0 && (
        <ul className="record-warnings">
          {[...warnings, ...alarms].map(({ sentence }) => (
            <li key={sentence}>
              <strong>{t('preview.warning')}</strong> <bdi lang="en">{sentence}</bdi>
            </li>
          ))}
        </ul>
      )}
      <h3>{t('preview.numbers', { day: day(validOn) })}</h3>
      {counts.length === 0 ? <p className="nothing">{t('preview.noNumbers')}</p> : <Counts of={counts} />}
      {rows.length > 0 && (
        <>
          <h3>{t('preview.states')}</h3>
          <Rows of={rows} />
        </>
      )}
      <h3>{t('preview.entries', { count: entries.length })}</h3>
      <ol className="record-entries">
        {entries.map((entry) => (
          <Entry key={entry.eventId} of={entry} />
        ))}
      </ol>
    </div>
  );
}

function Counts({ of }: { of: readonly Schemas['CountChange'][] }) {
  const { t } = useTranslation('record');
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={t('preview.what')}>
      <table className="record-changes">
        <thead>
          <tr>
            <th scope="col">{t('preview.what')}</th>
            <th scope="col">{t('preview.before')}</th>
            <th scope="col">{t('preview.after')}</th>
          </tr>
        </thead>
        <tbody>
          {of.map((change) => (
            <tr key={`${change.where} ${JSON.stringify(change.label)}`}>
              <th scope="row">
                <Label of={change} />
              </th>
              <td>
                <Number of={change.before} />
              </td>
              <td className="record-after">
                <Number of={change.after} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The way to a number, outermost first: the thing it belongs to by its recorded name, then what is counted of it. */
function Label({ of: { where, label } }: { of: Schemas['CountChange'] }) {
  const { numberNamed, placeNamed, word } = useWording();
  return (
    <>
      <span className="record-where">{placeNamed(where)}</span>
      {label.map(({ name, key, title }) => (
        <span key={`${name} ${key}`} className="record-step">
          {title === null ? (
            <>
              {numberNamed(name)}
              {key !== null && <> · {word(key)}</>}
            </>
          ) : (
            <Recorded>{title}</Recorded>
          )}
        </span>
      ))}
    </>
  );
}

function Number({ of }: { of: CountAnswer | null }) {
  const { t } = useTranslation('record');
  const inWords = useCountWords();
  if (of === null) return <span className="muted">{t('preview.notThere')}</span>;
  return (
    <span className="count-value" data-uncertain={isUncertain(of)} data-silent={of.notReported}>
      {inWords(of)}
    </span>
  );
}

function Rows({ of }: { of: readonly Schemas['RowChange'][] }) {
  const { t } = useTranslation('record');
  const { placeNamed, columnNamed } = useWording();
  return (
    <ul className="record-rows">
      {of.map(({ table, stream, item, columns, before, after }) => (
        <li key={`${table} ${stream} ${item}`}>
          <p>
            <span className="record-where">{placeNamed(table)}</span> <code>{stream}</code>
            {before.length === 0 && <span className="tag">{t('preview.begins')}</span>}
            {after.length === 0 && <span className="tag">{t('preview.ends')}</span>}
          </p>
          <dl>
            {columns.map((column) => (
              <div key={column}>
                <dt>{columnNamed(column)}</dt>
                <dd>
                  <States of={before} column={column} /> <span aria-hidden="true">→</span>{' '}
                  <strong>
                    <States of={after} column={column} />
                  </strong>
                </dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}

/** What a column can say in any possible state, each once. */
function States({ of, column }: { of: readonly Schemas['PossibleState'][]; column: string }) {
  const { t } = useTranslation('record');
  const { word, listed } = useWording();
  const said = [...new Set(of.map(({ present, values }) => (present ? word(values[column]) : t('preview.notThere'))))];
  return <Recorded>{said.length === 0 ? t('preview.notThere') : listed(said)}</Recorded>;
}

function Entry({ of }: { of: Schemas['PreviewEntry'] }) {
  const { t } = useTranslation('record');
  const { sentenceOf } = useWording();
  return (
    <li>
      <Recorded>{sentenceOf(of)}</Recorded> <code>{of.stream}</code>
      {of.becauseOf !== null && <span className="tag">{t('preview.follows')}</span>}
    </li>
  );
}
