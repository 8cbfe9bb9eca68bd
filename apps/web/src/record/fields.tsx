import { useTranslation } from 'react-i18next';
import { EnumField, FlagField } from './choice-fields';
import type { Field } from './command-form';
import { FaultList } from './fault-list';
import { type OneFieldProps, useFieldWords } from './field-words';
import { IdField } from './id-field';
import { type Fault, faultsAt } from './problem';
import { NO_WINDOW, type Raw, type RawGroup, type WindowRaw } from './raw';
import { TextField } from './text-field';
import { WhenField } from './when-field';

interface FieldsProps {
  readonly fields: readonly Field[];
  readonly values: RawGroup;
  /** JSON pointer of the group they stand in. */
  readonly within?: string;
  readonly faults: readonly Fault[];
  readonly onChange: (values: RawGroup) => void;
}

/** The fields of a command, a group or an item, as the API describes them. */
export function Fields({ fields, values, within = '', faults, onChange }: FieldsProps) {
  return fields.map((field) => (
    <OneField
      key={field.name}
      field={field}
      value={values[field.name]}
      pointer={`${within}/${field.name}`}
      faults={faultsAt(faults, `${within}/${field.name}`)}
      onChange={(value) => onChange({ ...values, [field.name]: value })}
    />
  ));
}

function OneField(props: OneFieldProps) {
  const { field, value, pointer, faults, onChange } = props;
  const { label, help } = useFieldWords(field);
  switch (field.kind) {
    case 'group':
      return (
        <fieldset className="record-group" data-faulty={faults.some((it) => it.pointer === pointer)}>
          <legend>{label}</legend>
          {help && <p className="record-help">{help}</p>}
          <FaultList faults={faults.filter((it) => it.pointer === pointer)} />
          <Fields
            fields={field.fields}
            values={(value ?? {}) as RawGroup}
            within={pointer}
            faults={faults}
            onChange={onChange}
          />
        </fieldset>
      );
    case 'list':
      return <ListField {...props} field={field} />;
    case 'window':
      return (
        <WhenField
          label={label}
          help={help}
          value={(value ?? NO_WINDOW) as WindowRaw}
          faults={faults}
          onChange={onChange}
        />
      );
    case 'enum':
      return <EnumField {...props} field={field} />;
    case 'flag':
      return <FlagField {...props} field={field} />;
    case 'id':
    case 'stream':
      return <IdField {...props} of={field.kind === 'id' ? field.of : null} isStream={field.kind === 'stream'} />;
    case 'text':
    case 'day':
    case 'count':
    case 'number':
      return <TextField {...props} />;
  }
}

type ListProps = OneFieldProps<Field & { readonly kind: 'list' }>;

/** Any number of items of one kind, each of which can be taken out again. */
function ListField({ field, value, pointer, faults, onChange }: ListProps) {
  const { t } = useTranslation('record');
  const { label, plain, help } = useFieldWords(field);
  const items = (value ?? []) as readonly Raw[];
  const isFull = field.most !== null && items.length >= field.most;
  return (
    <fieldset className="record-group record-list" data-faulty={faults.some((it) => it.pointer === pointer)}>
      <legend>{label}</legend>
      {help && <p className="record-help">{help}</p>}
      <FaultList faults={faults.filter((it) => it.pointer === pointer)} />
      {items.map((item, i) => (
        // An item has nothing of its own to be told by but its place.
        <div className="record-item" key={i} role="group" aria-label={t('form.item', { label: plain, place: i + 1 })}>
          <Item
            field={field}
            value={item}
            pointer={`${pointer}/${i}`}
            faults={faultsAt(faults, `${pointer}/${i}`)}
            onChange={(next) => onChange(items.with(i, next))}
          />
          <button type="button" className="link" onClick={() => onChange(items.toSpliced(i, 1))}>
            {t('form.remove', { place: i + 1 })}
          </button>
        </div>
      ))}
      <button type="button" className="record-small" disabled={isFull} onClick={() => onChange([...items, undefined])}>
        {t('form.add', { label: plain })}
      </button>
    </fieldset>
  );
}

/** One item: the fields of its group, or one field that is named like the list. */
function Item({ field: { name, item }, value, pointer, faults, onChange }: ListProps) {
  if (item.kind !== 'group') {
    const field: Field = { ...item, name, required: true, blankIsNull: false };
    return <OneField field={field} value={value} pointer={pointer} faults={faults} onChange={onChange} />;
  }
  return (
    <Fields
      fields={item.fields}
      values={(value ?? {}) as RawGroup}
      within={pointer}
      faults={faults}
      onChange={onChange}
    />
  );
}
