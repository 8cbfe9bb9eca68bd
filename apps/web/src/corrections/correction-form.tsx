import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../language/use-language';
import type { Field } from '../record/command-form';
import { Fields } from '../record/fields';
import { type Fault, faultsAt } from '../record/problem';
import { SourceFields, Text } from '../record/source-fields';
import { WhenField } from '../record/when-field';
import { useVocabulary } from '../vocabulary/use-vocabulary';
import type { Correction } from './correction';

interface CorrectionFormProps {
  /** The parts that say something else than the entry, by name. */
  readonly changed: readonly string[];
  readonly fields: readonly Field[];
  readonly said: Correction;
  readonly faults: readonly Fault[];
  readonly isBusy: boolean;
  readonly onChange: (part: Partial<Correction>) => void;
}

/** What the entry is to say instead, filled in with what it says; or that it is only taken back. Always with a reason. */
export function CorrectionForm({ changed, fields, said, faults, isBusy, onChange }: CorrectionFormProps) {
  const { t } = useTranslation('corrections');
  const { t: shared } = useTranslation('record');
  const id = useId();
  const { list } = useLanguage();
  const vocabulary = useVocabulary();
  const partNamed = (name: string): string =>
    name === 'when' ? shared('when.label') : name === 'source' ? shared('source.title') : vocabulary.field(name);
  return (
    <>
      <fieldset className="record-source">
        <legend>{t('mend.how')}</legend>
        <div className="record-kinds">
          {[false, true].map((isOnlyTakenBack) => (
            <label key={String(isOnlyTakenBack)} className="record-check">
              <input
                type="radio"
                name={id}
                checked={said.isOnlyTakenBack === isOnlyTakenBack}
                onChange={() => onChange({ isOnlyTakenBack })}
              />
              {isOnlyTakenBack ? t('mend.takeBack') : t('mend.tellAnew')}
            </label>
          ))}
        </div>
      </fieldset>
      <Text
        label={t('mend.reason')}
        text={said.reason}
        faults={faultsAt(faults, '/reason')}
        onChange={(reason) => onChange({ reason })}
      />
      {!said.isOnlyTakenBack && (
        <>
          <p className="corrections-changed" role="status">
            {changed.length === 0 ? t('mend.unchanged') : t('mend.changed', { parts: list(changed.map(partNamed)) })}
          </p>
          <WhenField
            label={shared('when.label')}
            value={said.when}
            faults={faultsAt(faults, '/effective')}
            onChange={(when) => onChange({ when })}
          />
          <div className="record-fields">
            <Fields fields={fields} values={said.values} faults={faults} onChange={(values) => onChange({ values })} />
          </div>
          <SourceFields
            value={said.source}
            pointer="/source"
            faults={faultsAt(faults, '/source')}
            onChange={(source) => onChange({ source })}
          />
        </>
      )}
      <button type="submit" className="record-main" disabled={isBusy}>
        {shared('preview.ask')}
      </button>
    </>
  );
}
