import { type Cadre } from '@cadre/composition';
import {
  claimsAnswer,
  diffAnswer,
  entriesAnswer,
  establishmentAnswer,
  historyAnswer,
  lineageAnswer,
  narrativeAnswer,
  promisesAnswer,
  tableAnswer,
  teamsAnswer,
  unitsAnswer,
} from '@cadre/read-models';
import { healthOf } from './health-of.js';
import { type Reads } from './http/reads.js';

const TABLES_WAIT_MS = 5_000;

/** The questions of the screens, answered from the tables of this machine. */
export function readsOf(cadre: Cadre): Reads {
  const { tables, progress } = cadre;
  return {
    waitFor: (position) => progress.waitFor(position, TABLES_WAIT_MS),
    health: () => healthOf(cadre),
    table: ({ table, search, ...question }) =>
      tableAnswer(tables, table, search === null ? question : { ...question, search }),
    explain: ({ table, search: _search, ...question }) => lineageAnswer(tables, table, question),
    establishment: (question) => establishmentAnswer(tables, question),
    teams: (question) => teamsAnswer(tables, given(question)),
    promises: (question) => promisesAnswer(tables, given(question)),
    units: (question) => unitsAnswer(tables, question),
    narrative: (question) => narrativeAnswer(tables, question),
    claims: (question) => claimsAnswer(tables, question),
    history: ({ stream, knownAt }) => historyAnswer(tables, stream, knownAt),
    entries: ({ afterPosition, ...question }) => entriesAnswer(tables, { ...given(question), after: afterPosition }),
    diff: (question) => diffAnswer(tables, question),
  };
}

/** The conditions that were given: a table's question leaves out what a screen's question says is null. */
function given<Q extends object>(question: Q): { [K in keyof Q]: Exclude<Q[K], null> } {
  const said = Object.entries(question).filter(([, value]) => value !== null);
  return Object.fromEntries(said) as { [K in keyof Q]: Exclude<Q[K], null> };
}
