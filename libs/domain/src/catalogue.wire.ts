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
    return refuse('DATA_NOT_READABLE', `${type}: ${issue!.message}.`, {
      pointer: ['/data', ...issue!.path.map(String)].join('/'),
    });
  },
};

function upcast(shape: StoredShape, from: number, data: unknown): unknown {
  let upcasted = data;
  for (let version = from; version < shape.version; version++) upcasted = shape.upcasters[version]!(upcasted);
  return upcasted;
}
