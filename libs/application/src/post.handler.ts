import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  type Entry,
  isRefusal,
  type Outcome,
  partsOf,
  readTyped,
  refuse,
  type Refusal,
  run,
  streamOf,
} from '@cadre/kernel';
import {
  FillPost,
  person,
  post,
  type PersonEvent,
  type PostEvent,
  type PostReserved,
  ReservePerson,
} from '@cadre/domain';
import { APPLICATION, type Application } from './application.js';
import { type Answer, isOnlyTried } from './command-handlers.js';
import { fillingOf } from './policies/when-person-reserved-fill-the-post.js';

/**
 * Fills a post in three steps, each on a stream of its own: the person is reserved, the post filled, the person recorded
 * as holding it. Only the first is taken here; the policies take the others, also after a crash between any two.
 */
@CommandHandler(FillPost)
export class FillPostHandler implements ICommandHandler<FillPost> {
  constructor(@Inject(APPLICATION) private readonly application: Application) {}

  async execute(command: FillPost): Promise<Answer> {
    const { environment, policies } = this.application;
    const { personId } = command.data;
    const dryRun = isOnlyTried(command);
    if (personId === null) return run(environment, post, command, { dryRun });
    const before = await this.settled(command, personId);
    if (before) return before;
    const considered = await run(environment, post, command, { dryRun: true });
    if (isRefusal(considered)) return considered;
    const reserved = await run(environment, person, reservationOf(command, personId), { dryRun });
    if (isRefusal(reserved)) return reserved;
    if (dryRun) return considered;
    await policies.waitFor(reserved.position);
    const answer = await this.settled(command, personId);
    if (answer)
      return {
        ...answer,
        ...('refused' in answer ? {} : { warnings: considered.warnings, repeated: reserved.repeated }),
      };
    throw new Error(`filling ${command.id} was neither finished nor released`);
  }

  /** How an earlier reservation under this command ended: the filling, its release, or null while there is none. */
  private async settled(command: FillPost, personId: string): Promise<Answer | null> {
    const { environment } = this.application;
    const reservation = reservationOf(command, personId);
    const entries = await readTyped<PersonEvent>(environment, streamOf('person', personId));
    const reserved = entries.find(
      (entry): entry is Entry<PostReserved> =>
        entry.commandId === reservation.telling.commandId && entry.event.type === 'PostReserved',
    );
    if (!reserved) return null;
    const repeat = await run(environment, person, reservation);
    if (isRefusal(repeat)) return repeat;
    return (await this.filled(reserved)) ?? releaseOf(entries, reserved);
  }

  private async filled(reserved: Entry<PostReserved>): Promise<Outcome | null> {
    const filling = fillingOf(reserved);
    const entries = await readTyped<PostEvent>(this.application.environment, streamOf('post', filling.id));
    const filled = entries.find((entry) => entry.commandId === filling.telling.commandId);
    if (!filled) return null;
    const { stream, revision, position, eventId, recordedAt } = filled;
    return { stream, revision, position, eventIds: [eventId], recordedAt, repeated: true, warnings: [] };
  }
}

/** The reservation carries all that the filling says, so that a policy can finish it without us. */
function reservationOf(command: FillPost, personId: string): ReservePerson {
  const { share, caseId } = command.data;
  const before = command.telling.precedes;
  const telling = { ...command.telling, precedes: [], expectedRevision: null, corrections: [] };
  return new ReservePerson(personId, { postId: command.id, share, caseId, before }, telling);
}

function releaseOf(entries: readonly Entry<PersonEvent>[], reserved: Entry<PostReserved>): Refusal | null {
  const released = entries.find(
    ({ revision, event }) =>
      revision > reserved.revision &&
      event.type === 'ReservationReleased' &&
      event.data.postId === reserved.event.data.postId,
  );
  if (released?.event.type !== 'ReservationReleased') return null;
  const { postId, because } = released.event.data;
  return refuse(
    because,
    `The post ${postId} could not be filled, and the person is free again; look at the post and send a new command.`,
    {
      details: { postId, personId: partsOf(reserved.stream).id },
    },
  );
}
