import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { deciderOf } from '@cadre/domain';
import { RecordEvents, refuse, type Telling } from '@cadre/kernel';
import { APPLICATION, type Application } from './application.js';
import { type Answer, execute } from './command-handlers.js';

/** Mends a stream of any kind: takes entries back and tells them anew, openly and with a reason. */
export class CorrectStream extends RecordEvents {
  constructor(
    readonly category: string,
    id: string,
    telling: Telling,
  ) {
    super(id, { events: [] }, telling);
  }
}

/** Takes corrections to the decider of their stream. */
@CommandHandler(CorrectStream)
export class CorrectStreamHandler implements ICommandHandler<CorrectStream> {
  constructor(@Inject(APPLICATION) private readonly application: Application) {}

  async execute(command: CorrectStream): Promise<Answer> {
    const decider = deciderOf(`${command.category}-${command.id}`);
    if (!decider) {
      return refuse('STREAM_NOT_READABLE', `There is no kind of stream named ${command.category}.`, {
        pointer: '/path/stream',
      });
    }
    return execute(this.application, decider, command);
  }
}
