import { Conflict, Rejected, Unavailable } from '@cadre/kernel';
import { ErrorType, isCommandError } from '@eventstore/db-client';

/** This log is not one the program may write to: its address is wrong, or the server is told to delete entries. */
export class LogUnusable extends Error {
  override readonly name = 'LogUnusable';
  constructor(
    /** Why, and what to do: one sentence. */
    readonly reason: string,
    options?: ErrorOptions,
  ) {
    super(reason, options);
  }
}

/** Nothing was heard from the server for a time. */
export class Silence extends Error {
  override readonly name = 'Silence';
  constructor(readonly ms: number) {
    super(`the server was silent for ${ms} ms`);
  }
}

/** The stream is at another revision than the append expected. */
export const isWrongRevision = (error: unknown): boolean => isOf(error, ErrorType.WRONG_EXPECTED_VERSION);

/** Nothing was ever written to the stream. */
export const isStreamMissing = (error: unknown): boolean => isOf(error, ErrorType.STREAM_NOT_FOUND);

/** The server takes no append of that size. */
export const isTooLarge = (error: unknown): boolean =>
  isOf(error, ErrorType.MAXIMUM_APPEND_SIZE_EXCEEDED) || /exceeds Maximum Append/i.test(messageOf(error));

/** The server was asked for a position that is no entry's. */
export const isNoPosition = (error: unknown): boolean =>
  isOf(error, ErrorType.UNKNOWN, ErrorType.INVALID_ARGUMENT) && /ReadAllResult|position/i.test(messageOf(error));

/** The server understood and said no: asking again, or over another connection, changes nothing. */
export const isAnswer = (error: unknown): boolean =>
  isOf(
    error,
    ErrorType.WRONG_EXPECTED_VERSION,
    ErrorType.STREAM_NOT_FOUND,
    ErrorType.MAXIMUM_APPEND_SIZE_EXCEEDED,
    ErrorType.ACCESS_DENIED,
    ErrorType.STREAM_DELETED,
    ErrorType.INVALID_ARGUMENT,
    ErrorType.MISSING_REQUIRED_METADATA_PROPERTY,
  ) ||
  isTooLarge(error) ||
  isNoPosition(error);

/** Another node leads; the client goes there by itself with the next call. */
export const isElsewhere = (error: unknown): boolean => isOf(error, ErrorType.NOT_LEADER);

/** The connection is silent, not refused. */
export const isSilence = (error: unknown): boolean =>
  error instanceof Silence || isOf(error, ErrorType.DEADLINE_EXCEEDED);

/** The connection was lost on the way: the same question over a fresh one may be answered. A silent server is not asked twice. */
export const isCut = (error: unknown): boolean => !isAnswer(error) && !isSilence(error) && !isOfPort(error);

/** One of the failures the port promises. */
export const isOfPort = (error: unknown): boolean =>
  error instanceof Conflict || error instanceof Unavailable || error instanceof Rejected;

/** What the caller sees: trouble with the server is Unavailable; our own faults stay what they are. */
export function asUnavailable(error: unknown): unknown {
  if (isOfPort(error)) return error;
  if (error instanceof LogUnusable) return new Unavailable(`the log cannot be used: ${error.reason}`, { cause: error });
  if (error instanceof TypeError || error instanceof RangeError) return error;
  return new Unavailable(`the log cannot be reached: ${sentenceOf(error)}`, { cause: error });
}

function sentenceOf(error: unknown): string {
  if (isOf(error, ErrorType.ACCESS_DENIED)) return 'the server lets this user not read $all or not write';
  if (isOf(error, ErrorType.STREAM_DELETED)) return 'the stream was deleted, which this program never does';
  return plain(messageOf(error));
}

/** What people can use of what the client says. */
function plain(told: string): string {
  if (told.includes('ECONNREFUSED')) return 'connection refused';
  if (/ENOTFOUND|Name resolution failed/.test(told)) return 'its name is not known';
  return told
    .replace(/^\d+ [A-Z_]+: /, '')
    .replace(/^No connection established\. Last error: /, '')
    .replace(/\.?\s*Resolution note:.*$/s, '');
}

const isOf = (error: unknown, ...types: readonly ErrorType[]): boolean =>
  error instanceof Error && isCommandError(error) && types.includes(error.type);

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
