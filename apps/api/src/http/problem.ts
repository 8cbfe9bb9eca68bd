import { type Problem } from '@cadre/contract';
import { type Refusal } from '@cadre/kernel';

/** A code of an own status stands here; every other refusal answers 409. */
const STATUS_BY_CODE: Readonly<Record<string, number>> = {
  JSON_TOO_DEEP: 400,
  ENTRY_UNKNOWN: 404,
  ID_NOT_READABLE: 404,
  STREAM_NOT_READABLE: 404,
};
/** A field of what was sent is wrong or wanting, so that it has to be sent otherwise whatever else is recorded: 422. */
const CONTENT: ReadonlySet<string> = new Set([
  ...['COMMAND_ID_REUSED', 'DATA_NOT_READABLE', 'QUERY_NOT_READABLE', 'EVENT_TYPE_UNKNOWN', 'EVENT_NOT_OF_STREAM'],
  ...['SOURCE_MISSING', 'REASON_REQUIRED', 'NOTHING_TO_RECORD', 'BLOCK_NAME_MISSING', 'SUBJECT_MISSING'],
  ...['CASE_WITHOUT_SUBJECT', 'APPROVAL_WITHOUT_AUTHORITY', 'DECISION_WITHOUT_AUTHORITY'],
  ...['NOTHING_TO_MERGE', 'NOTHING_TO_SPLIT_INTO', 'UNIT_NAMED_TWICE', 'UNIT_OWN_PARENT', 'UNIT_OWN_SUCCESSOR'],
  ...['UNIT_MERGED_INTO_ITSELF', 'UNIT_SPLIT_INTO_ITSELF', 'UNTIL_BEFORE_START', 'PERCENT_OUT_OF_RANGE'],
  ...['MEASURE_NOT_ARITHMETIC', 'CONTROL_CHARACTER', 'DIRECTION_CONTROL', 'FORMULA_CELL', 'FULL_WIDTH_DIGITS'],
  ...['WINDOW_MISSING', 'WINDOW_NARROWED', 'WINDOW_REVERSED', 'WINDOW_TWICE', 'WINDOW_WITHOUT_PHRASE'],
  ...['DATE_AMBIGUOUS', 'DATE_BLANK', 'DATE_IS_SERIAL', 'DATE_NOT_READABLE', 'DATED_HOW_MISSING'],
  ...['PHRASE_NOT_READABLE', 'PHRASE_WITHOUT_YEAR', 'EDTF_DISAGREES', 'EDTF_NOT_READABLE'],
  ...['BLANK_IS_NOT_ZERO', 'PERCENTAGE_IS_NOT_A_COUNT', 'COUNT_BELOW_ONE', 'COUNT_NEGATIVE', 'COUNT_NOT_READABLE'],
  ...['COUNT_NOT_WHOLE', 'COUNT_REVERSED'],
]);

/** The HTTP status of a refusal. */
function statusOf({ code }: Refusal): number {
  return STATUS_BY_CODE[code] ?? (CONTENT.has(code) ? 422 : 409);
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
  413: ['BODY_TOO_LARGE', 'The body is larger than 1 MiB; send less at a time.'],
  415: ['CONTENT_TYPE_NOT_JSON', 'Send JSON in UTF-8, with Content-Type: application/json.'],
};

/** Failures of the framework's own making: bodies that are no JSON, too large, in another encoding, and the like. */
export function problemOfStatus(status: number, { message }: Error): Problem {
  if (status === 400 && message.startsWith('Failed to decode')) {
    return problem(400, 'ADDRESS_NOT_READABLE', 'The address is not written in UTF-8 with percent signs.');
  }
  const [code, sentence] = BY_STATUS[status] ?? ['REQUEST_REFUSED', 'The request cannot be taken as it is.'];
  return problem(status, code, sentence);
}
