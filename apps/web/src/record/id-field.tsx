import { useId } from 'react';
import { thingOf } from './draft';
import { FaultList } from './fault-list';
import { type OneFieldProps, useFieldWords } from './field-words';
import { useNames } from './record.queries';

interface IdFieldProps extends OneFieldProps {
  /** Kind of thing whose id it is; null for any. */
  readonly of: string | null;
  /** True when the whole stream is wanted, kind and id. */
  readonly isStream: boolean;
}

/** An id of something, suggested by its name while it is typed. */
export function IdField({ field, value, faults, onChange, of, isStream }: IdFieldProps) {
  const id = useId();
  const { label, help } = useFieldWords(field);
  const text = typeof value === 'string' ? value : '';
  const { data = [] } = useNames(text);
  const suggested = data.filter(({ stream }) => of === null || thingOf(stream)?.category === of);
  return (
    <div className="record-field" data-faulty={faults.length > 0}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="record-input"
        list={`${id}-list`}
        value={text}
        autoComplete="off"
        spellCheck={false}
        aria-invalid={faults.length > 0}
        aria-describedby={help ? `${id}-help` : undefined}
        onChange={({ target }) => onChange(target.value)}
      />
      <datalist id={`${id}-list`}>
        {suggested.map(({ stream, name }) => (
          <option key={stream} value={isStream ? stream : thingOf(stream)?.id}>
            {name}
          </option>
        ))}
      </datalist>
      <FaultList faults={faults} />
      {help && (
        <p id={`${id}-help`} className="record-help">
          {help}
        </p>
      )}
    </div>
  );
}
