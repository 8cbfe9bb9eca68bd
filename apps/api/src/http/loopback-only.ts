import { type NextFunction, type Request, type Response } from 'express';
import { problem } from './problem.js';

const LOOPBACK_NAMES = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d{1,5})?$/;

/**
 * While there is no sign-in, only pages and programs of this machine may speak to us: a name that merely points here
 * (DNS rebinding) is turned away.
 */
export function loopbackOnly(request: Request, response: Response, next: NextFunction): void {
  if (LOOPBACK_NAMES.test(request.headers.host ?? '')) return next();
  const answer = problem(
    403,
    'HOST_NOT_ALLOWED',
    'Ask by the loopback address this server printed, as in http://127.0.0.1:3000.',
  );
  response.status(403).type('application/problem+json').send(JSON.stringify(answer));
}
