// How the server words its refusals: a gRPC status, and trailers by which the client tells them apart.
import { Metadata, status } from '@grpc/grpc-js';

/** A refusal as gRPC carries it. */
export class RpcFailure extends Error {
  readonly code: status;
  readonly details: string;
  readonly metadata = new Metadata();

  constructor(code: status, details: string, trailers: Readonly<Record<string, string>> = {}) {
    super(details);
    this.code = code;
    this.details = details;
    for (const [name, value] of Object.entries(trailers)) this.metadata.set(name, value);
  }
}

export const accessDenied = (): RpcFailure =>
  new RpcFailure(status.PERMISSION_DENIED, 'Access Denied', { exception: 'access-denied' });

/** Wrong user name or password: refused before any service sees the call, so without a trailer. */
export const unauthenticated = (): RpcFailure =>
  new RpcFailure(status.UNAUTHENTICATED, 'Bad gRPC response. HTTP status code: 401');

export const streamDeleted = (stream: string): RpcFailure =>
  new RpcFailure(status.FAILED_PRECONDITION, `Event stream '${stream}' is deleted.`, {
    ...{ exception: 'stream-deleted', 'stream-name': stream },
  });

export const wrongExpectedVersion = (
  operation: string,
  stream: string,
  expected: number,
  actual: number,
): RpcFailure => {
  const details = `${operation} failed due to WrongExpectedVersion. Stream: ${stream}, Expected version: ${expected}, Actual version: ${actual}`;
  return new RpcFailure(status.FAILED_PRECONDITION, details, {
    ...{ exception: 'wrong-expected-version', 'stream-name': stream },
    ...{ 'expected-version': String(expected), 'actual-version': String(actual) },
  });
};

export const maximumAppendSizeExceeded = (limit: number): RpcFailure =>
  new RpcFailure(status.INVALID_ARGUMENT, `Maximum Append Size of ${limit} Exceeded.`, {
    ...{ exception: 'maximum-append-size-exceeded', 'maximum-append-size': String(limit) },
  });

export const missingMetadata = (property: string): RpcFailure =>
  new RpcFailure(status.INVALID_ARGUMENT, `Required Metadata Property '${property}' is missing`, {
    ...{ exception: 'missing-required-metadata-property', 'required-metadata-properties': 'type,content-type' },
  });

/** Refusals that name a persistent subscription: its stream (or `$all`) and its group. */
function ofGroup(code: status, details: string, exception: string) {
  return (stream: string, group: string): RpcFailure =>
    new RpcFailure(code, `Subscription group ${group} on stream ${stream} ${details}`, {
      ...{ exception, 'stream-name': stream, 'group-name': group },
    });
}

export const groupDoesNotExist = ofGroup(status.NOT_FOUND, 'does not exist.', 'persistent-subscription-does-not-exist');
export const groupExists = ofGroup(status.ALREADY_EXISTS, 'exists.', 'persistent-subscription-exists');
export const groupDropped = ofGroup(status.CANCELLED, 'was dropped.', 'persistent-subscription-dropped');
export const groupIsFull = ofGroup(
  status.FAILED_PRECONDITION,
  'has reached its maximum of subscribers.',
  'maximum-subscribers-reached',
);

export const invalidArgument = (details: string): RpcFailure => new RpcFailure(status.INVALID_ARGUMENT, details);

export const invalidPosition = (): RpcFailure => invalidArgument('Trying to read from an invalid position.');

export const unknownError = (details: string): RpcFailure => new RpcFailure(status.UNKNOWN, details);

/** What any throw becomes on its way out: the server hides its own faults behind one sentence. */
export function asRpcFailure(error: unknown): RpcFailure {
  if (error instanceof RpcFailure) return error;
  return unknownError(`Exception was thrown by handler. ${error instanceof Error ? error.message : String(error)}`);
}
