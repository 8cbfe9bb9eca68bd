import { answerOf, client } from '../api/client';
import { useAnswer } from '../api/queries';
import type { components } from '../api/schema';

type Schemas = components['schemas'];
export type PeopleAnswer = Schemas['PeopleAnswer'];
export type PersonAnswer = Schemas['PersonAnswer'];
export type Period = Schemas['PeriodAnswer'];
export type Tie = Schemas['PersonTieAnswer'];

/** Persons of a page. */
export const PAGE_PEOPLE = 100;

/** Persons whose ids contain a text, a page of them. */
export function usePeople(search: string, page: number) {
  return useAnswer(['people', search, page], (query, signal) => {
    const part = { offset: (page - 1) * PAGE_PEOPLE, limit: PAGE_PEOPLE };
    const asked = { ...query, ...part, ...(search === '' ? {} : { search }) };
    return answerOf(client.GET('/api/people', { params: { query: asked }, signal }));
  });
}

/** All that is told of one person. */
export function usePerson(personId: string) {
  return useAnswer(['person', personId], (query, signal) =>
    answerOf(client.GET('/api/people/{personId}', { params: { path: { personId }, query }, signal })),
  );
}
