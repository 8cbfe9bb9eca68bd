import { useTranslation } from 'react-i18next';
import type { CountAnswer } from '../api/client';
import type { components } from '../api/schema';
import { isUncertain, useCountWords } from '../lineage/count-words';
import { Recorded } from '../lineage/recorded';
import { ScrollTable } from '../shell/scroll-table';
import { useVocabulary } from '../vocabulary/use-vocabulary';

type CountChange = components['schemas']['CountChange'];

/** Numbers as they are and as they would be. */
export function ChangedCounts({ of }: { of: readonly CountChange[] }) {
  const { t } = useTranslation('record');
  return (
    <ScrollTable
      label={t('preview.what')}
      className="record-changes"
      columns={[t('preview.what'), t('preview.before'), t('preview.after')]}
    >
      <tbody>
        {of.map((change) => (
          <tr key={`${change.where} ${JSON.stringify(change.label)}`}>
            <th scope="row">
              <Label of={change} />
            </th>
            <td>
              <HowMany of={change.before} />
            </td>
            <td className="record-after">
              <HowMany of={change.after} />
            </td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  );
}

/** The way to a number, outermost first: where it is asked, the thing it belongs to by its name, and what is counted. */
function Label({ of: { where, label } }: { of: CountChange }) {
  const { t } = useTranslation('record');
  const vocabulary = useVocabulary();
  const nothing = { defaultValue: '' };
  const named = (name: string): string => t(`numbers.${name}`, nothing) || vocabulary.column(name);
  const valueNamed = (name: string, key: string): string => {
    if (key === 'yes' || key === 'no') return t(`form.${key}`);
    const value = vocabulary.value(name, key, { table: where });
    return value.replaceAll(/[\u2068\u2069]/g, '') === key ? vocabulary.state(key) : value;
  };
  return (
    <>
      <span className="record-where">{t(`places.${where}`, nothing) || vocabulary.table(where)}</span>
      {label.map(({ name, key, title }) => (
        <span key={`${name} ${key}`} className="record-step">
          {title !== null ? (
            <Recorded>{title}</Recorded>
          ) : key === null ? (
            named(name)
          ) : (
            t('preview.named', { name: named(name), value: valueNamed(name, key) })
          )}
        </span>
      ))}
    </>
  );
}

function HowMany({ of }: { of: CountAnswer | null }) {
  const { t } = useTranslation('record');
  const inWords = useCountWords();
  if (of === null) return <span className="muted">{t('preview.notThere')}</span>;
  return (
    <span className="count-value" data-uncertain={isUncertain(of)} data-silent={of.notReported}>
      {inWords(of)}
    </span>
  );
}
