import { useTranslation } from 'react-i18next';
import type { CommandForm } from './command-form';
import { OfCommand } from './field-words';
import { Fields } from './fields';
import { faultsAt } from './problem';
import { SourceFields, Text } from './source-fields';
import type { Recording } from './use-recording';

/** What a command says of its own, and beside it: source, reason, reference. */
export function Details({ recording, form }: { recording: Recording; form: CommandForm }) {
  const { t } = useTranslation('record');
  const { draft, faults, edit } = recording;
  return (
    <>
      <OfCommand value={form.operation}>
        <div className="record-fields">
          <Fields
            fields={form.fields}
            values={draft.values[form.operation] ?? {}}
            faults={faults}
            onChange={(values) => edit({ values: { ...draft.values, [form.operation]: values } })}
          />
        </div>
      </OfCommand>
      <SourceFields
        value={draft.source}
        pointer="/source"
        faults={faultsAt(faults, '/source')}
        onChange={(source) => edit({ source })}
      />
      <div className="record-pair">
        <Text
          label={t('form.optional', { label: t('form.reason') })}
          text={draft.reason}
          faults={faultsAt(faults, '/reason')}
          onChange={(reason) => edit({ reason })}
        />
        <Text
          label={t('form.optional', { label: t('form.fact') })}
          text={draft.fact}
          faults={faultsAt(faults, '/fact')}
          onChange={(fact) => edit({ fact })}
        />
      </div>
    </>
  );
}
