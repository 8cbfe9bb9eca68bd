// Refusals of BatchAppend: a google.rpc.Status whose details are a packed message the client unpacks by its name.
import { createRequire } from 'node:module';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import statusPb from '@eventstore/db-client/generated/status_pb.js';
import { status as codes } from '@grpc/grpc-js';
import { ANY, NO_STREAM, STREAM_EXISTS } from './records.js';
import { identifierOf } from './wire.js';

type Status = statusPb.Status;
type Details = Parameters<Status['setDetails']>[0];
type Empty = Parameters<shared.WrongExpectedVersion['setExpectedAny']>[0];

// The messages of google.protobuf belong to the client's own copy of that package.
const fromClient = createRequire(createRequire(import.meta.url).resolve('@eventstore/db-client'));
const { Any } = fromClient('google-protobuf/google/protobuf/any_pb.js') as {
  Any: new () => NonNullable<Details> & { pack(bytes: Uint8Array, name: string): void };
};
const { Empty } = fromClient('google-protobuf/google/protobuf/empty_pb.js') as { Empty: new () => NonNullable<Empty> };

export const empty = (): NonNullable<Empty> => new Empty();

export function wrongExpectedVersion(expected: number, current: number): Status {
  const wrong = new shared.WrongExpectedVersion();
  if (expected === ANY) wrong.setExpectedAny(new Empty());
  else if (expected === NO_STREAM) wrong.setExpectedNoStream(new Empty());
  else if (expected === STREAM_EXISTS) wrong.setExpectedStreamExists(new Empty());
  else wrong.setExpectedStreamPosition(String(expected));
  if (current < 0) wrong.setCurrentNoStream(new Empty());
  else wrong.setCurrentStreamRevision(String(current));
  return statusOf(codes.ALREADY_EXISTS, 'WrongExpectedVersion', wrong);
}

export const streamDeleted = (stream: string): Status =>
  statusOf(codes.NOT_FOUND, 'StreamDeleted', new shared.StreamDeleted().setStreamIdentifier(identifierOf(stream)));

export const accessDenied = (): Status => statusOf(codes.PERMISSION_DENIED, 'AccessDenied', new shared.AccessDenied());

export const timeout = (): Status => statusOf(codes.DEADLINE_EXCEEDED, 'Timeout', new shared.Timeout());

export const maximumAppendSizeExceeded = (limit: number): Status =>
  statusOf(
    codes.INVALID_ARGUMENT,
    'MaximumAppendSizeExceeded',
    new shared.MaximumAppendSizeExceeded().setMaxappendsize(limit),
  );

export const badRequest = (message: string): Status =>
  statusOf(codes.INVALID_ARGUMENT, 'BadRequest', new shared.BadRequest().setMessage(message));

export const internalError = (message: string): Status => {
  const any = new Any();
  any.pack(new Uint8Array(), 'google.protobuf.Empty');
  return new statusPb.Status()
    .setCode(codes.INTERNAL as number)
    .setMessage(message)
    .setDetails(any);
};

export function positionOf(position: number): shared.AllStreamPosition {
  return new shared.AllStreamPosition().setCommitPosition(String(position)).setPreparePosition(String(position));
}

function statusOf(code: codes, name: string, details: { serializeBinary(): Uint8Array }): Status {
  const any = new Any();
  any.pack(details.serializeBinary(), `event_store.client.${name}`);
  return new statusPb.Status()
    .setCode(code as number)
    .setMessage(name)
    .setDetails(any);
}
