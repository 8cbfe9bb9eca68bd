import { type RefObject, useEffect, useState } from 'react';
import { today } from '../dates/civil-date';
import { useAsOfDates } from '../dates/as-of';
import { replaceUrlQuery, useUrlQuery } from '../shell/url';
import type { CommandForm } from './command-form';
import {
  type Actor,
  begunDraft,
  type Draft,
  forgetDraft,
  formOf,
  keepDraft,
  newCommandId,
  newDraft,
  requestOf,
  useDraft,
} from './draft';
import { focusOn } from './focus';
import { BLANK, type Fault } from './problem';
import { missing } from './raw';
import { useWindow } from './record.queries';
import { useSending } from './use-sending';

/** One record on its way: what was typed, what is wrong with it, and how far it has come. */
export function useRecording(actor: Actor, place: RefObject<HTMLElement | null>) {
  const query = useUrlQuery();
  const { validOn } = useAsOfDates();
  const [draft, setDraft] = useDraft((kept) => begunDraft(kept, query));
  const [blanks, setBlanks] = useState<readonly Fault[]>([]);
  const { sending, preview, record, forget } = useSending();
  const reading = useWindow(draft.when);
  const form = formOf(draft);
  const { thing, operation } = draft;
  /** The day by which it is true for sure, as far as that can be read. */
  const day = reading.data?.latest ?? reading.data?.earliest ?? null;
  const path = form && thing ? `/api/${form.group}/${thing.id}/${form.step}` : null;

  useEffect(() => {
    if (!thing) replaceUrlQuery({ stream: null, command: null });
    else replaceUrlQuery({ stream: `${thing.category}-${thing.id}`, command: operation, category: null });
  }, [thing, operation]);

  async function look(now: Draft = draft): Promise<void> {
    if (!form || !path) return focusOn(place, '.record-moves');
    const wanting = blanksIn(now, form);
    setBlanks(wanting);
    if (wanting.length > 0) {
      forget();
      return focusOn(place, FAULTY);
    }
    const { at } = await preview(path, validOn ?? laterOf(today(), day), requestOf(now, form, actor));
    if (at === 'previewed') return focusOn(place, '.record-send');
    focusOn(place, ...(at === 'refused' ? [FAULTY] : []), '.record-outcome');
  }

  async function send(body: object, revision: number | undefined): Promise<void> {
    if (!path) return;
    const { at } = await record(path, body, revision);
    if (at === 'recorded') forgetDraft();
    focusOn(place, ...(at === 'recorded' ? ['.record-next'] : []), '.record-outcome');
  }

  /** Changes what was typed: what was previewed counts no more, and what was recorded begins another record. */
  const edit = (part: Partial<Draft>): void => {
    if (sending.at !== 'nothing' && sending.at !== 'refused') forget();
    const fresh = sending.at === 'recorded' ? { commandId: newCommandId() } : {};
    setDraft({ ...draft, ...fresh, ...part });
  };
  /** Changes it and looks at once what would become of it. */
  const goOn = (part: Partial<Draft>): void => {
    setDraft({ ...draft, ...part });
    void look({ ...draft, ...part });
  };
  /** Leaves a blank draft for the next record; with `keeps`, one with the same date, source and command. */
  const leave = (keeps: boolean): void => {
    const { when, source } = draft;
    replaceUrlQuery({ stream: null, command: null });
    keepDraft(newDraft(keeps ? { when, source, operation } : {}));
  };
  const faults = sending.at === 'refused' ? sending.refusal.faults : blanks;
  return { draft, form, day, sending, faults, look, send, edit, goOn, leave };
}

export type Recording = ReturnType<typeof useRecording>;

/** What has to be said before the server is asked at all. */
function blanksIn({ when, values }: Draft, form: CommandForm): readonly Fault[] {
  const isUndated = when.phrase.trim() === '' && !when.withEnds;
  const wanting = [...(isUndated ? ['/effective'] : []), ...missing(form.fields, values[form.operation] ?? {})];
  return wanting.map((pointer) => ({ pointer, code: BLANK, sentence: null }));
}

const FAULTY = '[data-faulty="true"]';
const laterOf = (day: string, other: string | null): string => (other !== null && other > day ? other : day);
