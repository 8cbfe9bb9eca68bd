import { type Codec, type DomainEvent, refuse, type Refusal } from '@cadre/kernel';
import { z } from 'zod';
import { blockShapes } from './block/block.wire.js';
import { caseShapes } from './case/case.wire.js';
import { commitmentShapes } from './commitment/commitment.wire.js';
import { evaluationShapes } from './evaluation/evaluation.wire.js';
import { personShapes } from './person/person.wire.js';
import { postShapes } from './post/post.wire.js';
import { sourceShapes } from './source/source.wire.js';
import { teamShapes } from './team/team.wire.js';
import { unitShapes } from './unit/unit.wire.js';
import { eventId, type StoredShape } from './shapes.wire.js';

const retraction: StoredShape = { version: 1, schema: z.strictObject({ eventId }), upcasters: {} };

/** Every event type there is, by stream category; corrections belong to all. */
export const catalogue: Readonly<Record<string, Readonly<Record<string, StoredShape>>>> = {
  block: blockShapes,
  post: postShapes,
  case: caseShapes,
  person: personShapes,
  unit: unitShapes,
  team: teamShapes,
  evaluation: evaluationShapes,
  commitment: commitmentShapes,
  source: sourceShapes,
};

const shapes: ReadonlyMap<string, StoredShape> = new Map([
  ...Object.values(catalogue).flatMap((streamShapes) => Object.entries(streamShapes)),
  ['EntryRetracted', retraction],
]);

/** Reads stored events in today's shape and knows the version written today. */
export const codec: Codec = {
  schemaVersion: (type) => shapes.get(type)?.version ?? 0,
  read(type, schemaVersion, data): DomainEvent | Refusal {
    const shape = shapes.get(type);
    if (!shape)
      return refuse('EVENT_TYPE_UNKNOWN', `There is no event named ${type}; see the event catalogue.`, {
        pointer: '/type',
      });
    const parsed = shape.schema.safeParse(upcast(shape, schemaVersion, data));
    if (parsed.success) return { type, data: parsed.data as object };
    const [issue] = parsed.error.issues;
    return refuse('DATA_NOT_READABLE', `${type}: ${issueSentence(issue!)}.`, {
      pointer: ['/data', ...issue!.path.map(String)].join('/'),
    });
  },
};

/** What is wrong with a member, for people; the names of types mean nothing to them. */
function issueSentence(issue: z.core.$ZodIssue): string {
  const name = issue.path.length === 0 ? 'the data' : issue.path.map(String).join('/');
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined && issue.message.endsWith('received undefined')
        ? `${name} is missing; give null where it is not reported`
        : `${name} must be ${TYPES[issue.expected] ?? `of the type ${issue.expected}`}`;
    case 'unrecognized_keys':
      return `there is no field ${issue.keys.map((key) => `"${key.slice(0, 50)}"`).join(', ')} in ${name}`;
    case 'invalid_value':
      return `${name} must be one of: ${issue.values.map(String).join(', ')}`;
    case 'too_small':
      return issue.origin === 'string' || issue.origin === 'array'
        ? `${name} cannot be empty`
        : `${name} must be ${String(issue.minimum)} or more`;
    case 'too_big':
      return issue.origin === 'string'
        ? `${name} must be no longer than ${String(issue.maximum)} characters`
        : `${name} must be no more than ${String(issue.maximum)}`;
    case 'invalid_format':
      return issue.format === 'uuid' ? `${name} must be the id of an entry` : `${name}: ${issue.message}`;
    case 'custom':
    case 'invalid_element':
    case 'invalid_key':
    case 'invalid_union':
    case 'not_multiple_of':
      return `${name}: ${issue.message}`;
  }
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
};

function upcast(shape: StoredShape, from: number, data: unknown): unknown {
  let upcasted = data;
  for (let version = from; version < shape.version; version++) upcasted = shape.upcasters[version]!(upcasted);
  return upcasted;
}
