import { refuse, type Refusal } from '@cadre/kernel';

/** How far a selected candidate has come, in order. */
const SELECTION_STAGES = ['selected', 'announced', 'accepted', 'reported'] as const;
export type SelectionStage = (typeof SELECTION_STAGES)[number];

/** Someone selected; ids null when the source does not say who, or for which post. */
export interface Selection {
  readonly candidateId: string | null;
  readonly postId: string | null;
  readonly stage: SelectionStage | 'withdrawn';
}

/** A selection is made public once, before the candidate is on duty. */
export function permitsAnnouncing(selections: readonly Selection[], candidateId: string | null): Refusal | null {
  const selection = concerned(selections, candidateId);
  if (selection === null) return notSelected(selections);
  switch (selection.stage) {
    case 'selected':
    case 'accepted':
      return null;
    case 'announced':
      return refuse('CANDIDATE_ALREADY_ANNOUNCED', 'This selection is already public on that date.');
    case 'reported':
      return alreadyReported();
  }
}

/** An offer is accepted once, before the candidate is on duty. */
export function permitsAccepting(selections: readonly Selection[], candidateId: string | null): Refusal | null {
  const selection = concerned(selections, candidateId);
  if (selection === null) return notSelected(selections);
  switch (selection.stage) {
    case 'selected':
    case 'announced':
      return null;
    case 'accepted':
      return refuse('OFFER_ALREADY_ACCEPTED', 'This candidate has already accepted on that date.');
    case 'reported':
      return alreadyReported();
  }
}

/** Only somebody selected and not yet on duty can withdraw. */
export function permitsWithdrawing(selections: readonly Selection[], candidateId: string | null): Refusal | null {
  const selection = concerned(selections, candidateId);
  if (selection === null) return notSelected(selections);
  if (selection.stage !== 'reported') return null;
  return refuse(
    'WITHDRAWAL_AFTER_REPORTING',
    'This candidate reported for duty before that date; that is a separation: vacate the post.',
  );
}

/** Only somebody selected reports for duty, and once. */
export function permitsReporting(selections: readonly Selection[], candidateId: string | null): Refusal | null {
  const selection = concerned(selections, candidateId);
  if (selection !== null) return selection.stage === 'reported' ? alreadyReported() : null;
  return refuse(
    'REPORTED_BEFORE_SELECTION',
    'Nobody reports for duty before being selected; record the selection first, undated if no source dates it.',
    { pointer: '/candidateId' },
  );
}

const alreadyReported = (): Refusal =>
  refuse('CANDIDATE_ALREADY_REPORTED', 'This candidate has already reported for duty on that date.');

function notSelected(selections: readonly Selection[]): Refusal {
  return standing(selections).length === 0
    ? refuse('NOBODY_SELECTED', 'Nobody is selected on that date; record the selection first.')
    : refuse('CANDIDATE_NOT_SELECTED', 'This candidate is not selected on that date; others are.', {
        pointer: '/candidateId',
      });
}

type Standing = Selection & { readonly stage: SelectionStage };

/** The selections that were not withdrawn. */
export function standing(selections: readonly Selection[]): readonly Standing[] {
  return selections.filter((selection): selection is Standing => selection.stage !== 'withdrawn');
}

/** The selection an event speaks of: the named candidate's, else that of one not named, the least advanced first; null when there is none. */
export function concerned(selections: readonly Selection[], candidateId: string | null): Standing | null {
  const named = standing(selections).filter(
    (selection) => candidateId === null || selection.candidateId === candidateId,
  );
  const meant = named.length > 0 ? named : standing(selections).filter((selection) => selection.candidateId === null);
  return SELECTION_STAGES.map((stage) => meant.find((selection) => selection.stage === stage)).find(Boolean) ?? null;
}

/** Moves the selection concerned, never back; a name told later is kept. */
export function moved(
  selections: readonly Selection[],
  candidateId: string | null,
  stage: Selection['stage'],
): readonly Selection[] {
  const meant = concerned(selections, candidateId);
  if (meant === null) return selections;
  const isLate = stage === 'announced' && meant.stage === 'accepted';
  const changed = { ...meant, candidateId: meant.candidateId ?? candidateId, stage: isLate ? meant.stage : stage };
  return selections.map((selection) => (selection === meant ? changed : selection));
}
