import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { SourceRaw } from './draft';
import { FaultList } from './fault-list';
import { type Fault, faultsAt } from './problem';
import { useDocuments } from './record.queries';

interface SourceFieldsProps {
  readonly value: SourceRaw;
  /** JSON pointer of the source in the request. */
  readonly pointer: string;
  readonly faults: readonly Fault[];
  readonly onChange: (value: SourceRaw) => void;
}

/** What it rests on: a document and paragraph, the registered ones suggested, or somebody's own knowledge. */
export function SourceFields({ value, pointer, faults, onChange }: SourceFieldsProps) {
  const { t } = useTranslation('record');
  const id = useId();
  const { data: documents = [] } = useDocuments();
  return (
    <fieldset className="record-source" data-faulty={faults.some((it) => it.pointer === pointer)}>
      <legend>{t('source.title')}</legend>
      <div className="record-kinds">
        {(['document', 'local'] as const).map((kind) => (
          <label key={kind} className="record-check">
            <input
              type="radio"
              name={`${id}-kind`}
              checked={value.kind === kind}
              onChange={() => onChange({ ...value, kind })}
            />
            {t(`source.kinds.${kind}`)}
          </label>
        ))}
      </div>
      {value.kind === 'document' ? (
        <div className="record-pair">
          <Text
            label={t('source.document')}
            text={value.document}
            list={`${id}-documents`}
            faults={faultsAt(faults, `${pointer}/document`)}
            onChange={(document) => onChange({ ...value, document })}
          />
          <datalist id={`${id}-documents`}>
            {documents.map(({ stream, name }) => (
              <option key={stream} value={name} />
            ))}
          </datalist>
          <Text
            label={t('source.paragraph')}
            text={value.paragraph}
            faults={faultsAt(faults, `${pointer}/paragraph`)}
            onChange={(paragraph) => onChange({ ...value, paragraph })}
          />
        </div>
      ) : (
        <Text
          label={t('source.who')}
          text={value.who}
          faults={faultsAt(faults, `${pointer}/localKnowledge`)}
          onChange={(who) => onChange({ ...value, who })}
        />
      )}
      <FaultList faults={faults.filter((it) => it.pointer === pointer)} />
    </fieldset>
  );
}

interface TextProps {
  readonly label: string;
  readonly text: string;
  readonly list?: string;
  readonly faults: readonly Fault[];
  readonly onChange: (text: string) => void;
}

/** One line of text that is not part of a command's own content. */
export function Text({ label, text, list, faults, onChange }: TextProps) {
  const id = useId();
  return (
    <div className="record-field" data-faulty={faults.length > 0}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="record-input"
        dir="auto"
        autoComplete="off"
        list={list}
        value={text}
        aria-invalid={faults.length > 0}
        onChange={({ target }) => onChange(target.value)}
      />
      <FaultList faults={faults} />
    </div>
  );
}
