import { useState } from 'react';
import type { CommandForm } from './command-form';
import { COMMANDS } from './commands.generated';
import { NO_WINDOW, type RawGroup, saidContent, saidWindow, type WindowRaw } from './raw';

/** What something is recorded about: a stream that is there, or one that begins with it. */
export interface Thing {
  readonly category: string;
  readonly id: string;
  /** As found by; the id where it has no name. */
  readonly name: string;
  readonly isNew: boolean;
}

export interface SourceRaw {
  readonly kind: 'document' | 'local';
  readonly document: string;
  readonly paragraph: string;
  readonly who: string;
}

/** Everything typed so far. Kept until it is recorded, whatever happens to the page. */
export interface Draft {
  readonly thing: Thing | null;
  readonly when: WindowRaw;
  /** Operation of the chosen command. */
  readonly operation: string | null;
  /** What was typed for each command, so that looking at another loses nothing. */
  readonly values: Readonly<Record<string, RawGroup>>;
  readonly source: SourceRaw;
  readonly reason: string;
  readonly fact: string;
  readonly precedes: readonly string[];
  /** The same for every sending of this draft, so that it cannot be recorded twice. */
  readonly commandId: string;
}

const KEPT = 'cadre.record.draft';
const NO_SOURCE: SourceRaw = { kind: 'document', document: '', paragraph: '', who: '' };

/** A blank draft; `kept` is what the next record has in common with the last. */
export function newDraft(kept: Partial<Draft> = {}): Draft {
  return {
    thing: null,
    when: NO_WINDOW,
    operation: null,
    values: {},
    source: NO_SOURCE,
    reason: '',
    fact: '',
    precedes: [],
    ...kept,
    commandId: newCommandId(),
  };
}

export const newCommandId = (): string => `web:${crypto.randomUUID()}`;

/** The draft of this tab, kept with every change. */
export function useDraft(begin: (kept: Draft) => Draft) {
  const [draft, setDraft] = useState(() => begin(keptDraft()));
  const change = (next: Draft): void => {
    keepDraft(next);
    setDraft(next);
  };
  return [draft, change] as const;
}

/** Keeps a draft for this tab, whatever happens to the page. */
export const keepDraft = (draft: Draft): void => sessionStorage.setItem(KEPT, JSON.stringify(draft));

/** Keeps it no longer: it is recorded. */
export const forgetDraft = (): void => sessionStorage.removeItem(KEPT);

/** What this tab kept; a blank one when there is nothing, or nothing this version of the page can read. */
function keptDraft(): Draft {
  try {
    const { commandId = newCommandId(), ...said } = JSON.parse(sessionStorage.getItem(KEPT) ?? '{}') as Partial<Draft>;
    return { ...newDraft(said), commandId };
  } catch {
    return newDraft();
  }
}

/** The draft to go on with: what was kept, unless the address asks for another thing or kind of thing. */
export function begunDraft(kept: Draft, query: URLSearchParams): Draft {
  const asked = thingOf(query.get('stream') ?? '');
  const operation = query.get('command') ?? kept.operation;
  if (!asked) return query.has('category') ? { ...kept, thing: null } : kept;
  const isKept = kept.thing?.category === asked.category && kept.thing.id === asked.id;
  return isKept ? { ...kept, operation } : newDraft({ ...kept, thing: asked, operation, values: {}, precedes: [] });
}

const STREAM = /^([a-z]{1,20})-([a-z0-9][a-z0-9-]{0,99})$/;

/** The thing a stream is of; null when the text is no stream. */
export function thingOf(stream: string, name?: string): Thing | null {
  const [, category, id] = STREAM.exec(stream) ?? [];
  return category && id ? { category, id, name: name ?? id, isNew: false } : null;
}

/** The form of the chosen command, as long as it is one for the chosen thing. */
export function formOf({ operation, thing }: Pick<Draft, 'operation' | 'thing'>): CommandForm | null {
  const form = COMMANDS.find((it) => it.operation === operation);
  return form && form.category === thing?.category ? form : null;
}

export interface Actor {
  readonly id: string;
  readonly role: string;
}

/** The request a draft makes, less what every command of the moment shares. */
export function requestOf(draft: Draft, form: CommandForm, actor: Actor): Record<string, unknown> {
  const { commandId, when, source, reason, fact, precedes, values } = draft;
  return {
    commandId,
    actor,
    effective: saidWindow(when) ?? {},
    source: saidSource(source),
    ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
    ...(fact.trim() === '' ? {} : { fact: fact.trim() }),
    ...(precedes.length === 0 ? {} : { precedes }),
    ...saidContent(form.fields, values[form.operation] ?? {}),
  };
}

/** The source as the API takes it; blanks are left out, and the server says what is wanting. */
export function saidSource({ kind, document, paragraph, who }: SourceRaw): Record<string, string> {
  const members = kind === 'local' ? { localKnowledge: who } : { document, paragraph };
  return Object.fromEntries(
    Object.entries(members).flatMap(([name, text]) => (text.trim() === '' ? [] : [[name, text.trim()]])),
  );
}
