import {
  type Correction,
  type Entry,
  type Environment,
  isRefusal,
  readTyped,
  RecordEvents,
  type Refusal,
  run,
  streamOf,
  type Telling,
} from '@cadre/kernel';
import { person, type PersonEvent, type PostFilled } from '@cadre/domain';
import { followersOf } from '../policies/followers.js';

/** A filling told as an event, by a correction or from a file; `corrects` is the entry it is told in the place of. */
export interface ToldFilling {
  readonly postId: string;
  readonly data: PostFilled['data'];
  readonly telling: Telling;
  readonly corrects: string | null;
}

/**
 * Whether the person named is free for the post then. A button reserves the person first; what is told ready made must
 * not put someone full time into two posts either. What the corrected entry said of the person is taken back beforehand.
 */
export async function checkPersonOfFilling(environment: Environment, filling: ToldFilling): Promise<Refusal | null> {
  const { postId, data, telling, corrects } = filling;
  if (data.personId === null) return null;
  const stream = streamOf('person', data.personId);
  const corrections = corrects === null ? [] : await takenBack(environment, stream, streamOf('post', postId), corrects);
  const encumbered: PersonEvent = { type: 'PostEncumbered', data: { postId, share: data.share } };
  const tried = {
    ...telling,
    commandId: `${telling.commandId}:tried`,
    precedes: [],
    expectedRevision: null,
    corrections,
  };
  const answer = await run(environment, person, new RecordEvents(data.personId, { events: [encumbered] }, tried), {
    dryRun: true,
  });
  if (!isRefusal(answer) || answer.code === 'POST_ALREADY_HELD') return null;
  return { ...answer, pointer: '/personId' };
}

async function takenBack(
  environment: Environment,
  personStream: string,
  postStream: string,
  corrects: string,
): Promise<readonly Correction[]> {
  const entries = await readTyped(environment, postStream);
  const target = entries.find(({ eventId }) => eventId === corrects);
  if (!target) return [];
  const standing: readonly Entry[] = await environment.log.readStream(personStream);
  return followersOf(target, entries)
    .filter(({ stream }) => stream === personStream)
    .flatMap(({ eventIds }) => eventIds.filter((id) => standing.some(({ eventId }) => eventId === id)))
    .map((eventId) => ({ eventId, reason: 'tried', retelling: null }));
}
