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
  /** When it was met, missed or dropped, as told; a promise missed and met later has the later. */
  settled_earliest: 'text',
  settled_latest: 'text',
  settled_phrase: 'text',
  redates: 'int',
  measure: 'objects',
} as const satisfies Columns;

const END = ['earliest', 'latest', 'phrase'] as const;

type Commitment = Values<typeof columns>;

const initial: Commitment = blank(columns);

/** Promises: what, by when first and now, and what became of them. Whether one is overdue is for the question to say. */
export const commitments = readModel<Commitment, CommitmentEvent, typeof columns>({
  table: 'commitments',
  category: 'commitment',
  columns,
  progress: [
    'status',
    'redates',
    ...END.map((end) => `due_${end}` as const),
    ...END.map((end) => `settled_${end}` as const),
  ],
  words: { status: ['open', 'met', 'missed', 'dropped'] },
  initial,
  evolve,
  rows: (commitment) => (commitment.status === null ? [] : [{ item: '', ...commitment }]),
});

function evolve(commitment: Commitment, { event, effective }: Told<CommitmentEvent>): Commitment {
  switch (event.type) {
    case 'CommitmentMade': {
      const { what, ownerUnitId, due, about, measure } = event.data;
      const promise = { what, owner_unit_id: ownerUnitId, about, measure, status: 'open', redates: 0 };
      return { ...commitment, ...promise, ...windowColumns('first_due', due), ...windowColumns('due', due) };
    }
    case 'CommitmentRedated':
      return { ...commitment, ...windowColumns('due', event.data.due), redates: (commitment.redates ?? 0) + 1 };
    case 'CommitmentMet':
      return { ...commitment, status: 'met', ...windowColumns('settled', effective) };
    case 'CommitmentMissed':
      return { ...commitment, status: 'missed', ...windowColumns('settled', effective) };
    case 'CommitmentDropped':
      return { ...commitment, status: 'dropped', ...windowColumns('settled', effective) };
  }
}

function windowColumns(
  name: 'due' | 'first_due' | 'settled',
  { earliest, latest, phrase }: Window,
): Partial<Commitment> {
  return { [`${name}_earliest`]: earliest, [`${name}_latest`]: latest, [`${name}_phrase`]: phrase };
}
