import {
  type CivilDate,
  type Command,
  type Entry,
  type Environment,
  isRefusal,
  readTyped,
  type RecordEvents,
  refuse,
  type Refusal,
  run,
} from '@cadre/kernel';
import { deciderOf, unitHasChildren, unitHasLivePosts } from '@cadre/domain';
import { type Surroundings } from '../application.js';
import { overlayLog } from '../fork/overlay-log.js';
import { takeBack, whatFollowedFrom } from '../policies/take-back.js';
import { checkParent, UnitTimelines } from './unit-timelines.js';

/** What a command's corrections come to: the world with all that followed from the corrected entries taken back. */
export interface Corrected {
  readonly environment: Environment;
}

/**
 * Tries a command's corrections beside the log. What policies recorded because of the corrected entries must come back
 * without contradiction; an entry that itself followed from another is corrected there; no unit may be left to others
 * that need it. Answers the tried world, for judging what is told anew.
 */
export async function tryCorrections(
  environment: Environment,
  surroundings: Surroundings | null,
  command: Command,
  stream: string,
): Promise<Corrected | Refusal> {
  const { corrections } = command.telling;
  if (corrections.length === 0) return { environment };
  const standing = await readTyped(environment, stream);
  const eventIds = corrections.map(({ eventId }) => eventId);
  for (const [i, target] of standing.filter(({ eventId }) => eventIds.includes(eventId)).entries()) {
    const derived = followsFromAnother(target, `/corrections/${i}/eventId`);
    if (derived) return derived;
  }
  const tried = { ...environment, log: overlayLog(environment.log) };
  for (const followers of await whatFollowedFrom(environment, eventIds, standing)) {
    const refusal = await takeBack(tried, followers, corrections[0]!.reason || 'tried', (step, those) => ({
      ...command.telling,
      commandId: `${command.telling.commandId}:${step}`,
      precedes: [],
      expectedRevision: null,
      corrections: those,
    }));
    if (refusal)
      return { ...refusal, pointer: '/corrections', details: { ...refusal.details, stream: followers.stream } };
  }
  return stream.startsWith('unit-')
    ? checkUnit(environment, tried, surroundings, command, stream)
    : { environment: tried };
}

/** What a policy recorded is mended where it came from; a reservation, by the filling it was made for. */
function followsFromAnother(entry: Entry, pointer: string): Refusal | null {
  const isOwn = entry.causationId === null || entry.event.type === 'PostFilled';
  if (isOwn && entry.event.type !== 'PostReserved') return null;
  return refuse(
    'FOLLOWS_FROM_ANOTHER',
    `${entry.event.type} was recorded because of another entry; correct that one, and this follows.`,
    { pointer, details: { eventId: entry.eventId, becauseOf: entry.causationId, correlationId: entry.correlationId } },
  );
}

/** A corrected unit must not cease where posts or units need it, nor come to stand under itself or under nothing. */
async function checkUnit(
  environment: Environment,
  tried: Environment,
  surroundings: Surroundings | null,
  command: Command,
  stream: string,
): Promise<Corrected | Refusal> {
  const answer = await run(tried, deciderOf(stream)!, command as RecordEvents);
  if (isRefusal(answer)) return { environment: tried }; // the one way to decide will say so, and more
  const [before, after] = [new UnitTimelines(environment), new UnitTimelines(tried)];
  const days = [...(await before.daysOf(command.id)), ...(await after.daysOf(command.id))].sort();
  for (const day of days) {
    const parentId = await after.parentOn(command.id, day);
    const hasCeased = parentId === undefined && (await before.parentOn(command.id, day)) !== undefined;
    const refusal = hasCeased
      ? await isNeeded(surroundings, command.id, day)
      : parentId
        ? await checkParent(after, { unitId: command.id, parentId, pointer: '/corrections' }, day)
        : null;
    if (refusal) return { ...refusal, pointer: '/corrections' };
  }
  return { environment: tried };
}

async function isNeeded(surroundings: Surroundings | null, unitId: string, from: CivilDate): Promise<Refusal | null> {
  if (surroundings === null) return null;
  const posts = await surroundings.livePosts(unitId, from);
  if (posts > 0) return unitHasLivePosts(unitId, posts, from);
  const children = await surroundings.childUnits(unitId, from);
  return children > 0 ? unitHasChildren(unitId, children, from) : null;
}
