import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '../dates/civil-date';
import { ProblemError, type WindowAnswer } from '../api/client';
import { useLanguage } from '../language/use-language';
import { FaultList } from './fault-list';
import type { Fault } from './problem';
import type { WindowRaw } from './raw';
import { useWindow } from './record.queries';

interface WhenFieldProps {
  readonly label: string;
  readonly help?: string;
  readonly value: WindowRaw;
  readonly faults: readonly Fault[];
  readonly onChange: (value: WindowRaw) => void;
}

/** A date as the source words it, with the days it is read as; where it cannot be read, its two ends beside it. */
export function WhenField({ label, help, value, faults, onChange }: WhenFieldProps) {
  const { t } = useTranslation('record');
  const id = useId();
  const reading = useWindow(value);
  const cannotBeRead = reading.error instanceof ProblemError && reading.isCurrent;
  return (
    <div className="record-field" data-faulty={faults.length > 0} data-kind="window">
      <label htmlFor={id}>{label}</label>
      <div className="record-when">
        <input
          id={id}
          className="record-input"
          autoComplete="off"
          dir="auto"
          value={value.phrase}
          aria-invalid={faults.length > 0}
          aria-describedby={`${id}-reading ${id}-help`}
          onChange={({ target }) => onChange({ ...value, phrase: target.value })}
        />
        <button
          type="button"
          className="record-small"
          onClick={() => onChange({ ...value, phrase: today(), withEnds: false })}
        >
          {t('when.today')}
        </button>
      </div>
      <p id={`${id}-reading`} className="record-reading" role="status" data-unread={cannotBeRead}>
        <Reading reading={reading} />
      </p>
      {(cannotBeRead || value.withEnds) && <Ends value={value} onChange={onChange} />}
      <FaultList faults={faults} />
      <p id={`${id}-help`} className="record-help">
        {help ?? t('when.help')}
      </p>
    </div>
  );
}

function Reading({ reading: { data, error, isBlank, isCurrent } }: { reading: ReturnType<typeof useWindow> }) {
  const { t } = useTranslation('record');
  if (isBlank) return <>{t('when.blank')}</>;
  if (!isCurrent) return <>{t('when.reading')}</>;
  if (error instanceof ProblemError) {
    const { code, dates } = unreadOf(error);
    if (code === 'DATE_AMBIGUOUS') return <Ambiguous dates={dates} />;
    return <>{code === 'PHRASE_WITHOUT_YEAR' ? t('when.withoutYear') : t('when.unread')}</>;
  }
  return data ? <Days of={data} /> : <>{t('when.reading')}</>;
}

function Ambiguous({ dates }: { dates: string }) {
  const { t } = useTranslation('record');
  return <>{t('when.ambiguous', { dates })}</>;
}

/** What is wrong with a wording; the two days of an ambiguous one stand in the server's sentence. */
function unreadOf({ code, detail }: ProblemError): { code: string; dates: string } {
  return { code, dates: (detail.match(/\d{4}-\d{2}-\d{2}/g) ?? []).join(' / ') };
}

/** The days of a window, said in full. */
export function Days({ of: { earliest, latest } }: { of: Pick<WindowAnswer, 'earliest' | 'latest'> }) {
  const { t } = useTranslation('record');
  const { day } = useLanguage();
  if (earliest === null && latest === null) return <>{t('when.open')}</>;
  if (earliest === null) return <>{t('when.by', { latest: day(latest!) })}</>;
  if (latest === null) return <>{t('when.from', { earliest: day(earliest) })}</>;
  if (earliest === latest) return <>{t('when.on', { day: day(earliest) })}</>;
  return <>{t('when.between', { earliest: day(earliest), latest: day(latest) })}</>;
}

function Ends({ value, onChange }: { value: WindowRaw; onChange: (value: WindowRaw) => void }) {
  const { t } = useTranslation('record');
  const id = useId();
  return (
    <div className="record-ends">
      <label className="record-check">
        <input
          type="checkbox"
          checked={value.withEnds}
          onChange={({ target }) => onChange({ ...value, withEnds: target.checked })}
        />
        {t('when.giveEnds')}
      </label>
      {value.withEnds &&
        (['earliest', 'latest'] as const).map((end) => (
          <div key={end}>
            <label htmlFor={`${id}-${end}`}>{t(`when.${end}`)}</label>
            <input
              id={`${id}-${end}`}
              className="record-input"
              type="date"
              value={value[end]}
              onChange={({ target }) => onChange({ ...value, [end]: target.value })}
            />
          </div>
        ))}
    </div>
  );
}
