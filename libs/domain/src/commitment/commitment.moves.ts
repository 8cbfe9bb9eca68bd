import { addDays, exactly, type Samples } from '@cadre/kernel';
import { type Commitment, type CommitmentCommand } from './commitment.js';

/** The plainest content of each command on a promise. */
export const commitmentSamples: Samples<Commitment, CommitmentCommand> = {
  MakeCommitment: (_, on) => [{ what: 'promise', ownerUnitId: null, due: exactly(on), about: [], measure: null }],
  RedateCommitment: (_, on) => [{ due: exactly(on) }, { due: exactly(addDays(on, 1)) }],
  MeetCommitment: () => [{}],
  MissCommitment: () => [{}],
  DropCommitment: () => [{}],
};
