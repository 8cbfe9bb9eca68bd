import { useAnswer } from '../api/queries';
import { answerOf, client } from '../api/client';
import type { components } from '../api/schema';

type Schemas = components['schemas'];
export type TimelineAnswer = Schemas['TimelineAnswer'];
export type TimelineRow = Schemas['TimelineRow'];
export type TimelineBar = Schemas['TimelineBar'];
export type TimelinePromise = Schemas['TimelinePromise'];
export type TimelineEnd = Schemas['TimelineEnd'];

/** Most rows that are asked for at once; what is beyond them is said to be. */
const MOST_ROWS = 20_000;

/**
 * The answer in an object of its own kind: thousands of rows would otherwise be compared one by one with those before,
 * which takes longer than showing them.
 */
export class Timeline {
  readonly units: ReadonlyMap<string, string | null>;
  constructor(readonly answer: TimelineAnswer) {
    this.units = new Map(answer.units.map(({ id, name }) => [id, name]));
  }
}

/** All rows of a unit and what is within it, or of all; without what they rest on, which `useTimelineRow` asks for. */
export function useTimeline(unit: string | null) {
  return useAnswer(['timeline', unit], async (query, signal) => {
    const asked = { ...query, bare: true, limit: MOST_ROWS, ...(unit === null ? {} : { unit, subUnits: true }) };
    return new Timeline(await answerOf(client.GET('/api/timeline', { params: { query: asked }, signal })));
  });
}

/** One row with what it rests on; waits while none is chosen. */
export function useTimelineRow(stream: string | null) {
  return useAnswer(
    ['timeline-row', stream],
    (query, signal) =>
      answerOf(client.GET('/api/timeline', { params: { query: { ...query, stream: stream ?? undefined } }, signal })),
    stream !== null,
  );
}

/** The units there are on the day asked for, to choose among. */
export function useUnits() {
  return useAnswer(['units-tree'], (query, signal) =>
    answerOf(client.GET('/api/units-tree', { params: { query }, signal })),
  );
}
