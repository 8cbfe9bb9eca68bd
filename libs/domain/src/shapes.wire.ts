import { z } from 'zod';
import { type DomainEvent, isCivilDate } from '@cadre/kernel';

/** One event type of the catalogue: today's version and schema, and a step from each older version to the next. */
export interface StoredShape {
  readonly version: number;
  readonly schema: z.ZodType;
  /** `upcasters[v]` turns version v into v + 1. */
  readonly upcasters: Readonly<Record<number, (data: unknown) => unknown>>;
}

/** The stored shapes of a stream kind, one for each of its event types. */
export type StoredShapes<E extends DomainEvent> = { readonly [T in E['type']]: StoredShape };

/** Version 1 of a shape whose data is exactly these members. */
export function v1<Data extends object>(members: { readonly [K in keyof Data]-?: z.ZodType<Data[K]> }): StoredShape {
  return { version: 1, schema: z.strictObject(members as z.ZodRawShape), upcasters: {} };
}

export const text = z.string().trim().min(1).max(2000);
/** A word or two, as an organisation calls something. */
export const shortText = z.string().trim().min(1).max(100);
export const id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,99}$/, 'an id is lower-case letters, digits and dashes');
export const eventId = z.uuid();
export const streamName = z
  .string()
  .regex(/^[a-z]+-[a-z0-9][a-z0-9-]{0,99}$/, 'a stream is its kind, a dash and an id');
export const civilDate = z.string().refine(isCivilDate, 'write a calendar day as YYYY-MM-DD');
export const wholeNumber = z.number().int().min(0).max(1_000_000_000);
export const countRange = z
  .strictObject({ atLeast: wholeNumber, atMost: wholeNumber.nullable() })
  .refine(({ atLeast, atMost }) => atMost === null || atLeast <= atMost, 'the lower end lies above the upper end');
export const countOf = z.strictObject({ what: text, count: countRange });
export const share = z.number().int().min(1).max(100);
export const authority = z.strictObject({
  kind: z.enum(['resolution', 'decision', 'budget document', 'memo', 'recommendation']),
  reference: text,
});
export const window = z
  .strictObject({ earliest: civilDate.nullable(), latest: civilDate.nullable(), phrase: text.nullable() })
  .refine(
    ({ earliest, latest }) => earliest === null || latest === null || earliest <= latest,
    'the earliest date lies after the latest',
  )
  .refine(
    ({ earliest, latest, phrase }) => phrase !== null || (earliest !== null && earliest === latest),
    "a window of more than one day needs the source's wording",
  );
