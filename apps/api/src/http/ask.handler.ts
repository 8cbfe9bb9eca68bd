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
    return this.reads[screen](question() as never);
  }
}
