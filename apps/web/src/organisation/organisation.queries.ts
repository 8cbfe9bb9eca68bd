import { answerOf, client } from '../api/client';
import { useAnswer } from '../api/queries';
import type { components } from '../api/schema';
import { useAsOfDates } from '../dates/as-of';
import { today } from '../dates/civil-date';

type Schemas = components['schemas'];
export type OrganisationAnswer = Schemas['OrganisationAnswer'];
export type OrganisationUnit = Schemas['OrganisationUnit'];
export type UnitAnswer = Schemas['UnitAnswer'];
export type RelatedUnit = Schemas['RelatedUnit'];
export type UnitChange = Schemas['UnitChange'];
export type UnitsChangesAnswer = Schemas['UnitsChangesAnswer'];

/** The organisation on the page's dates. */
export function useOrganisation() {
  return useAnswer(['organisation'], (query, signal) =>
    answerOf(client.GET('/api/organisation', { params: { query }, signal })),
  );
}

/** One unit with its staffing, on the page's dates. */
export function useUnit(unitId: string) {
  return useAnswer(['organisation', unitId], (query, signal) =>
    answerOf(client.GET('/api/organisation/{unitId}', { params: { path: { unitId }, query }, signal })),
  );
}

/** The other day a reader compares with, and what was known then; null as the page has it. */
export interface ComparedDates {
  readonly compareOn: string | null;
  readonly compareKnown: string | null;
}

/** What became of units between the other day and the page's; not asked while there is nothing to compare. */
export function useUnitsChanges(compared: ComparedDates) {
  const { validOn } = useAsOfDates();
  const days = comparedDays(compared, validOn ?? today());
  return useAnswer(
    ['units-changes', days],
    ({ validOn: _validOn, ...query }, signal) =>
      answerOf(client.GET('/api/units-changes', { params: { query: { ...query, ...days! } }, signal })),
    days !== null,
  );
}

/** The question's days: what was before comes first when both are known alike; null when nothing is compared. */
export function comparedDays({ compareOn, compareKnown }: ComparedDates, validOn: string) {
  if (compareOn === null && compareKnown === null) return null;
  const on = compareOn ?? validOn;
  if (compareKnown !== null) return { from: on, to: validOn, knownFrom: compareKnown };
  return on <= validOn ? { from: on, to: validOn } : { from: validOn, to: on };
}
