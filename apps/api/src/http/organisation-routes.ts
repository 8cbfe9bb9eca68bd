import { ID, OrganisationAnswer, UnitAnswer, UnitsChangesAnswer } from '@cadre/contract';
import { asOf, day, matching, someMoment } from './query-parameters.js';

/** The questions about units and what became of them. */
export const organisationRoutes = [
  {
    path: 'organisation',
    name: 'organisation',
    summary: 'The organisation: units with every possible parent, their posts and teams',
    screen: 'organisation',
    answer: OrganisationAnswer,
    parameters: asOf,
  },
  {
    path: 'organisation/{unitId}',
    name: 'organisation_unit',
    summary: 'One unit: its posts and teams, alone and with the units below it, and what came before and after it',
    screen: 'unit',
    answer: UnitAnswer,
    parameters: { ...asOf, unitId: matching(ID, 'The id of a unit, as in office-of-operations') },
  },
  {
    path: 'units-changes',
    name: 'units_changes',
    summary: 'What became of units between two days: what surely changed, what possibly did, and what is left open',
    screen: 'unitsChanges',
    answer: UnitsChangesAnswer,
    parameters: {
      from: day('The one day.'),
      knownFrom: someMoment('The one day as known at that moment; at the same moment as the other when left out.'),
      to: day('The other day.'),
      knownAt: asOf.knownAt,
      after: asOf.after,
    },
  },
] as const;
