import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import { type Problem } from '@cadre/contract';
import { refuse, Rejected, Unavailable } from '@cadre/kernel';
import { NoTurn, NotSettled } from '@cadre/application';
import { ForkDisturbed, TablesUnavailable, UnknownQuestion } from '@cadre/read-models';
import { type Response } from 'express';
import { randomUUID } from 'node:crypto';
import { TooManyListening } from './live-feed.js';
import { problem, problemOf, problemOfStatus } from './problem.js';
import { TablesBehind } from './reads.js';
import { Refused } from './refused.js';

/** Turns whatever a request ends in into problem+json; what we did not plan is logged under an id and shown without its inside. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('http');

  catch(error: unknown, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Response>();
    if (response.headersSent) {
      response.destroy();
      return;
    }
    const answer = plannedProblem(error) ?? this.unplanned(error);
    if (answer.status === 503) response.setHeader('Retry-After', '1');
    response.status(answer.status).type('application/problem+json').send(JSON.stringify(answer));
  }

  private unplanned(error: unknown): Problem {
    const incident = randomUUID();
    this.logger.error({ incident, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    const sentence = 'Something is wrong on our side; quote the incident when you report it.';
    return problem(500, 'INTERNAL', sentence, null, { incident });
  }
}

function plannedProblem(error: unknown): Problem | null {
  if (error instanceof Refused) return problemOf(error.refusal);
  if (error instanceof NotSettled) {
    const sentence = 'It is recorded, but what follows from it is not yet; send the same command again to see.';
    return problem(503, 'NOT_SETTLED', sentence);
  }
  if (error instanceof NoTurn) {
    const sentence = 'Too much is being decided at once; send the same command again in a moment.';
    return problem(503, 'NO_TURN', sentence);
  }
  if (error instanceof ForkDisturbed) {
    const sentence = 'Others are changing what this preview rests on, or it takes too long; ask again in a moment.';
    return problem(503, 'PREVIEW_DISTURBED', sentence);
  }
  if (error instanceof TablesUnavailable) {
    const sentence = 'The tables cannot be reached; ask again, or send the same command again, in a moment.';
    return problem(503, 'TABLES_UNAVAILABLE', sentence);
  }
  if (error instanceof Unavailable) {
    return problem(503, 'LOG_UNAVAILABLE', 'The log cannot be reached; send the same command again in a moment.');
  }
  if (error instanceof TooManyListening) {
    return problem(503, 'TOO_MANY_LISTENING', 'Too many pages listen at once; ask /api/health now and then instead.');
  }
  if (error instanceof TablesBehind) return problem(503, 'TABLES_BEHIND', error.message);
  if (error instanceof Rejected && error.code === 'TOO_LARGE') {
    return problem(413, 'ENTRY_TOO_LARGE', 'This says more than one entry can keep; say it in less, or in parts.');
  }
  if (error instanceof UnknownQuestion) {
    return problemOf(refuse('QUERY_NOT_READABLE', error.message, { pointer: `/query${error.pointer}` }));
  }
  // Nest's own failures, and those of the body parser and the router, which only carry a status.
  const status = error instanceof HttpException ? error.getStatus() : (error as { status?: unknown } | null)?.status;
  return typeof status === 'number' && status >= 400 && status < 500 ? problemOfStatus(status, error as Error) : null;
}
