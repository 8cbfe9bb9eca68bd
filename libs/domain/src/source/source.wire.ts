import { z } from 'zod';
import { civilDate, id, streamName, type StoredShapes, text, v1 } from '../shapes.wire.js';
import type * as Events from './source.events.js';

const figure = z.strictObject({
  what: text,
  value: z.number(),
  unit: text,
  qualifier: z.enum(['exactly', 'about', 'more than', 'less than', 'at least', 'at most', 'up to']),
});

/** How the events of a source are stored. A stored shape is never edited: add a version and an upcaster. */
export const sourceShapes: StoredShapes<Events.SourceEvent> = {
  SourceRegistered: v1<Events.SourceRegistered['data']>({
    document: text,
    title: text.nullable(),
    dated: civilDate.nullable(),
    datedHow: z.enum(['stated', 'inferred']).nullable(),
    language: text.nullable(),
  }),
  StatementRecorded: v1<Events.StatementRecorded['data']>({
    statementId: id,
    category: z.string().regex(/^[a-z][a-z -]{0,59}$/, 'a category is written in lower-case letters'),
    text,
    about: z.array(streamName),
    topic: text.nullable(),
    figures: z.array(figure),
  }),
  // An alias may stand for a kind of thing ("integrated-operational-team") as well as for one stream.
  AliasRecorded: v1<Events.AliasRecorded['data']>({ alias: text, about: id, note: text.nullable() }),
};
