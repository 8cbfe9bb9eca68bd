import { answerOf, client } from '../api/client';
import { useAnswer } from '../api/queries';
import type { components } from '../api/schema';
import { type LedgerView, PROMISES_A_PAGE } from './ledger-view';

type Schemas = components['schemas'];
export type LedgerAnswer = Schemas['LedgerAnswer'];
export type LedgerPromise = Schemas['LedgerPromise'];
export type SlipAnswer = Schemas['SlipAnswer'];
export type SlippageAnswer = Schemas['SlippageAnswer'];
export type SlippageGroup = Schemas['SlippageGroup'];

/** What both questions leave out. */
function filtersOf({ owner, subUnits, about, kind, text }: LedgerView) {
  return {
    ...(owner === null ? {} : { owner, subUnits }),
    ...(about === null ? {} : { about }),
    ...(kind === null ? {} : { kind }),
    ...(text === null || text.trim() === '' ? {} : { text }),
  };
}

/** A page of the promises a view asks for, with the counts of all of them. */
export function useLedger(view: LedgerView) {
  const { show, days, sort, descending, group, page } = view;
  const asked = {
    ...filtersOf(view),
    ...(show.length === 0 ? {} : { show: show.join(',') }),
    ...(group === null ? {} : { group }),
    ...{ dueWithinDays: days, sort, descending, limit: PROMISES_A_PAGE, offset: (page - 1) * PROMISES_A_PAGE },
  };
  return useAnswer(['promise-ledger', asked], (query, signal) =>
    answerOf(client.GET('/api/promise-ledger', { params: { query: { ...query, ...asked } }, signal })),
  );
}

/** By how much the promises slipped that a view narrows the ledger to, whatever part of it is listed. */
export function useSlippage(view: LedgerView) {
  const asked = { ...filtersOf(view), by: view.by };
  return useAnswer(['promise-slippage', asked], (query, signal) =>
    answerOf(client.GET('/api/promise-slippage', { params: { query: { ...query, ...asked } }, signal })),
  );
}
