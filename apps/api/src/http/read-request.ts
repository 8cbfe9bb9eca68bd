import { type TellingRequest } from '@cadre/contract';
import { hazardsIn } from '@cadre/domain';
import { refuse, type Refusal } from '@cadre/kernel';
import { plainToInstance } from 'class-transformer';
import { validate, type ValidationError } from 'class-validator';
import { faultSentence } from './fault-sentence.js';

/** The class of a request. */
export type RequestClass<R extends TellingRequest = TellingRequest> = new () => R;

/** What is wrong with one field. */
interface FieldError {
  readonly pointer: string;
  readonly sentence: string;
}

/** More levels than any request has; deeper bodies only cost time. */
const DEEPEST = 32;
const MOST_ERRORS_SHOWN = 50;

/**
 * The body as a request, or a refusal that points to the first field at fault and lists all of them. Unknown fields are
 * faults, and so is what a copied cell can hide (formulas, invisible characters); any grade passes.
 */
export async function readRequest<R extends TellingRequest>(
  request: RequestClass<R>,
  body: unknown,
): Promise<R | Refusal> {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    return refuse('DATA_NOT_READABLE', 'The body must be a JSON object.', { pointer: '' });
  }
  const misshapen = badShape(body);
  if (misshapen) return misshapen;
  const given = plainToInstance(request, body);
  const errors = await validate(given, { whitelist: true, forbidNonWhitelisted: true });
  if (errors.length > 0) return unreadable(errors.flatMap((error) => fieldErrors(error, '')));
  return hazardsIn(body, '', 'any') ?? given;
}

/** Depth and names that never belong to a request, looked for without recursion so that depth cannot hurt. */
function badShape(body: object): Refusal | null {
  let level: readonly (readonly [pointer: string, value: object])[] = [['', body]];
  for (let depth = 1; level.length > 0; depth++) {
    if (depth > DEEPEST) return refuse('JSON_TOO_DEEP', `The body is nested deeper than ${DEEPEST} levels.`);
    const next: (readonly [string, object])[] = [];
    for (const [parent, value] of level) {
      for (const [key, member] of Object.entries(value)) {
        const pointer = `${parent}/${escaped(key)}`;
        if (key === '__proto__' || key === 'constructor' || key === 'prototype')
          return unreadable([{ pointer, sentence: `there is no field "${key}" here` }]);
        if (typeof member === 'object' && member !== null) next.push([pointer, member]);
      }
    }
    level = next;
  }
  return null;
}

function unreadable(fields: readonly FieldError[]): Refusal {
  const [first] = fields;
  return refuse('DATA_NOT_READABLE', `${capitalised(first?.sentence ?? 'the body is not readable')}.`, {
    pointer: first?.pointer ?? '',
    details: { errors: fields.slice(0, MOST_ERRORS_SHOWN) },
  });
}

function fieldErrors(error: ValidationError, parent: string): readonly FieldError[] {
  const pointer = `${parent}/${escaped(error.property)}`;
  const within = (error.children ?? []).flatMap((child) => fieldErrors(child, pointer));
  const sentence = faultSentence(error);
  return sentence === null || within.length > 0 ? within : [{ pointer, sentence }];
}

/** A sentence that begins with the name of a field leaves the name as it is written. */
const capitalised = (sentence: string): string => sentence.replace(/^there\b/, 'There');

/** A member's name as a step of a JSON pointer (RFC 6901). */
const escaped = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1').slice(0, 200);
