import type { ExceptionAnswer, ExceptionCount, ExceptionsAnswer } from '@cadre/contract';
import { type Instant } from '@cadre/kernel';
import { type AsOfDates } from '../as-of.js';
import { asOfAnswer } from '../table/possible.js';
import { UnknownQuestion } from '../table/unknown-question.js';
import { type Snapshot, type Tables } from '../tables/tables.js';
import { entryKinds } from './entry-kinds.js';
import { type KindOfException, type Sought } from './kind.js';
import { stateKinds } from './state-kinds.js';
import { streamsOfUnit } from './streams-of-unit.js';

/** Which exceptions to list. */
export interface ExceptionsQuestion extends AsOfDates {
  /** Only of these kinds; all when left out. */
  readonly kinds?: readonly string[];
  /** Only about this stream. */
  readonly stream?: string;
  /** Only about this unit: itself, its posts, teams, blocks and promises. */
  readonly unit?: string;
  /** With `unit`: about its sub-units, too. */
  readonly within?: boolean;
  /** Leaves out what was carried over from documents. */
  readonly live?: boolean;
  /** An entry is back-dated when it was recorded more than so many days after it became true. */
  readonly backDatedDays?: number;
  /** Only what became known after that moment; leaves out what rests on no single entry. */
  readonly knownAfter?: Instant;
  readonly offset?: number;
  readonly limit?: number;
}

const KINDS: readonly KindOfException[] = [...entryKinds, ...stateKinds];
const [BACK_DATED_DAYS, LIMIT] = [90, 50];

/** What an auditor looks at first, as of two dates. @throws UnknownQuestion for a kind there is not */
export function exceptionsAnswer(tables: Tables, question: ExceptionsQuestion): Promise<ExceptionsAnswer> {
  const asked = KINDS.filter(({ kind }) => question.kinds?.includes(kind) ?? true);
  const unknown = question.kinds?.find((name) => !KINDS.some(({ kind }) => kind === name));
  if (unknown !== undefined) {
    const kinds = KINDS.map(({ kind }) => kind).join(', ');
    throw new UnknownQuestion('/kinds', `"${unknown.slice(0, 50)}" is no kind of exception; there are ${kinds}.`);
  }
  return tables.read(async (snapshot) => {
    const sought = await soughtBy(snapshot, question);
    const counts: ExceptionCount[] = [];
    for (const { kind, ...it } of KINDS) counts.push({ kind, ...(await it.count(snapshot, sought)) });
    const exceptions: ExceptionAnswer[] = [];
    let [offset, left, total] = [question.offset ?? 0, question.limit ?? LIMIT, 0];
    for (const it of asked) {
      const there = counts.find(({ kind }) => kind === it.kind)!.count.atMost ?? 0;
      total += there;
      if (left > 0 && offset < there) exceptions.push(...(await it.page(snapshot, sought, offset, left)));
      left = (question.limit ?? LIMIT) - exceptions.length;
      offset = Math.max(0, offset - there);
    }
    return { asOf: await asOfAnswer(snapshot, question), counts, total, exceptions };
  });
}

async function soughtBy(snapshot: Snapshot, question: ExceptionsQuestion): Promise<Sought> {
  const { validOn, knownAt, stream, unit, within = false } = question;
  const ofUnit = unit === undefined ? null : await streamsOfUnit(snapshot, unit, within, question);
  const streams = stream === undefined ? ofUnit : [stream].filter((it) => ofUnit?.includes(it) ?? true);
  const { live = false, backDatedDays = BACK_DATED_DAYS, knownAfter = null } = question;
  return { validOn, knownAt, streams, live, backDatedDays, knownAfter };
}
