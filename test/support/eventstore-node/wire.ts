// Between the messages of the protocol and what the node keeps.
import type persistent from '@eventstore/db-client/generated/persistent_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import type streams from '@eventstore/db-client/generated/streams_pb.js';
import { invalidArgument, missingMetadata } from './failures.js';
import { ANY, type LogPosition, NO_STREAM, type ProposedEvent, STREAM_EXISTS, type StoredEvent } from './records.js';

const UNSIGNED_MAX = (2n ** 64n - 1n).toString();
const SIGNED_MAX = 2n ** 63n - 1n;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const NO_UUID = '00000000-0000-0000-0000-000000000000';

/** An unsigned 64-bit number of the protocol; the greatest one means "none" or "the end". @throws above the signed range */
export function numberOf(text: string): number | 'end' {
  if (text === UNSIGNED_MAX) return 'end';
  if (BigInt(text) > SIGNED_MAX || BigInt(text) < 0n) throw invalidArgument(`${text} is out of range`);
  return Number(text);
}

/** A tombstone's revision is no safe integer. */
export const textOf = (revision: number): string => (revision >= 2 ** 63 ? SIGNED_MAX.toString() : String(revision));

export function streamNameOf(identifier: shared.StreamIdentifier | undefined): string {
  const name = Buffer.from(identifier?.getStreamName_asU8() ?? []).toString();
  if (name === '' || name === '$$') throw invalidArgument(`'${name}' is not a valid stream name`);
  return name;
}

export function identifierOf(stream: string): shared.StreamIdentifier {
  const identifier = new shared.StreamIdentifier();
  identifier.setStreamName(Buffer.from(stream));
  return identifier;
}

/** Both shapes of a UUID. @throws when it is none, or all zeros. */
export function uuidIn(uuid: shared.UUID | undefined): string {
  const structured = uuid?.getStructured();
  const text = structured ? textOfHalves(structured) : (uuid?.getString().toLowerCase() ?? '');
  if (!UUID.test(text)) throw invalidArgument(`'${text}' is not a UUID`);
  if (text === NO_UUID) throw invalidArgument('Empty eventId provided.');
  return text;
}

function textOfHalves(structured: shared.UUID.Structured): string {
  const halves = [structured.getMostSignificantBits(), structured.getLeastSignificantBits()];
  const hex = halves.map((half) => BigInt.asUintN(64, BigInt(half)).toString(16).padStart(16, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

export function uuidOf(text: string, isStructured: boolean): shared.UUID {
  const uuid = new shared.UUID();
  if (!isStructured) return uuid.setString(text);
  const hex = text.replaceAll('-', '');
  const half = (digits: string): string => BigInt.asIntN(64, BigInt(`0x${digits}`)).toString();
  const structured = new shared.UUID.Structured();
  structured.setMostSignificantBits(half(hex.slice(0, 16))).setLeastSignificantBits(half(hex.slice(16)));
  return uuid.setStructured(structured);
}

interface ExpectedRevision {
  hasNoStream(): boolean;
  hasAny(): boolean;
  hasStreamExists(): boolean;
}

/** `exact`: the revision given, or null when the request names one of the three words, or nothing. */
export function expectedRevisionIn(options: ExpectedRevision, exact: string | null): number {
  if (exact !== null) {
    const revision = numberOf(exact);
    return revision === 'end' ? NO_STREAM : revision;
  }
  if (options.hasNoStream()) return NO_STREAM;
  if (options.hasAny()) return ANY;
  if (options.hasStreamExists()) return STREAM_EXISTS;
  throw invalidArgument("'None' is not a valid expected stream revision");
}

type ProposedMessage = streams.AppendReq.ProposedMessage | streams.BatchAppendReq.ProposedMessage;

/** @throws when id, type or content type is missing or empty. */
export function proposedEventIn(message: ProposedMessage): ProposedEvent {
  const metadata = message.getMetadataMap();
  const type = metadata.get('type');
  const contentType = metadata.get('content-type');
  if (type === undefined) throw missingMetadata('type');
  if (contentType === undefined) throw missingMetadata('content-type');
  if (type === '') throw invalidArgument('Empty eventType provided.');
  return {
    eventId: uuidIn(message.getId()),
    type,
    isJson: contentType === 'application/json',
    data: message.getData_asU8(),
    metadata: message.getCustomMetadata_asU8(),
  };
}

/** Bytes as the size limit of an append counts them; a character of the type counts two. */
export const sizeInAppend = ({ type, data, metadata }: ProposedEvent): number =>
  data.length + metadata.length + 2 * type.length;

interface GivenPosition {
  getCommitPosition(): string;
  getPreparePosition(): string;
}

/** Position to read from, or the end. @throws when the prepare position lies behind the commit position. */
export function positionIn(position: GivenPosition): LogPosition | 'end' {
  const commit = numberOf(position.getCommitPosition());
  const prepare = numberOf(position.getPreparePosition());
  if (commit === 'end') return 'end';
  if (prepare === 'end' || commit < prepare) {
    throw invalidArgument('The commit position cannot be less than the prepare position');
  }
  return { commit, prepare };
}

type Recorded = streams.ReadResp.ReadEvent.RecordedEvent | persistent.ReadResp.ReadEvent.RecordedEvent;

/** Fills the message of a recorded event, which both services have of their own. */
export function recordedEventOf<R extends Recorded>(recorded: R, event: StoredEvent, isStructured: boolean): R {
  recorded
    .setId(uuidOf(event.eventId, isStructured))
    .setStreamIdentifier(identifierOf(event.stream))
    .setStreamRevision(textOf(event.revision))
    .setCommitPosition(String(event.position))
    .setPreparePosition(String(event.position))
    .setData(event.data)
    .setCustomMetadata(event.metadata);
  recorded
    .getMetadataMap()
    .set('type', event.type)
    .set('created', event.created)
    .set('content-type', event.isJson ? 'application/json' : 'application/octet-stream');
  return recorded;
}
