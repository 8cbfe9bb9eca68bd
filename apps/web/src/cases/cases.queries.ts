import { answerOf, client } from '../api/client';
import { useAnswer } from '../api/queries';
import type { components } from '../api/schema';
import type { CasesView } from './view';

type Schemas = components['schemas'];
export type CaseAnswer = Schemas['CaseAnswer'];
export type CasesAnswer = Schemas['CasesAnswer'];
export type CaseLifeAnswer = Schemas['CaseLifeAnswer'];
export type CasePart = Schemas['CasePartAnswer'];
export type CaseStage = Schemas['CaseStageAnswer'];
export type Verdict = CaseAnswer['overTarget'];

/** Cases of one page of the list; the board shows as many as one answer can hold. */
export const PAGE_CASES = 100;
const BOARD_CASES = 500;

/** Recruitment cases of a view. */
export function useCases(view: CasesView) {
  const { text, post, all, sort, as, page } = view;
  const limit = as === 'list' ? PAGE_CASES : BOARD_CASES;
  return useAnswer(['cases', view], (query, signal) => {
    const asked = {
      ...{ ...query, all, sort, limit, offset: (page - 1) * limit },
      ...(text === '' ? {} : { text }),
      ...(post === '' ? {} : { post }),
    };
    return answerOf(client.GET('/api/cases', { params: { query: asked }, signal }));
  });
}

/** One case and its life. */
export function useCaseLife(caseId: string) {
  return useAnswer(['case-life', caseId], (query, signal) =>
    answerOf(client.GET('/api/cases/{caseId}', { params: { path: { caseId }, query }, signal })),
  );
}
