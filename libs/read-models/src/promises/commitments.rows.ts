import { type CommitmentEvent } from '@cadre/domain';
import { type Told, type Window } from '@cadre/kernel';
import { blank, type Columns, readModel, type Values } from '../read-model.js';

const columns = {
  what: 'text',
  owner_unit_id: 'text',
  /** open, met, missed or dropped */
  status: 'text',
  /** Streams it is about. */
  about: 'json',
  due_earliest: 'text',
  due_latest: 'text',
  due_phrase: 'text',
  first_due_earliest: 'text',
  first_due_latest: 'text',
  first_due_phrase: 'text',
  redates: 'int',
  measure: 'objects',
} as const satisfies Columns;

type Commitment = Values<typeof columns>;

const initial: Commitment = blank(columns);

/** Promises: what, by when first and now, and what became of them. Whether one is overdue is for the question to say. */
export const commitments = readModel<Commitment, CommitmentEvent, typeof columns>({
  table: 'commitments',
  category: 'commitment',
  columns,
  progress: ['status', 'redates', 'due_earliest', 'due_latest', 'due_phrase'],
  words: { status: ['open', 'met', 'missed', 'dropped'] },
  initial,
  evolve,
  rows: (commitment) => (commitment.status === null ? [] : [{ item: '', ...commitment }]),
});

function evolve(commitment: Commitment, { event }: Told<CommitmentEvent>): Commitment {
  switch (event.type) {
    case 'CommitmentMade': {
      const { what, ownerUnitId, due, about, measure } = event.data;
      const promise = { what, owner_unit_id: ownerUnitId, about, measure, status: 'open', redates: 0 };
      return { ...commitment, ...promise, ...dueColumns('first_due', due), ...dueColumns('due', due) };
    }
    case 'CommitmentRedated':
      return { ...commitment, ...dueColumns('due', event.data.due), redates: (commitment.redates ?? 0) + 1 };
    case 'CommitmentMet':
      return { ...commitment, status: 'met' };
    case 'CommitmentMissed':
      return { ...commitment, status: 'missed' };
    case 'CommitmentDropped':
      return { ...commitment, status: 'dropped' };
  }
}

function dueColumns(name: 'due' | 'first_due', { earliest, latest, phrase }: Window): Partial<Commitment> {
  return { [`${name}_earliest`]: earliest, [`${name}_latest`]: latest, [`${name}_phrase`]: phrase };
}
