import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { answerOf, client, type WindowAnswer } from '../api/client';
import type { components } from '../api/schema';
import { type Thing, thingOf } from './draft';
import { saidWindow, type WindowRaw } from './raw';

export type MovesAnswer = components['schemas']['MovesAnswer'];
export type MoveAnswer = components['schemas']['MoveAnswer'];

/** Later than any day told of: what has a name at all has it by then. */
const AT_LAST = '9999-12-30';
const TYPING_MS = 150;

/** A value once it has stood still for a moment. */
function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  const text = JSON.stringify(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(JSON.parse(text) as T), TYPING_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

/** The days a typed window means, read as the command would read it; null while nothing is typed. */
export function useWindow(window: WindowRaw) {
  const settled = useSettled(window);
  const isBlank = saidWindow(settled) === undefined;
  const query = useQuery({
    queryKey: ['window', settled],
    queryFn: ({ signal }): Promise<WindowAnswer> =>
      answerOf(client.GET('/api/window', { params: { query: asked(settled) }, signal })),
    enabled: !isBlank,
  });
  const isCurrent = JSON.stringify(settled) === JSON.stringify(window);
  return { ...query, isBlank, isCurrent };
}

function asked(window: WindowRaw): Record<string, string> {
  const said = Object.entries(saidWindow(window) ?? {}) as [string, string | null][];
  return Object.fromEntries(said.filter((member): member is [string, string] => member[1] !== null));
}

/** Something that has a name, and the name it was found by. */
export interface Found {
  readonly stream: string;
  readonly name: string;
}

/** Things whose names contain a text, in whatever case; current once that is the text that stands there. */
export function useNames(text: string) {
  const search = useSettled(text.trim());
  const query = useQuery({
    queryKey: ['names', search],
    queryFn: async ({ signal }): Promise<readonly Found[]> => {
      const query = { search, validOn: AT_LAST };
      const { rows } = await answerOf(client.GET('/api/names', { params: { query }, signal }));
      const found = rows.flatMap(({ states }) =>
        states.slice(-1).map(({ values }) => ({ stream: String(values['about']), name: String(values['name']) })),
      );
      const named = found.filter(({ stream }) => thingOf(stream) !== null);
      return [...new Map(named.map((it) => [it.stream, it])).values()];
    },
    enabled: search.length > 0,
    placeholderData: keepPreviousData,
  });
  return { ...query, isCurrent: search === text.trim() && !query.isFetching };
}

/** What a thing is called; its id while that is not known, or where it has no name. */
export function useNameOf({ category, id, name, isNew }: Thing): string {
  const stream = `${category}-${id}`;
  const { data } = useQuery({
    queryKey: ['name-of', stream],
    queryFn: async ({ signal }): Promise<string | null> => {
      const query = { about: stream, kind: 'name', validOn: AT_LAST };
      const { rows } = await answerOf(client.GET('/api/names', { params: { query: query as object }, signal }));
      return (rows.at(-1)?.states.at(-1)?.values['name'] ?? null) as string | null;
    },
    enabled: !isNew && name === id,
  });
  return data ?? name;
}

/** The registered documents, by how they are cited. */
export function useDocuments() {
  return useQuery({
    queryKey: ['documents'],
    queryFn: async ({ signal }): Promise<readonly Found[]> => {
      const { rows } = await answerOf(client.GET('/api/sources', { params: { query: { validOn: AT_LAST } }, signal }));
      const cited = rows.flatMap(({ stream, states }) =>
        states.slice(-1).map(({ values }) => ({ stream, name: String(values['document']) })),
      );
      return cited.toSorted((a, b) => (a.name < b.name ? -1 : 1));
    },
  });
}

/** Every command on a thing and whether it can be given as of a day, as known now; null is today. */
export function useMoves(thing: Thing | null, validOn: string | null) {
  return useQuery({
    queryKey: ['moves', thing?.category, thing?.id, thing?.isNew, validOn],
    queryFn: ({ signal }): Promise<MovesAnswer> => {
      const { category, id, isNew } = thing!;
      const day = validOn ?? undefined;
      return answerOf(
        isNew
          ? client.GET('/api/moves', { params: { query: { category: category as 'post', validOn: day } }, signal })
          : client.GET('/api/moves/{stream}', {
              params: { path: { stream: `${category}-${id}` }, query: { validOn: day } },
              signal,
            }),
      );
    },
    enabled: thing !== null,
  });
}

/** Everything ever recorded of a thing, as known now. */
export function useEntriesOf(stream: string, isWanted = true) {
  return useQuery({
    enabled: isWanted,
    queryKey: ['history', stream, null],
    queryFn: ({ signal }) => answerOf(client.GET('/api/history/{stream}', { params: { path: { stream } }, signal })),
  });
}
