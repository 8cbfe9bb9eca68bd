import { useTranslation } from 'react-i18next';
import type { components } from '../api/schema';
import { useLanguage } from '../language/use-language';
import { Sentence } from '../vocabulary/event-sentence';
import { useVocabulary } from '../vocabulary/use-vocabulary';

type RowChange = components['schemas']['RowChange'];

/** Things as they are and as they would be, in whatever columns say something else. */
export function ChangedRows({ of }: { of: readonly RowChange[] }) {
  const { t } = useTranslation('record');
  const vocabulary = useVocabulary();
  return (
    <ul className="record-rows">
      {of.map((row) => (
        <li key={`${row.table} ${row.stream} ${row.item}`}>
          <p>
            <span className="record-where">{vocabulary.table(row.table)}</span> <code>{row.stream}</code>
            {row.before.length === 0 && <span className="tag">{t('preview.begins')}</span>}
            {row.after.length === 0 && <span className="tag">{t('preview.ends')}</span>}
          </p>
          <Columns of={row} />
        </li>
      ))}
    </ul>
  );
}

function Columns({ of }: { of: RowChange }) {
  const said = useSaid(of.table);
  const [before, after] = [said(of.before), said(of.after)];
  const names = [...new Set([...after.keys(), ...before.keys()])];
  const changed = names.filter((name) => before.get(name)?.text !== after.get(name)?.text);
  return (
    <dl>
      {changed.map((name) => (
        <div key={name}>
          <dt>{(after.get(name) ?? before.get(name))?.label}</dt>
          <dd>
            {before.has(name) && <Sentence>{before.get(name)!.text}</Sentence>}
            {before.has(name) && after.has(name) && <span className="record-arrow" aria-hidden="true" />}
            {after.has(name) && (
              <strong>
                <Sentence>{after.get(name)!.text}</Sentence>
              </strong>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** What each column can say in any possible state, each saying once. */
function useSaid(table: string) {
  const { t } = useTranslation('record');
  const { list } = useLanguage();
  const vocabulary = useVocabulary();
  return (states: RowChange['before']): ReadonlyMap<string, { readonly label: string; readonly text: string }> => {
    const labels = new Map<string, string>();
    const texts = new Map<string, Set<string>>();
    for (const state of states.filter(({ present }) => present)) {
      for (const { name, label, text } of vocabulary.row(state, table)) {
        labels.set(name, label);
        texts.set(name, (texts.get(name) ?? new Set()).add(text));
      }
    }
    const absent = states.some(({ present }) => !present) ? [t('preview.notThere')] : [];
    return new Map(
      [...texts].map(([name, all]) => [name, { label: labels.get(name)!, text: list([...absent, ...all]) }]),
    );
  };
}
