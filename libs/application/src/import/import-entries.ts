import {
  type Actor,
  type CivilDate,
  DEFAULT_PHRASE_SETTINGS,
  type EntryRetracted,
  type Environment,
  isRefusal,
  type Outcome,
  type PhraseSettings,
  type RecordEvents,
  type Refusal,
  refuse,
  run,
  type Warning,
} from '@cadre/kernel';
import { type AnyDecider, deciderOf, GRADES, gradesIn, type KnownGrades } from '@cadre/domain';
import { checkAcrossStreams, looksAcross } from '../rules/across-streams.js';
import { surroundingsOfLog } from '../rules/surroundings-of-log.js';
import { type Turns } from '../turns.js';
import { type ImportRow, readImportFile } from './import-file.js';
import { overlayLog } from '../fork/overlay-log.js';

export interface ImportOptions {
  /** Decide everything, record nothing. */
  readonly dryRun: boolean;
  /** The date of the old document the lines are carried over from; null for what is recorded live. */
  readonly carriedOverFrom: CivilDate | null;
  readonly actor: Actor;
  /** What fuzzy words mean in days; the defaults of the design when left out. */
  readonly settings?: PhraseSettings;
  /** Grades of this organisation, known beside the common ones and those that posts of the log have; none when left out. */
  readonly grades?: KnownGrades;
  /** Taken for rows that look across streams, where others record at the same time; left out where nobody does. */
  readonly turns?: Turns;
  /** Hears of every row done: all of them while checking, then all again while recording. */
  readonly onProgress?: (progress: ImportProgress) => void;
  /** Ends the import between two rows with the signal's reason; what was recorded stays, and running it again finishes it. */
  readonly signal?: AbortSignal;
}

export interface ImportProgress {
  readonly phase: 'checking' | 'recording';
  readonly done: number;
  readonly total: number;
}

/** What became of one line: recorded (in a dry run: would be), there already, or refused. */
export interface ReportedRow {
  readonly line: number;
  readonly key: string | null;
  readonly stream: string | null;
  readonly type: string | null;
  readonly outcome: 'new' | 'unchanged' | 'refused';
  /** With a JSON pointer into the line, where one member is at fault. */
  readonly refusal: Refusal | null;
  readonly warnings: readonly Warning[];
}

export interface ImportReport {
  readonly rows: readonly ReportedRow[];
  readonly totals: {
    readonly rows: number;
    readonly new: number;
    readonly unchanged: number;
    readonly refused: number;
  };
  /** False for a dry run, and when a refused row kept everything out of the log. */
  readonly recorded: boolean;
}

/**
 * Loads entries, one JSON object a line. All rows are decided first, on a log laid over the real one; one refused row
 * keeps all of them out. Then they are recorded in order, each as a command of its own, so that a load stopped midway
 * is finished by running it again, and loading a file twice changes nothing.
 * @throws the signal's reason when it ends the import; Unavailable when the log cannot be reached.
 */
export async function importEntries(
  environment: Environment,
  lines: Iterable<string> | AsyncIterable<string>,
  options: ImportOptions,
): Promise<ImportReport> {
  const rows = await readRows(environment, lines, options);
  const checked = await tellAll({ ...environment, log: overlayLog(environment.log) }, rows, options, 'checking');
  const isClean = checked.every((row) => row.outcome !== 'refused');
  if (options.dryRun || !isClean) return reportOf(checked, false);
  return reportOf(await tellAll(environment, rows, options, 'recording'), true);
}

/** Reads the lines by the grades known without the log; only when that leaves one unknown, the log is asked as well. */
async function readRows(
  environment: Environment,
  lines: Iterable<string> | AsyncIterable<string>,
  { actor, carriedOverFrom, settings: phrases = DEFAULT_PHRASE_SETTINGS, grades: given = [] }: ImportOptions,
): Promise<readonly ImportRow[]> {
  const texts: string[] = [];
  for await (const text of lines) texts.push(text);
  const read = (grades: KnownGrades): Promise<readonly ImportRow[]> =>
    readImportFile(texts, { phrases, grades }, { actor, carriedOverFrom });
  if (given === 'any') return read(given);
  const known = [...GRADES, ...given];
  const rows = await read(known);
  const isUnknown = rows.some(({ command }) => isRefusal(command) && command.code === 'UNKNOWN_GRADE');
  return isUnknown ? read([...known, ...(await gradesOfLog(environment))]) : rows;
}

/** Grades that entries of the log give to posts, those taken back aside. */
async function gradesOfLog({ log }: Environment): Promise<ReadonlySet<string>> {
  const told = new Map<string, readonly string[]>();
  for await (const { eventId, event } of log.readAll(0)) {
    const grades = gradesIn(event);
    if (event.type === 'EntryRetracted') told.delete((event.data as EntryRetracted['data']).eventId);
    else if (grades.length > 0) told.set(eventId, grades);
  }
  return new Set([...told.values()].flat());
}

/** Tells row after row. While recording, a refusal (someone else wrote meanwhile) stops the rest. */
async function tellAll(
  environment: Environment,
  rows: readonly ImportRow[],
  { onProgress, signal, turns }: ImportOptions,
  phase: ImportProgress['phase'],
): Promise<readonly ReportedRow[]> {
  const reported: ReportedRow[] = [];
  let stopped: ReportedRow | null = null;
  for (const row of rows) {
    signal?.throwIfAborted();
    const act = (): Promise<Outcome | Refusal> => tell(environment, row);
    const isInTurn = turns && phase === 'recording' && !isRefusal(row.command) && looksAcross(row.command);
    const answer = stopped ? notReached(stopped) : await (isInTurn ? turns.take(act) : act());
    const done = reportedRow(row, answer);
    reported.push(done);
    if (phase === 'recording' && !stopped && done.outcome === 'refused') stopped = done;
    onProgress?.({ phase, done: reported.length, total: rows.length });
  }
  return reported;
}

function notReached({ line }: ReportedRow): Refusal {
  return refuse(
    'IMPORT_STOPPED',
    `Not recorded: line ${line} was refused meanwhile. Mend that and run the import again.`,
    {
      details: { line },
    },
  );
}

/** Sends one row through the one way to decide, rules between streams first. */
async function tell(environment: Environment, { command, stream }: ImportRow): Promise<Outcome | Refusal> {
  if (isRefusal(command)) return command;
  const decider = deciderOf(stream!);
  if (!decider) {
    return refuse('STREAM_KIND_UNKNOWN', `"${stream}" is of no kind known here; see the glossary.`, {
      pointer: '/stream',
    });
  }
  const across = (await isRecorded(environment, command, stream!))
    ? null
    : await checkAcrossStreams(environment, surroundingsOfLog(environment), command, stream!);
  const answer = across ?? (await run(environment, decider as AnyDecider, command));
  return isRefusal(answer) ? pointedIntoLine(answer) : answer;
}

/** A row recorded before is answered as it was, whatever came to stand beside it since. */
async function isRecorded({ log }: Environment, { telling }: RecordEvents, stream: string): Promise<boolean> {
  return (await log.readStream(stream)).some((entry) => entry.commandId === telling.commandId);
}

/** A refusal points into the command; a line holds the same members elsewhere. */
function pointedIntoLine(refusal: Refusal): Refusal {
  if (refusal.pointer === null) return refusal;
  const pointer = refusal.pointer.replace(/^\/corrections\/0(?:\/retelling)?/, '').replace(/^\/eventId$/, '/retells');
  const isMember = /^\/(?:event|effective|source|reason|fact|precedes|retells|commandId|carriedOverFrom)(?:\/|$)/.test(
    pointer,
  );
  const inData = /^\/(?:data|type)(?:\/|$)/.test(pointer) ? `/event${pointer}` : `/event/data${pointer}`;
  return { ...refusal, pointer: isMember ? pointer : inData };
}

function reportedRow({ line, key, stream, type }: ImportRow, answer: Outcome | Refusal): ReportedRow {
  const row = { line, key, stream, type };
  if (isRefusal(answer)) return { ...row, outcome: 'refused', refusal: answer, warnings: [] };
  return { ...row, outcome: answer.repeated ? 'unchanged' : 'new', refusal: null, warnings: answer.warnings };
}

function reportOf(rows: readonly ReportedRow[], recorded: boolean): ImportReport {
  const count = (outcome: ReportedRow['outcome']): number => rows.filter((row) => row.outcome === outcome).length;
  const totals = { rows: rows.length, new: count('new'), unchanged: count('unchanged'), refused: count('refused') };
  return { rows, totals, recorded };
}
