import type { HistoryAnswer, HistoryEntry } from '@cadre/contract';
import { BEGINNING, FOREVER, sayWindow } from '@cadre/kernel';
import { saySource } from './source.js';
import { sayWhen } from './when.js';

/** Every entry of a stream in order of recording. */
export function sayHistory({ entries }: HistoryAnswer): readonly string[] {
  return entries.flatMap((entry) => sayEntry(entry, entries));
}

/** What counts, in order of events; then what was taken back, with what took it back. */
export function sayInOrder({ entries, order }: HistoryAnswer): readonly string[] {
  const counted = order.flatMap((id) => entries.filter(({ eventId }) => eventId === id));
  const others = entries.filter(({ eventId }) => !order.includes(eventId));
  const say = (list: readonly HistoryEntry[]): readonly string[] => list.flatMap((entry) => sayEntry(entry, entries));
  return [...say(counted), ...(others.length > 0 ? ['not counted:', ...say(others)] : [])];
}

/** One entry: its number in the stream, what it says, both clocks, source, who and why, and what became of it. */
export function sayEntry(entry: HistoryEntry, siblings: readonly HistoryEntry[]): readonly string[] {
  const { effective, tightened, fact, reason, retells, retractedBy } = entry;
  const mark = retractedBy === null ? '' : '[taken back] ';
  return [
    `${nameOf(entry)}  ${mark}${entry.sentence}`,
    `    when      ${sayWhen(effective)}${sayTightened(tightened, effective)}`,
    `    known     ${entry.recordedAt}${sayCarriedOver(entry)}`,
    `    source    ${saySource(entry)}${fact === null ? '' : `, fact ${fact}`}`,
    `    by        ${entry.actorId} (${entry.actorRole})${reason === null ? '' : `: ${reason}`}`,
    ...(retells === null ? [] : [`    retells   ${referTo(retells, siblings)}`]),
    ...(retractedBy === null ? [] : [`    taken back by ${referTo(retractedBy, siblings)}`]),
    ...takesBack(entry, siblings),
  ];
}

/** What the order of events leaves of a window; nothing when it leaves all of it. */
function sayTightened(tightened: HistoryEntry['tightened'], told: HistoryEntry['effective']): string {
  if (tightened === null) return '';
  const earliest = tightened.earliest === BEGINNING ? null : tightened.earliest;
  const latest = tightened.latest === FOREVER ? null : tightened.latest;
  if (earliest === told.earliest && latest === told.latest) return '';
  return `; from the order of events: ${sayWindow({ earliest, latest })}`;
}

const nameOf = ({ revision }: HistoryEntry): string => `#${revision}`;

function sayCarriedOver({ carriedOver, enteredAt }: HistoryEntry): string {
  return carriedOver ? `, carried over${enteredAt === null ? '' : ` (entered ${enteredAt})`}` : '';
}

function referTo(eventId: string, siblings: readonly HistoryEntry[]): string {
  const entry = siblings.find((it) => it.eventId === eventId);
  return entry ? nameOf(entry) : `entry ${eventId}`;
}

function takesBack({ type, data }: HistoryEntry, siblings: readonly HistoryEntry[]): readonly string[] {
  const { eventId } = data;
  return type === 'EntryRetracted' && typeof eventId === 'string'
    ? [`    takes back ${referTo(eventId, siblings)}`]
    : [];
}
