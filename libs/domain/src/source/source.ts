import { canonicalJson, checkCount, Command, decideBy, type Decider, exactCount } from '@cadre/kernel';
import { refuse, type Refusal, type Told, type Warning } from '@cadre/kernel';
import type * as Events from './source.events.js';
import { type Figure, type SourceEvent } from './source.events.js';

/**
 * Registers a document as a source. Tell it with a window open at the start: what it says may be about any time, and
 * a statement dated before the registration would find no source.
 */
export class RegisterSource extends Command<Events.SourceRegistered['data']> {
  readonly type = 'RegisterSource';
}
/** Keeps what the source says and no other stream takes. */
export class RecordStatement extends Command<Events.StatementRecorded['data']> {
  readonly type = 'RecordStatement';
}
/** Keeps another name the source uses. */
export class RecordAlias extends Command<Events.AliasRecorded['data']> {
  readonly type = 'RecordAlias';
}

export type SourceCommand = RegisterSource | RecordStatement | RecordAlias;

export interface RegisteredSource {
  /** Null until the source is registered. */
  readonly registration: Events.SourceRegistered['data'] | null;
  readonly statements: readonly Events.StatementRecorded['data'][];
  readonly aliases: readonly Events.AliasRecorded['data'][];
}

/** A source's life: registered once, then statements and aliases. */
export const source: Decider<RegisteredSource, SourceCommand, SourceEvent> = {
  category: 'source',
  initial: { registration: null, statements: [], aliases: [] },
  natures: { SourceRegistered: 'decision', StatementRecorded: 'decision', AliasRecorded: 'decision' },
  decide: decideBy<RegisteredSource, SourceCommand, SourceEvent>({
    RegisterSource: 'SourceRegistered',
    RecordStatement: 'StatementRecorded',
    RecordAlias: 'AliasRecorded',
  }),
  permits,
  evolve,
  warn,
};

function permits(state: RegisteredSource, { event }: Told<SourceEvent>): Refusal | null {
  switch (event.type) {
    case 'SourceRegistered':
      return permitsRegistering(state, event.data);
    case 'StatementRecorded':
      return permitsRegistered(state) ?? permitsStatement(state, event.data);
    case 'AliasRecorded':
      return permitsRegistered(state) ?? permitsAlias(state, event.data);
  }
}

function permitsRegistering(
  state: RegisteredSource,
  { dated, datedHow }: Events.SourceRegistered['data'],
): Refusal | null {
  if (state.registration !== null)
    return refuse('SOURCE_ALREADY_REGISTERED', 'This source is already registered; correct the record instead.');
  return (dated === null) === (datedHow === null)
    ? null
    : refuse('DATED_HOW_MISSING', 'Say of a date whether it is stated or inferred, and of no date neither.', {
        pointer: '/datedHow',
      });
}

function permitsRegistered(state: RegisteredSource): Refusal | null {
  return state.registration !== null
    ? null
    : refuse(
        'SOURCE_NOT_REGISTERED',
        'This source is not registered on that date; register it first, with a window open at the start.',
      );
}

function permitsStatement(
  state: RegisteredSource,
  { statementId, figures }: Events.StatementRecorded['data'],
): Refusal | null {
  if (state.statements.some((statement) => statement.statementId === statementId)) {
    return refuse(
      'STATEMENT_ID_TAKEN',
      `This source already has a statement ${statementId}; number this one otherwise.`,
      {
        pointer: '/statementId',
      },
    );
  }
  return figures.map(permitsFigure).find((refusal) => refusal !== null) ?? null;
}

const PERCENT: ReadonlySet<string> = new Set(['percent', 'per cent', '%', '％']);
const HEADS: ReadonlySet<string> = new Set(['people', 'posts']);

/** A share stays a share within reason, and heads are counted whole. */
function permitsFigure({ value, unit }: Figure, i: number): Refusal | null {
  const pointer = `/figures/${i}/value`;
  if (PERCENT.has(unit) && (value < -100 || value > 1000))
    return refuse('PERCENT_OUT_OF_RANGE', `${value} percent is out of range; write 17 for 17%.`, { pointer });
  return HEADS.has(unit) ? checkCount(exactCount(value), pointer) : null;
}

function permitsAlias(state: RegisteredSource, { alias, about }: Events.AliasRecorded['data']): Refusal | null {
  return state.aliases.some((known) => known.alias === alias && known.about === about)
    ? refuse('ALIAS_ALREADY_RECORDED', `This source is already known to say "${alias}" for ${about}.`, {
        pointer: '/alias',
      })
    : null;
}

function evolve(state: RegisteredSource, { event }: Told<SourceEvent>): RegisteredSource {
  switch (event.type) {
    case 'SourceRegistered':
      return { ...state, registration: event.data };
    case 'StatementRecorded':
      return { ...state, statements: [...state.statements, event.data] };
    case 'AliasRecorded':
      return { ...state, aliases: [...state.aliases, event.data] };
  }
}

function warn(state: RegisteredSource, { event }: Told<SourceEvent>): readonly Warning[] {
  switch (event.type) {
    case 'SourceRegistered':
      return [];
    case 'StatementRecorded':
      return disagreements(state, event.data);
    case 'AliasRecorded':
      return ambiguities(state, event.data);
  }
}

function disagreements(
  state: RegisteredSource,
  { topic, figures }: Events.StatementRecorded['data'],
): readonly Warning[] {
  const other = state.statements.filter((statement) => topic !== null && statement.topic === topic);
  return other
    .filter((statement) => disagree(statement.figures, figures))
    .map(({ statementId }) => ({
      code: 'SOURCES_DISAGREE',
      sentence: `Statement ${statementId} gives other figures on "${topic}"; both are kept as claims.`,
    }));
}

/** Figures disagree unless one list holds all of the other: saying less is no disagreement. */
function disagree(some: readonly Figure[], others: readonly Figure[]): boolean {
  const [a, b] = [some.map(canonicalJson), others.map(canonicalJson)];
  return !a.every((figure) => b.includes(figure)) && !b.every((figure) => a.includes(figure));
}

function ambiguities(state: RegisteredSource, { alias, about }: Events.AliasRecorded['data']): readonly Warning[] {
  const other = state.aliases.filter((known) => known.alias === alias && known.about !== about);
  return other.map((known) => ({
    code: 'ALIAS_AMBIGUOUS',
    sentence: `This source also says "${alias}" for ${known.about}; the name alone does not tell which.`,
  }));
}
