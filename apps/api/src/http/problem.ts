import { type Problem } from '@cadre/contract';
import { type Refusal } from '@cadre/kernel';

/** Refusals of what was sent answer 422; a code of an own status stands here, every other refusal answers 409. */
const STATUS_BY_CODE: Readonly<Record<string, number>> = {
  COMMAND_ID_REUSED: 422,
  DATA_NOT_READABLE: 422,
  EVENT_TYPE_UNKNOWN: 422,
  EVENT_NOT_OF_STREAM: 422,
  SOURCE_MISSING: 422,
  REASON_REQUIRED: 422,
  NOTHING_TO_RECORD: 422,
  JSON_TOO_DEEP: 400,
  ID_NOT_READABLE: 404,
  STREAM_NOT_READABLE: 404,
};
const CONTENT = /^(WINDOW|DATE|PHRASE|EDTF|COUNT|BLANK|PERCENTAGE|FULL_WIDTH|DIRECTION|FORMULA|QUERY|EFFECTIVE)_/;

/** The HTTP status of a refusal. */
function statusOf({ code }: Refusal): number {
  return STATUS_BY_CODE[code] ?? (CONTENT.test(code) ? 422 : 409);
}

/** A refusal in the form of RFC 9457. */
export function problemOf(refusal: Refusal): Problem {
  const { code, sentence, pointer, details } = refusal;
  return problem(statusOf(refusal), code, sentence, pointer, details);
}

/** Any failure in the form of RFC 9457; the type is the code as a relative reference. */
export function problem(
  status: number,
  code: string,
  detail: string,
  pointer: string | null = null,
  details: Readonly<Record<string, unknown>> = {},
): Problem {
  return { type: `/problems/${code}`, title: titleOf(code), status, code, detail, pointer, details };
}

const titleOf = (code: string): string => code.charAt(0) + code.slice(1).toLowerCase().replaceAll('_', ' ');

const BY_STATUS: Readonly<Record<number, readonly [code: string, sentence: string]>> = {
  400: ['JSON_NOT_READABLE', 'The body is not readable JSON.'],
  404: ['NOT_FOUND', 'There is nothing at this address; see /api/docs.'],
  405: ['METHOD_NOT_ALLOWED', 'This address does not take that method; see /api/docs.'],
  413: ['BODY_TOO_LARGE', 'The body is larger than 1 MiB; send less at a time.'],
  415: ['ENCODING_NOT_READABLE', 'Send JSON in UTF-8, with Content-Type: application/json.'],
  429: ['TOO_MANY_REQUESTS', 'Too many requests; wait a moment.'],
};

/** Failures of the framework's own making: bodies that are no JSON, too large, in another encoding, and the like. */
export function problemOfStatus(status: number, { message }: Error): Problem {
  if (status === 400 && message.startsWith('Failed to decode')) {
    return problem(400, 'ADDRESS_NOT_READABLE', 'The address is not written in UTF-8 with percent signs.');
  }
  const [code, sentence] = BY_STATUS[status] ?? ['REQUEST_REFUSED', 'The request cannot be taken as it is.'];
  return problem(status, code, sentence);
}
