import { type FormEvent, type KeyboardEvent, type ReactNode, type RefObject, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useUrlQuery } from '../shell/url';
import { Details } from './details';
import { type Actor, type Draft, newCommandId } from './draft';
import { focusOn } from './focus';
import { keepForNext, keepsForNext } from './keep';
import { MoveChoice } from './move-choice';
import { Outcome } from './outcome';
import { faultsAt } from './problem';
import { ThingChoice } from './thing-choice';
import { type Recording, useRecording } from './use-recording';
import { WhenField } from './when-field';

/** Parts of a request that are filled in beside the fields of the command. */
const BESIDE = ['/effective', '/source', '/reason', '/fact'];

interface RecordFormProps {
  readonly actor: Actor;
  readonly onNext: () => void;
}

/** One record from start to end. Enter goes on: to what will change first, and from there into the log. */
export function RecordForm({ actor, onNext }: RecordFormProps) {
  const { t } = useTranslation('record');
  const place = useRef<HTMLFormElement>(null);
  const [keeps, setKeeps] = useState(keepsForNext);
  const recording = useRecording(actor, place);
  const { form, sending, look, send, goOn, leave } = recording;
  const { thing } = recording.draft;
  const enterWithControl = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void (sending.at === 'previewed' ? send(sending.body, sending.receipt.preview?.revision) : look());
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void look();
  };
  return (
    <form
      ref={place}
      className="record"
      noValidate
      aria-label={t('form.label')}
      onKeyDown={enterWithControl}
      onSubmit={submit}
    >
      <Steps recording={recording} place={place} keeps={keeps} onKeep={setKeeps} />
      {thing && (
        <Outcome
          sending={sending}
          pointers={[...BESIDE, ...(form?.fields ?? []).map(({ name }) => `/${name}`)]}
          faults={recording.faults}
          stream={`${thing.category}-${thing.id}`}
          onRecord={send}
          onLook={() => void look()}
          onPrecede={(eventId) => goOn({ precedes: [eventId] })}
          onFreshId={() => goOn({ commandId: newCommandId() })}
          onNext={() => {
            leave(keeps);
            onNext();
          }}
        />
      )}
    </form>
  );
}

interface StepsProps {
  readonly recording: Recording;
  readonly place: RefObject<HTMLElement | null>;
  readonly keeps: boolean;
  readonly onKeep: (keeps: boolean) => void;
}

/** What is said, one after the other: each step appears once the one before it makes sense of it. */
function Steps({ recording, place, keeps, onKeep }: StepsProps) {
  const { t } = useTranslation('record');
  const query = useUrlQuery();
  const { draft, form, day, faults, sending, edit } = recording;
  const { thing } = draft;
  return (
    <div className="record-said">
      <Step title={t('thing.title')}>
        <ThingChoice
          chosen={thing}
          category={query.get('category')}
          onChoose={(next) => {
            edit({ thing: next, precedes: [] });
            if (next) focusOn(place, firstToFill(draft));
          }}
        />
      </Step>
      {thing && (
        <>
          <Step title={t('when.title')} className="record-date">
            <WhenField
              label={t('when.label')}
              value={draft.when}
              faults={faultsAt(faults, '/effective')}
              onChange={(when) => edit({ when })}
            />
          </Step>
          <Step title={t('moves.title')}>
            <MoveChoice
              thing={thing}
              validOn={day}
              chosen={form?.operation ?? null}
              isRecorded={sending.at === 'recorded'}
              onChoose={(operation) => edit({ operation })}
            />
          </Step>
        </>
      )}
      {form && (
        <Step title={t(`commands.${form.operation}`)} className="record-details">
          <Details recording={recording} form={form} />
          <div className="record-go">
            <button type="submit" className="record-main" disabled={sending.at === 'asking'}>
              {t('preview.ask')}
            </button>
            <label className="record-check">
              <input type="checkbox" checked={keeps} onChange={({ target }) => onKeep(keepForNext(target.checked))} />
              {t('form.keep')}
            </label>
          </div>
        </Step>
      )}
    </div>
  );
}

interface StepProps {
  readonly title: string;
  readonly className?: string;
  readonly children: ReactNode;
}

function Step({ title, className = '', children }: StepProps) {
  return (
    <section className={`panel ${className}`} aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

/** The first part that the last record has not filled already. */
function firstToFill({ when, operation }: Draft): string {
  return when.phrase === '' || operation === null ? '.record-date' : '.record-details';
}
