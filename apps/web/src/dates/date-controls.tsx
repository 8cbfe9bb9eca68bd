import { Button } from 'antd';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { goTo, unreadable, useAsOfDates, useRepeatedDates } from './as-of';
import { DraftInput } from './draft-input';
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
