import { type NextFunction, type Request, type Response } from 'express';
import { problemOfStatus } from './problem.js';

/** Lets bodies through that say they are JSON; a form of another site cannot send that unasked. */
export function jsonOnly(request: Request, response: Response, next: NextFunction): void {
  const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  if (request.method !== 'POST' || type === 'application/json') return next();
  const answer = problemOfStatus(415, new Error());
  response.status(answer.status).type('application/problem+json').send(JSON.stringify(answer));
}
