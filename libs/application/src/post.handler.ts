import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  derivedId,
  type Entry,
  isRefusal,
  type Outcome,
  partsOf,
  readTyped,
  RecordEvents,
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
import { type Answer, execute, isOnlyTried, settled } from './command-handlers.js';
import { checkCaseOfFilling } from './rules/case-of-filling.js';
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
    const before = personId === null ? null : await this.ended(command, personId);
    if (before) return isRefusal(before) ? before : settled(this.application, before, dryRun);
    const considered = await this.considered(command);
    if (isRefusal(considered)) return considered;
    if (dryRun && personId === null) return settled(this.application, considered, true);
    if (personId === null) return execute(this.application, post, command);
    const tried = await run(environment, person, reservationOf(command, personId), { dryRun: true });
    if (isRefusal(tried)) return tried;
    if (dryRun) return settled(this.application, considered, true);
    const corrected = await this.corrected(command);
    if (isRefusal(corrected)) return corrected;
    const reserved = await run(environment, person, reservationOf(command, personId));
    if (isRefusal(reserved)) return reserved;
    await policies.settle(reserved);
    const answer = await this.ended(command, personId);
    if (!answer) throw new Error(`filling ${command.id} was neither finished nor released`);
    if (isRefusal(answer)) return answer;
    const filled = { ...answer, warnings: considered.warnings, repeated: reserved.repeated };
    return settled(this.application, filled, false);
  }

  /** What the filling would do, corrections and all; after its corrections were recorded (a crash came between), without them. */
  private async considered(command: FillPost): Promise<Outcome | Refusal> {
    const { environment } = this.application;
    const forbidden = await checkCaseOfFilling(environment, command);
    if (forbidden) return forbidden;
    const { commandId } = correctionsOf(command).telling;
    const entries = await environment.log.readStream(streamOf('post', command.id));
    const isCorrected = entries.some((entry) => entry.commandId === commandId);
    const telling = isCorrected ? { ...command.telling, expectedRevision: null, corrections: [] } : command.telling;
    return run(environment, post, new FillPost(command.id, command.data, telling), { dryRun: true });
  }

  /** Records the corrections that came with the filling, first and once; null when there are none. */
  private async corrected(command: FillPost): Promise<Answer | null> {
    if (command.telling.corrections.length === 0) return null;
    return execute(this.application, post, correctionsOf(command));
  }

  /** How an earlier reservation under this command ended: the filling, its release, or null while there is none. */
  private async ended(command: FillPost, personId: string): Promise<Outcome | Refusal | null> {
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
    const { stream, revision, position, eventId, event, recordedAt } = filled;
    return {
      stream,
      revision,
      position,
      eventIds: [eventId],
      types: [event.type],
      recordedAt,
      repeated: true,
      warnings: [],
    };
  }
}

/** The corrections of a filling as a command of their own: the reservation, on another stream, cannot carry them. */
function correctionsOf(command: FillPost): RecordEvents {
  const commandId = derivedId(command.telling.commandId, 'corrections');
  return new RecordEvents(command.id, { events: [] }, { ...command.telling, commandId, precedes: [] });
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
