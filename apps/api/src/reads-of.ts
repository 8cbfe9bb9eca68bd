import { type Cadre } from '@cadre/composition';
import {
  caseLifeAnswer,
  casesAnswer,
  breakdownAnswer,
  burnUpAnswer,
  claimsAnswer,
  compareAnswer,
  diffAnswer,
  entriesAnswer,
  establishmentAnswer,
  exceptionsAnswer,
  historyAnswer,
  ledgerAnswer,
  lineageAnswer,
  momentsAnswer,
  narrativeAnswer,
  organisationAnswer,
  slippageAnswer,
  peopleAnswer,
  personAnswer,
  promisesAnswer,
  type RecruitmentTargets,
  staffingAnswer,
  staffingPostAnswer,
  reachedPosition,
  tableAnswer,
  teamReadinessAnswer,
  teamsAnswer,
  unitAnswer,
  timelineAnswer,
  unitsAnswer,
  unitsChangesAnswer,
} from '@cadre/read-models';
import { entryOf } from './entry-of.js';
import { healthOf } from './health-of.js';
import { movesAnswer } from './moves-of.js';
import { type Reads } from './http/reads.js';

const TABLES_WAIT_MS = 5_000;
const LOOK_AGAIN_MS = 5_000;

/** The questions of the screens, answered from the tables of this machine. */
export function readsOf(cadre: Cadre, targets: RecruitmentTargets): Reads {
  const { tables, progress } = cadre;
  return {
    waitFor: (position) => progress.waitFor(position, TABLES_WAIT_MS),
    floor: floorOf(cadre),
    health: () => healthOf(cadre),
    reached: () => tables.read(reachedPosition),
    table: ({ table, search, ...question }) =>
      tableAnswer(tables, table, search === null ? question : { ...question, search }),
    explain: ({ table, search: _search, ...question }) => lineageAnswer(tables, table, question),
    establishment: (question) => establishmentAnswer(tables, question),
    burnUp: (question) => burnUpAnswer(tables, given(question)),
    breakdown: (question) => breakdownAnswer(tables, question),
    teamReadiness: (question) => teamReadinessAnswer(tables, given(question)),
    teams: (question) => teamsAnswer(tables, given(question)),
    promises: (question) => promisesAnswer(tables, given(question)),
    promiseLedger: ({ group, ...question }) => ledgerAnswer(tables, { ...given(question), group }),
    slippage: (question) => slippageAnswer(tables, given(question)),
    organisation: (question) => organisationAnswer(tables, question),
    unit: (question) => unitAnswer(tables, question),
    unitsChanges: ({ knownFrom, ...question }) =>
      unitsChangesAnswer(tables, { ...question, knownFrom: knownFrom ?? question.knownAt }),
    timeline: (question) => timelineAnswer(tables, given(question)),
    units: (question) => unitsAnswer(tables, question),
    narrative: (question) => narrativeAnswer(tables, question),
    claims: (question) => claimsAnswer(tables, question),
    history: ({ stream, knownAt }) => historyAnswer(tables, stream, knownAt),
    entries: ({ afterPosition, ...question }) => entriesAnswer(tables, { ...given(question), after: afterPosition }),
    moves: (question) => movesAnswer(cadre, question),
    entry: ({ eventId, knownAt }) => entryOf(cadre, eventId, knownAt),
    exceptions: (question) => exceptionsAnswer(tables, given(question)),
    moments: (question) => momentsAnswer(tables, given(question)),
    compare: (question) => compareAnswer(tables, given(question)),
    diff: (question) => diffAnswer(tables, question),
    staffing: (question) => staffingAnswer(tables, given(question)),
    staffingPost: (question) => staffingPostAnswer(tables, question),
    cases: (question) => casesAnswer(tables, { ...given(question), targets }),
    caseLife: (question) => caseLifeAnswer(tables, { ...question, targets }),
    people: (question) => peopleAnswer(tables, given(question)),
    person: (question) => personAnswer(tables, question),
  };
}

/**
 * The position that tables must have reached before they answer anything: the head of the log when this process first saw
 * it, so that tables which are still being filled do not call "not reported" what they have not come to. A log that was
 * restored from a backup is shorter, so the head is looked at again now and then. While the log cannot be reached, tables
 * must at least tell of something.
 */
function floorOf({ environment: { log } }: Cadre): () => Promise<number> {
  let floor: number | null = null;
  let look: Promise<void> | null = null;
  const lookNow = async (): Promise<void> => {
    const head = await log.head().catch(() => undefined);
    setTimeout(() => (look = null), LOOK_AGAIN_MS).unref();
    if (head !== undefined) floor = Math.min(floor ?? Infinity, head?.position ?? 0);
  };
  return async () => {
    look ??= lookNow();
    if (floor === null) await look;
    return floor ?? 1;
  };
}

/** The conditions that were given: a table's question leaves out what a screen's question says is null. */
function given<Q extends object>(question: Q): { [K in keyof Q]: Exclude<Q[K], null> } {
  const said = Object.entries(question).filter(([, value]) => value !== null);
  return Object.fromEntries(said) as { [K in keyof Q]: Exclude<Q[K], null> };
}
