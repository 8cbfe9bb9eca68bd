import {
  derivedId,
  type Environment,
  isRefusal,
  knownAt,
  inCanonicalOrder,
  prefixStates,
  readTyped,
  refuse,
  type Refusal,
  run,
  streamOf,
} from '@cadre/kernel';
import { type CaseEvent, type FillPost, recruitmentCase, ReportCandidate } from '@cadre/domain';

/**
 * A filling that names a recruitment case ends its candidate's way there, so the case must be about this post and the
 * person must be able to report for duty in it. Null when it can, or when no case is named.
 */
export async function checkCaseOfFilling(environment: Environment, command: FillPost): Promise<Refusal | null> {
  const { caseId, personId } = command.data;
  if (caseId === null) return null;
  const telling = {
    ...command.telling,
    commandId: derivedId(command.telling.commandId, 'tried'),
    precedes: [],
    expectedRevision: null,
    corrections: [],
  };
  const reported = await run(
    environment,
    recruitmentCase,
    new ReportCandidate(caseId, { candidateId: personId }, telling),
    { dryRun: true },
  );
  if (isRefusal(reported)) return { ...reported, pointer: '/caseId', details: { ...reported.details, caseId } };
  const entries = await readTyped<CaseEvent>(environment, streamOf('case', caseId));
  const { postIds, selections } = prefixStates(
    recruitmentCase,
    inCanonicalOrder(knownAt(entries, recruitmentCase.natures, null)),
  ).at(-1)!;
  const selection = selections.findLast(
    ({ candidateId, stage }) => stage !== 'withdrawn' && (candidateId === personId || candidateId === null),
  );
  const isOther = selection?.postId
    ? selection.postId !== command.id
    : postIds.length > 0 && !postIds.includes(command.id);
  if (!isOther) return null;
  return refuse(
    'POST_NOT_IN_CASE',
    `The case ${caseId} is about ${selection?.postId ?? postIds.join(', ')}, not about this post; name the right case, or none.`,
    { pointer: '/caseId' },
  );
}
