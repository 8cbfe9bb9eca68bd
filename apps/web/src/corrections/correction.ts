import { useState } from 'react';
import { today } from '../dates/civil-date';
import type { HistoryEntry } from '../api/client';
import { type Actor, newCommandId, saidSource, type SourceRaw } from '../record/draft';
import { BLANK, type Fault } from '../record/problem';
import { type RawGroup, saidWindow, type WindowRaw } from '../record/raw';
import { dataOf, fieldsOfEvent, rawOf } from './event-form';

/** A correction as it is typed: what the entry is to say instead, or that it is only taken back. */
export interface Correction {
  readonly isOnlyTakenBack: boolean;
  readonly when: WindowRaw;
  readonly source: SourceRaw;
  readonly values: RawGroup;
  readonly reason: string;
  /** The same for every sending, so that it cannot be recorded twice. */
  readonly commandId: string;
}

/** The correction of an entry that this tab kept, or one that says just what the entry says. */
export function useCorrection(entry: HistoryEntry, when: WindowRaw) {
  const key = `cadre.correction.${entry.eventId}`;
  const [correction, setCorrection] = useState(() => kept(key) ?? correctionOf(entry, when));
  const change = (next: Correction): void => {
    sessionStorage.setItem(key, JSON.stringify(next));
    setCorrection(next);
  };
  return [correction, change, () => sessionStorage.removeItem(key)] as const;
}

function kept(key: string): Correction | null {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? 'null') as Correction | null;
  } catch {
    return null;
  }
}

/** The correction that says just what the entry says. */
export function correctionOf(entry: HistoryEntry, when: WindowRaw): Correction {
  const { document, paragraph, localKnowledge, data } = entry;
  return {
    isOnlyTakenBack: false,
    when,
    source: {
      kind: localKnowledge === null ? 'document' : 'local',
      document: document ?? '',
      paragraph: paragraph ?? '',
      who: localKnowledge ?? '',
    },
    values: rawOf(data) as RawGroup,
    reason: '',
    commandId: newCommandId(),
  };
}

/** The parts that say something else than the entry: members of its data, "when" and "source". */
export function changedIn(said: Correction, stands: Correction): readonly string[] {
  const differ = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? '') !== JSON.stringify(b ?? '');
  const members = Object.keys({ ...stands.values, ...said.values });
  return [
    ...(differ(saidWindow(said.when), saidWindow(stands.when)) ? ['when'] : []),
    ...(differ(saidSource(said.source), saidSource(stands.source)) ? ['source'] : []),
    ...members.filter((name) => differ(said.values[name], stands.values[name])),
  ];
}

/** The request: a retraction with its reason and, unless it is only taken back, the retelling. */
export function requestOf(entry: HistoryEntry, category: string, said: Correction, actor: Actor): object {
  const { isOnlyTakenBack, when, source, values, reason, commandId } = said;
  const event = { type: entry.type, data: dataOf(fieldsOfEvent(category, entry.data), values) };
  const retelling = { event, effective: saidWindow(when) ?? {}, source: saidSource(source) };
  const correction = { eventId: entry.eventId, reason: reason.trim() };
  return {
    commandId,
    actor,
    // The retraction itself has no day in the world, and rests on who corrects.
    effective: { on: today() },
    source: { localKnowledge: actor.id },
    corrections: [isOnlyTakenBack ? correction : { ...correction, retelling }],
  };
}

/** A reason is asked for before the server is. */
export function blanksIn({ reason }: Correction): readonly Fault[] {
  return reason.trim() === '' ? [{ pointer: '/reason', code: BLANK, sentence: null }] : [];
}

/** Faults as the form has its fields: the request wraps them in a correction. */
export function unwrapped(faults: readonly Fault[]): readonly Fault[] {
  return faults.map((fault) => ({
    ...fault,
    pointer: fault.pointer
      .replace(/^\/corrections\/0(?:\/retelling)?(?=\/)/, '')
      .replace(/^\/event(?:\/data)?(?=\/)/, ''),
  }));
}
