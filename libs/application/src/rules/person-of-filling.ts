import { derivedId, type Environment, isRefusal, RecordEvents, type Refusal, run, type Telling } from '@cadre/kernel';
import { person, type PersonEvent, type PostFilled } from '@cadre/domain';

/**
 * Whether the person named in a filling that is told ready made (by a correction, from a file) is free for the post then.
 * A button reserves the person first; what is told must not put someone full time into two posts either.
 */
export async function checkPersonOfFilling(
  environment: Environment,
  postId: string,
  { personId, share }: PostFilled['data'],
  telling: Telling,
): Promise<Refusal | null> {
  if (personId === null) return null;
  const encumbered: PersonEvent = { type: 'PostEncumbered', data: { postId, share } };
  const commandId = derivedId(telling.commandId, 'tried');
  const tried = { ...telling, commandId, precedes: [], expectedRevision: null, corrections: [] };
  const command = new RecordEvents(personId, { events: [encumbered] }, tried);
  const answer = await run(environment, person, command, { dryRun: true });
  if (!isRefusal(answer) || answer.code === 'POST_ALREADY_HELD') return null;
  return { ...answer, pointer: '/personId' };
}
