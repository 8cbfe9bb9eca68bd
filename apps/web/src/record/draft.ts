import { useCallback, useEffect, useState } from 'react';
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

/** The draft of this tab, and a way to change parts of it. */
export function useDraft(begin: (kept: Draft) => Draft) {
  const [draft, setDraft] = useState(() => begin(keptDraft()));
  useEffect(() => sessionStorage.setItem(KEPT, JSON.stringify(draft)), [draft]);
  const change = useCallback((part: Partial<Draft>) => setDraft((last) => ({ ...last, ...part })), []);
  return [draft, change, setDraft] as const;
}

/** What this tab kept, unless it was kept by another version of the page. */
function keptDraft(): Draft {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEPT) ?? '{}') as Partial<Draft>;
    const { commandId = newCommandId(), ...said } = kept;
    return { ...newDraft(said), commandId };
  } catch {
    return newDraft();
  }
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
