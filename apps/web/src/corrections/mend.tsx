import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '../dates/civil-date';
import type { HistoryEntry } from '../api/client';
import { useAsOfDates } from '../dates/as-of';
import { Particulars } from '../lineage/particulars';
import { type Actor, newCommandId, type Thing } from '../record/draft';
import { focusOn } from '../record/focus';
import { Outcome } from '../record/outcome';
import type { Fault } from '../record/problem';
import type { WindowRaw } from '../record/raw';
import { useSending } from '../record/use-sending';
import { EventDetails, EventSentence } from '../vocabulary/event-sentence';
import { blanksIn, changedIn, type Correction, correctionOf, requestOf, unwrapped, useCorrection } from './correction';
import { useAsTyped } from './corrections.queries';
import { CorrectionForm } from './correction-form';
import { fieldsOfEvent } from './event-form';
import { RestsOnIt } from './rests-on-it';

interface MendProps {
  readonly entry: HistoryEntry;
  readonly thing: Thing;
  readonly actor: Actor;
}

/** An entry as it stands and as it is corrected, side by side, with what either way would change. */
export function Mend({ entry, thing, actor }: MendProps) {
  const when = useAsTyped(entry.effective);
  return when && <MendFrom entry={entry} thing={thing} actor={actor} when={when} />;
}

function MendFrom({ entry, thing, actor, when }: MendProps & { readonly when: WindowRaw }) {
  const { t } = useTranslation('corrections');
  const place = useRef<HTMLFormElement>(null);
  const { validOn } = useAsOfDates();
  const stream = `${thing.category}-${thing.id}`;
  const path = `/api/streams/${stream}/corrections`;
  const [said, setSaid, forgetSaid] = useCorrection(entry, when);
  const [blanks, setBlanks] = useState<readonly Fault[]>([]);
  const { sending, preview, record, forget } = useSending();
  const faults = sending.at === 'refused' ? unwrapped(sending.refusal.faults) : blanks;
  const fields = fieldsOfEvent(thing.category, entry.data);

  const edit = (part: Partial<Correction>): void => {
    if (sending.at !== 'nothing' && sending.at !== 'refused') forget();
    setSaid({ ...said, ...part });
  };
  const look = async (now: Correction): Promise<void> => {
    const wanting = blanksIn(now);
    setBlanks(wanting);
    if (wanting.length > 0) return focusOn(place, FAULTY);
    const { at } = await preview(path, validOn ?? today(), requestOf(entry, thing.category, now, actor));
    if (at === 'previewed') return focusOn(place, '.record-send');
    focusOn(place, ...(at === 'refused' ? [FAULTY] : []), '.record-outcome');
  };
  const send = async (body: object, revision: number | undefined): Promise<void> => {
    const { at } = await record(path, body, revision);
    if (at === 'recorded') forgetSaid();
    focusOn(place, '.record-outcome');
  };
  return (
    <form
      ref={place}
      className="corrections-mend"
      noValidate
      aria-label={t('mend.label')}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void look(said);
      }}
    >
      <AsItStands entry={entry} thing={thing} actor={actor} />
      <section className="panel" aria-label={t('mend.corrected')}>
        <h2>{t('mend.corrected')}</h2>
        <CorrectionForm
          changed={changedIn(said, correctionOf(entry, when))}
          fields={fields}
          said={said}
          faults={faults}
          isBusy={sending.at === 'asking'}
          onChange={edit}
        />
      </section>
      <Outcome
        sending={sending}
        pointers={['/reason', '/effective', '/source', ...fields.map(({ name }) => `/${name}`)]}
        faults={faults}
        stream={stream}
        onRecord={send}
        onLook={() => void look(said)}
        onPrecede={() => undefined}
        onFreshId={() => {
          const next = { ...said, commandId: newCommandId() };
          setSaid(next);
          void look(next);
        }}
        onNext={null}
      />
    </form>
  );
}

function AsItStands({ entry, thing, actor }: MendProps) {
  const { t } = useTranslation('corrections');
  return (
    <section className="panel corrections-stands" aria-label={t('mend.stands')}>
      <h2>{t('mend.stands')}</h2>
      <p className="corrections-said">
        <EventSentence of={entry} />
      </p>
      <EventDetails of={entry} />
      <Particulars because={entry} />
      <p className="muted">{t('mend.recordedBy', { actor: entry.actorId, role: entry.actorRole })}</p>
      <RestsOnIt entry={entry} stream={`${thing.category}-${thing.id}`} actor={actor} />
    </section>
  );
}

const FAULTY = '[data-faulty="true"]';
