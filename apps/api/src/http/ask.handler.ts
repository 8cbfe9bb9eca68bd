import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { READS, type Reads, type Screen, TablesBehind } from './reads.js';

/** One screen's question, with the log position the tables must have reached (null for none). */
export class Ask<S extends Screen = Screen> {
  constructor(
    readonly screen: S,
    /** Read once the tables have come far enough: "now" is then. */
    readonly question: () => Parameters<Reads[S]>[0],
    readonly after: number | null,
  ) {}
}

/** Takes every question to the tables, once they have come far enough. @throws TablesBehind */
@QueryHandler(Ask)
export class AskHandler implements IQueryHandler<Ask> {
  constructor(@Inject(READS) private readonly reads: Reads) {}

  async execute({ screen, question, after }: Ask): Promise<object> {
    const wanted = Math.max(after ?? 0, await this.reads.floor());
    if (wanted > 0 && !(await this.reads.waitFor(wanted))) throw new TablesBehind(wanted);
    const answer = await this.reads[screen](question() as never);
    // Tables can be emptied, or others put in their place, between the wait and the question.
    if (reachedIn(answer) < wanted) throw new TablesBehind(wanted);
    return answer;
  }
}

type Answer = Awaited<ReturnType<Reads[Screen]>>;

/** The log position an answer says it rests on. */
function reachedIn(answer: Answer): number {
  if ('answer' in answer) return answer.answer.asOf.position;
  return 'asOf' in answer ? answer.asOf.position : answer.position;
}
