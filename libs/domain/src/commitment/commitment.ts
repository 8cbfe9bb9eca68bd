import { type CivilDate, Command, decideBy, type Decider, refuse, type Refusal, type Told } from '@cadre/kernel';
import { type Window } from '@cadre/kernel';
import type * as Events from './commitment.events.js';
import { type CommitmentEvent } from './commitment.events.js';

/** Records a promise and when it is for. */
export class MakeCommitment extends Command<Events.CommitmentMade['data']> {
  readonly type = 'MakeCommitment';
}
/** Gives the promise a new date; the telling says why. */
export class RedateCommitment extends Command<Events.CommitmentRedated['data']> {
  readonly type = 'RedateCommitment';
}
/** Records that the promise was kept, in time or late. */
export class MeetCommitment extends Command<Events.CommitmentMet['data']> {
  readonly type = 'MeetCommitment';
}
/** Records that the promise was not kept in time. */
export class MissCommitment extends Command<Events.CommitmentMissed['data']> {
  readonly type = 'MissCommitment';
}
/** Gives the promise up; the telling says why. */
export class DropCommitment extends Command<Events.CommitmentDropped['data']> {
  readonly type = 'DropCommitment';
}

export type CommitmentCommand = MakeCommitment | RedateCommitment | MeetCommitment | MissCommitment | DropCommitment;

/** Where a promise stands. */
export type CommitmentStanding = 'not told of' | 'open' | 'met' | 'missed' | 'dropped';

export interface Commitment {
  readonly standing: CommitmentStanding;
  readonly what: string | null;
  readonly ownerUnitId: string | null;
  readonly about: readonly string[];
  readonly measure: Events.CommitmentMade['data']['measure'];
  /** When it was first promised for; kept for ever. Null before anything is told. */
  readonly firstDue: Window | null;
  /** When it is promised, as last told. */
  readonly due: Window | null;
  /** Every later promise in turn, the last of them the present one. */
  readonly redates: readonly Window[];
}

/** A promise's life: made → re-dated → met, missed (and perhaps met late) or dropped. */
export const commitment: Decider<Commitment, CommitmentCommand, CommitmentEvent> = {
  category: 'commitment',
  initial: {
    standing: 'not told of',
    what: null,
    ownerUnitId: null,
    about: [],
    measure: null,
    firstDue: null,
    due: null,
    redates: [],
  },
  natures: {
    CommitmentMade: 'occurrence',
    CommitmentRedated: 'occurrence',
    CommitmentMet: 'occurrence',
    CommitmentMissed: 'occurrence',
    CommitmentDropped: 'occurrence',
  },
  decide: decideBy<Commitment, CommitmentCommand, CommitmentEvent>({
    MakeCommitment: 'CommitmentMade',
    RedateCommitment: 'CommitmentRedated',
    MeetCommitment: 'CommitmentMet',
    MissCommitment: 'CommitmentMissed',
    DropCommitment: 'CommitmentDropped',
  }),
  permits,
  evolve,
};

function permits(state: Commitment, { event, effective, reason }: Told<CommitmentEvent>): Refusal | null {
  switch (event.type) {
    case 'CommitmentMade':
      return permitsMaking(state) ?? permitsMeasure(event.data.measure);
    case 'CommitmentRedated':
      return (
        permitsClosing(state) ??
        permitsReason(reason, 'Say why the promise has a new date.') ??
        permitsNewDue(state, event.data.due)
      );
    case 'CommitmentMet':
      return state.standing === 'missed' ? null : permitsClosing(state);
    case 'CommitmentMissed':
      return permitsClosing(state) ?? permitsMissing(state, effective.latest);
    case 'CommitmentDropped':
      return permitsClosing(state) ?? permitsReason(reason, 'Say why the promise was given up.');
  }
}

function permitsMaking({ standing }: Commitment): Refusal | null {
  return standing === 'not told of'
    ? null
    : refuse('COMMITMENT_ALREADY_MADE', 'This promise is already made on that date; re-date it or correct the record.');
}

/** Refuses what needs an open promise when there is none on that date. */
function permitsClosing({ standing }: Commitment): Refusal | null {
  switch (standing) {
    case 'not told of':
      return refuse(
        'COMMITMENT_NOT_MADE',
        'This promise is not made on that date; record it first or correct the date.',
      );
    case 'open':
      return null;
    case 'met':
    case 'missed':
    case 'dropped':
      return refuse('COMMITMENT_CLOSED', `This promise is already ${standing} on that date; make a new one.`);
  }
}

function permitsReason(reason: string | null, sentence: string): Refusal | null {
  return (reason ?? '').trim() === '' ? refuse('REASON_REQUIRED', sentence, { pointer: '/reason' }) : null;
}

function permitsNewDue(state: Commitment, due: Window): Refusal | null {
  return state.due?.earliest === due.earliest && state.due.latest === due.latest
    ? refuse('DUE_UNCHANGED', 'The promise is already for that date.', { pointer: '/due' })
    : null;
}

/** A promise cannot have been missed while there surely was time left to keep it. */
function permitsMissing(state: Commitment, missedBy: CivilDate | null): Refusal | null {
  const due = state.due?.latest ?? null;
  return due !== null && missedBy !== null && missedBy < due
    ? refuse('COMMITMENT_NOT_YET_DUE', `This promise is for ${due}; it cannot be missed before.`, {
        pointer: '/effective/latest',
      })
    : null;
}

/** A share in words is never a head count: beside it stands the least number that arithmetic gives, and no other. */
function permitsMeasure(measure: Events.CommitmentMade['data']['measure']): Refusal | null {
  if (measure === null) return null;
  const { wording, of, arithmeticMinimum } = measure;
  const majority = Math.floor(of / 2) + 1;
  const isRight = /^(a |the )?majority\b/i.test(wording) ? arithmeticMinimum === majority : arithmeticMinimum <= of;
  return isRight
    ? null
    : refuse('MEASURE_NOT_ARITHMETIC', `"${wording}" of ${of} cannot mean at least ${arithmeticMinimum}.`, {
        pointer: '/measure/arithmeticMinimum',
      });
}

function evolve(state: Commitment, { event }: Told<CommitmentEvent>): Commitment {
  switch (event.type) {
    case 'CommitmentMade': {
      const { due, ...promise } = event.data;
      return { ...promise, standing: 'open', firstDue: due, due, redates: [] };
    }
    case 'CommitmentRedated':
      return { ...state, due: event.data.due, redates: [...state.redates, event.data.due] };
    case 'CommitmentMet':
      return { ...state, standing: 'met' };
    case 'CommitmentMissed':
      return { ...state, standing: 'missed' };
    case 'CommitmentDropped':
      return { ...state, standing: 'dropped' };
  }
}
