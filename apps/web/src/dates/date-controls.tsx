import { Button } from 'antd';
import { type ReactNode, useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { goTo, unreadable, useAsOfDates, useRepeatedDates } from './as-of';
import './dates.css';

/** The two dates every number on the page is for. Native inputs: their keyboard is the one people know. */
export function DateControls() {
  const { t } = useTranslation('dates');
  const dates = useAsOfDates();
  const repeated = useRepeatedDates();
  const { validOn, knownAt } = dates;
  const amiss = unreadable(dates);
  const known = splitMoment(amiss.has('knownAt') ? null : knownAt);
  /** What is said at a field about its date in the address. */
  const notesOn = (name: 'validOn' | 'knownAt') => ({
    problem: amiss.has(name) ? t(`unreadable.${name}`, { date: dates[name] }) : null,
    note: repeated.has(name) ? t('repeated') : null,
  });
  return (
    <form className="dates" aria-label={t('title')} onSubmit={(event) => event.preventDefault()}>
      <Field label={t('validOn')} hint={t('validOnHint')} {...notesOn('validOn')}>
        {(ids) => (
          <DraftInput
            {...ids}
            type="date"
            value={amiss.has('validOn') ? '' : (validOn ?? '')}
            onSettled={(it) => goTo({ validOn: it || null })}
          />
        )}
      </Field>
      <Field label={t('knownAt')} hint={t('knownAtHint')} {...notesOn('knownAt')}>
        {(ids) => (
          <span className="dates-pair">
            <DraftInput
              {...ids}
              type="date"
              value={known.date}
              onSettled={(it) => goTo({ knownAt: joinMoment({ date: it, time: known.time }) })}
            />
            {known.date && (
              <DraftInput
                aria-label={t('knownTime')}
                title={t('knownTimeHint')}
                type="time"
                step={1}
                value={known.time}
                onSettled={(it) => goTo({ knownAt: joinMoment({ date: known.date, time: it }) })}
              />
            )}
          </span>
        )}
      </Field>
      <Button disabled={!validOn && !knownAt} onClick={() => goTo({ validOn: null, knownAt: null })}>
        {t('reset')}
      </Button>
    </form>
  );
}

interface FieldIds {
  readonly id: string;
  readonly 'aria-describedby': string;
  readonly 'aria-invalid': boolean;
}

interface FieldProps {
  readonly label: string;
  readonly hint: string;
  /** Why its date cannot be used, if so. */
  readonly problem: string | null;
  /** What else a reader should know of it. */
  readonly note: string | null;
  readonly children: (ids: FieldIds) => ReactNode;
}

function Field({ label, hint, problem, note, children }: FieldProps) {
  const id = useId();
  const describedBy = [`${id}-hint`, problem && `${id}-problem`, note && `${id}-note`].filter(Boolean).join(' ');
  return (
    <div className="dates-field">
      <label htmlFor={id}>{label}</label>
      {children({ id, 'aria-describedby': describedBy, 'aria-invalid': problem !== null })}
      <small id={`${id}-hint`}>{hint}</small>
      {problem && (
        <small id={`${id}-problem`} role="alert" className="dates-problem">
          {problem}
        </small>
      )}
      {note && (
        <small id={`${id}-note`} role="status" className="dates-note">
          {note}
        </small>
      )}
    </div>
  );
}

type DraftInputProps = Omit<React.ComponentProps<'input'>, 'value' | 'onChange'> & {
  readonly value: string;
  readonly onSettled: (value: string) => void;
};

/** Half-typed years and days passed over with an arrow key are no question yet: only what rests for a moment is. */
const REST_MS = 400;

/** A native input whose value counts once it has rested for a moment. */
export function DraftInput({ value, onSettled, ...input }: DraftInputProps) {
  const [draft, setDraft] = useState(value);
  const [settled, setSettled] = useState(value);
  if (settled !== value) {
    setSettled(value);
    setDraft(value);
  }
  useEffect(() => {
    if (draft === value || isHalfTyped(draft)) return;
    const timer = setTimeout(() => onSettled(draft), REST_MS);
    return () => clearTimeout(timer);
  }, [draft, value, onSettled]);
  return <input {...input} value={draft} onChange={(event) => setDraft(event.target.value)} />;
}

/** A native date input reports 0002-10-15 on the way to 2007-10-15. */
function isHalfTyped(draft: string): boolean {
  return draft.startsWith('0') && draft.includes('-');
}

interface Moment {
  readonly date: string;
  readonly time: string;
}

function splitMoment(moment: string | null): Moment {
  if (!moment) return { date: '', time: '' };
  if (moment.length === 10) return { date: moment, time: '' };
  const [date = '', time = ''] = new Date(moment).toISOString().split('T');
  return { date, time: time.slice(0, 8) };
}

function joinMoment({ date, time }: Moment): string | null {
  if (!date) return null;
  return time ? `${date}T${time.length === 5 ? `${time}:00` : time}.000Z` : date;
}
