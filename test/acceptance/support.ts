import { importEntries, type ImportReport } from '@cadre/application';
import { type Problem, type Receipt, type RowAnswer, type TableAnswer } from '@cadre/contract';
import { type DomainEvent } from '@cadre/kernel';
import { type Deployment, embedded } from '../support/deployments.js';
import { type ServedCadre, serveFilled } from '../support/serve-cadre.js';

/** When something was so: one day, or the window as a request gives it. */
export type When = string | { readonly [end in 'on' | 'earliest' | 'latest' | 'phrase' | 'edtf']?: string | null };

/** What a test says of a command; the rest is made up. */
export interface Said {
  /** Left out: the day the server's clock shows. */
  readonly when?: When;
  readonly [field: string]: unknown;
}

export type Query = Readonly<Record<string, string | number | boolean | undefined>>;

/** Someone at a desk who asks and tells over HTTP, and nothing else. */
export interface Desk {
  /** Expects an answer. @throws with the problem otherwise. */
  ask<Answer>(path: string, query?: Query): Promise<Answer>;
  /** Expects the command to be recorded. @throws with the problem otherwise. */
  tell(path: string, said: Said): Promise<Receipt>;
  /** Expects the command to be refused. @throws with the receipt otherwise. */
  refused(path: string, said: Said): Promise<Problem>;
  /** Sends a body as it stands. */
  send(path: string, body: object): Promise<{ readonly status: number; readonly body: unknown }>;
  /** The whole body of a command, with what the test leaves out. */
  body(said: Said): Record<string, unknown>;
}

const CLERK = { id: 'clerk', role: 'hr-officer' };
const FROM_THE_DESK = { localKnowledge: 'the staffing desk' };

/** A desk at a served Cadre. */
export function deskOf({ url, clock }: Pick<ServedCadre, 'url' | 'clock'>): Desk {
  let commands = 0;
  const body = ({ when = clock.now().slice(0, 10), ...said }: Said): Record<string, unknown> => ({
    commandId: `desk-command-${++commands}`,
    actor: CLERK,
    effective: typeof when === 'string' ? { on: when } : when,
    source: FROM_THE_DESK,
    ...said,
  });
  const send = async (path: string, told: object) => {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${url}/api/${path}`, { method: 'POST', headers, body: JSON.stringify(told) });
    return { status: response.status, body: (await response.json()) as unknown };
  };
  return {
    body,
    send,
    ask: async <Answer>(path: string, query: Query = {}) => {
      const given = Object.entries(query).filter(([, value]) => value !== undefined);
      const search = new URLSearchParams(given.map(([name, value]) => [name, String(value)]));
      const response = await fetch(`${url}/api/${path}?${search.toString()}`);
      const answer = (await response.json()) as unknown;
      if (response.status !== 200) throw new Error(`${path} answered ${response.status}: ${JSON.stringify(answer)}`);
      return answer as Answer;
    },
    tell: async (path, said) => {
      const answer = await send(path, body(said));
      if (answer.status > 201) throw new Error(`${path} was refused: ${JSON.stringify(answer.body)}`);
      return answer.body as Receipt;
    },
    refused: async (path, said) => {
      const answer = await send(path, body(said));
      if (answer.status <= 201) throw new Error(`${path} was accepted: ${JSON.stringify(answer.body)}`);
      return answer.body as Problem;
    },
  };
}

/** Exactly so many. */
export const exactly = (count: number) => between(count, count);
/** From so many to so many. */
export const between = (atLeast: number, atMost: number | null) => ({
  atLeast,
  atMost,
  certain: atLeast === atMost,
  notReported: false,
});
/** Nothing is said of it, which is not zero. */
export const NOT_REPORTED = { atLeast: null, atMost: null, certain: false, notReported: true };

/** The columns of a thing that is certain. @throws when it is not */
export function valuesOf(row: RowAnswer | undefined): Record<string, unknown> {
  if (!row?.certain || row.states.length !== 1) throw new Error(`not certain: ${JSON.stringify(row)}`);
  return row.states[0]!.values;
}

/** The rows of a table by id, in order. */
export const idsOf = ({ rows }: TableAnswer): readonly unknown[] => sorted(rows.map(({ id }) => id));

/** Values in the order of their text. */
export const sorted = (values: Iterable<unknown>): readonly unknown[] =>
  [...values].sort((a, b) => String(a).localeCompare(String(b), 'en'));

/** The row of a thing. @throws when the table has none */
export function rowOf({ rows }: TableAnswer, id: string): RowAnswer {
  const row = rows.find((it) => it.id === id);
  if (!row) throw new Error(`no row ${id} among ${rows.map((it) => it.id).join(', ')}`);
  return row;
}

/** The distinct values of a column over all states a thing can be in; a state in which it is not there counts as "absent". */
export function possible(row: RowAnswer, column: string): readonly unknown[] {
  return sorted(new Set(row.states.map(({ present, values }) => (present ? values[column] : 'absent'))));
}

/** A line of an import file: an event of a stream, when, and the paragraph of the document that says so. */
export interface Line {
  readonly stream: string;
  readonly event: DomainEvent;
  readonly effective: When;
  readonly paragraph?: string;
  readonly [member: string]: unknown;
}

/** A served Cadre whose log was filled from the lines of a document before it opened. */
export interface LoadedCadre extends ServedCadre {
  readonly report: ImportReport;
}

/** Carries a document over into a new Cadre and serves it. */
export async function serveLoaded({
  now,
  document,
  carriedOverFrom,
  lines,
  on = embedded,
}: {
  now: string;
  document: string;
  carriedOverFrom: string | null;
  lines: readonly Line[];
  on?: Deployment;
}): Promise<LoadedCadre> {
  let report: ImportReport | undefined;
  const cadre = await serveFilled(now, on, async ({ environment }) => {
    report = await importEntries(environment, lines.map(lineOf(document)), {
      dryRun: false,
      carriedOverFrom,
      actor: { id: 'loader', role: 'importer' },
    });
  });
  return { ...cadre, report: report! };
}

const lineOf =
  (document: string) =>
  ({ paragraph = '1', effective, ...line }: Line, i: number): string =>
    JSON.stringify({
      key: `line-${i}`,
      source: { kind: 'document', document, paragraph },
      effective: typeof effective === 'string' ? { on: effective } : effective,
      ...line,
    });
