import { exactCount, type Samples, unlike } from '@cadre/kernel';
import { type Block, type BlockCommand } from './block.js';

const authority = { kind: 'decision', reference: 'decision' } as const;
const described = { name: 'posts', group: null, grade: null, unitIds: [], breakdown: [] };

/** The plainest content of each command on a block of posts. */
export const blockSamples: Samples<Block, BlockCommand> = {
  ProposePosts: () => [{ ...described, count: null }],
  ApprovePosts: () => [{ ...described, count: exactCount(1), authority }],
  // Another number than now, and not too low for anything told of the block.
  RevisePostApproval: ({ approved }) => [{ count: { atLeast: (approved?.atLeast ?? 0) + 1, atMost: null }, authority }],
  RecordNonRecommendation: () => [{ body: 'body', reference: null }],
  DeclinePosts: () => [{ authority }],
  IdentifyPost: ({ identified }) => [
    { postId: unlike(identified), number: null, title: 'post', grade: null, unitId: null },
  ],
  ReportBlockProgress: () => [{ stage: 'advertised', count: null, wording: null }],
};
