import { useId } from 'react';
import { FaultList } from './fault-list';
import { type OneFieldProps, useFieldWords } from './field-words';

/** Most characters of a text that is written on one line. */
const ONE_LINE = 500;

/** A text, a number or a day, as typed. */
export function TextField({ field, value, faults, onChange }: OneFieldProps) {
  const id = useId();
  const { label, help } = useFieldWords(field);
  const shared = {
    id,
    className: 'record-input',
    value: typeof value === 'string' ? value : '',
    'aria-invalid': faults.length > 0,
    'aria-describedby': help ? `${id}-help` : undefined,
    onChange: ({ target }: { target: { value: string } }) => onChange(target.value),
  };
  const isLong = field.kind === 'text' && (field.mostCharacters ?? 0) > ONE_LINE;
  return (
    <div className="record-field" data-faulty={faults.length > 0} data-kind={field.kind}>
      <label htmlFor={id}>{label}</label>
      {isLong ? (
        <textarea {...shared} dir="auto" rows={3} />
      ) : (
        <input
          {...shared}
          dir="auto"
          type={field.kind === 'day' ? 'date' : 'text'}
          inputMode={field.kind === 'number' ? 'numeric' : undefined}
          autoComplete="off"
        />
      )}
      <FaultList faults={faults} />
      {help && (
        <p id={`${id}-help`} className="record-help">
          {help}
        </p>
      )}
    </div>
  );
}
