import { refuse, type Refusal } from '@cadre/kernel';
import { type Authority } from '../vocabulary/vocabulary.events.js';

/** An approval, also a revised one, rests on a decision that is cited. */
export function permitsAuthority({ kind, reference }: Authority): Refusal | null {
  if (reference.trim() === '') {
    return refuse(
      'APPROVAL_WITHOUT_AUTHORITY',
      'An approval rests on a decision: cite the resolution, decision, budget document or memo.',
      { pointer: '/authority/reference' },
    );
  }
  if (kind !== 'recommendation') return null;
  return refuse(
    'RECOMMENDATION_IS_NOT_APPROVAL',
    'A recommendation approves nothing; record the posts as proposed until somebody competent decides.',
    { pointer: '/authority/kind' },
  );
}

/** Posts are declined by a decision that is cited; advice declines nothing. */
export function permitsDecliner({ kind, reference }: Authority): Refusal | null {
  if (reference.trim() === '') {
    return refuse('DECISION_WITHOUT_AUTHORITY', 'Cite the decision that declined the posts.', {
      pointer: '/authority/reference',
    });
  }
  if (kind !== 'recommendation') return null;
  return refuse(
    'RECOMMENDATION_IS_NOT_DECISION',
    'Advice against the posts declines nothing; record it as a non-recommendation.',
    { pointer: '/authority/kind' },
  );
}
