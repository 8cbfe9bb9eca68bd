export { type AsOfDates } from './as-of.js';
export { claimsAnswer } from './claims/claims.query.js';
export { breakdownAnswer, type BreakdownQuestion } from './establishment/breakdown.query.js';
export { burnUpAnswer, type BurnUpQuestion } from './establishment/burn-up.query.js';
export { establishmentAnswer } from './establishment/establishment.query.js';
export { tablesOnFork } from './fork/tables-on-fork.js';
export { digest, type TableDigest, tableDigests } from './digest.js';
export { diffAnswer, type DiffQuestion } from './history/diff.query.js';
export { windowAnswer } from './history/entry-rows.js';
export { entriesAnswer, type EntriesQuestion, historyAnswer } from './history/history.query.js';
export { lineageAnswer } from './history/lineage.query.js';
export { models } from './models.js';
export { foldName } from './names/fold-name.js';
export { narrativeAnswer } from './narrative/narrative.query.js';
export { type StoredPolicyMemory } from './policy-memory/policy-memory.js';
export { openPolicyMemory } from './policy-memory/sqlite-policy-memory.js';
export { naturesOf, type ReadModel } from './read-model.js';
export { GROUPS as LEDGER_GROUPS, SORTS as LEDGER_SORTS } from './promises/ledger-order.js';
export { ledgerAnswer, type LedgerQuestion } from './promises/ledger.query.js';
export { promisesAnswer, type PromisesQuestion } from './promises/promises.query.js';
export { slippageAnswer, type SlippageQuestion } from './promises/slippage.query.js';
export { type ChangesAnswer, createChangesOnFork } from './preview/changes.query.js';
export { progressOf, progressOfOthers, type TableProgress } from './progress.js';
export { type Rebuilt, type RebuildOptions, rebuildTables, type RebuiltTable } from './rebuild.js';
export { createRunner, leastCheckpoint, parkedStreams, type Runner, type RunnerOptions } from './runner.js';
export { openSqliteReadModels } from './sqlite/sqlite-files.js';
export { type Checkpoint, ForkDisturbed, type ParkedStream, type ReadModels } from './tables/store.js';
export { type Tables } from './tables/tables.js';
export { sentenceOf } from './sentence/sentence.js';
export { type Filters } from './table/filters.js';
export { reachedPosition } from './table/possible.js';
export { possiblyFrom } from './table/possibly-from.query.js';
export { tableAnswer, type TableQuestion } from './table/table.query.js';
export { UnknownQuestion } from './table/unknown-question.js';
export { teamReadinessAnswer } from './teams/readiness.query.js';
export { teamsAnswer, type TeamsQuestion } from './teams/teams.query.js';
export { unitsChangesAnswer, type UnitsChangesQuestion } from './units/changes.query.js';
export { organisationAnswer } from './units/organisation.query.js';
export { unitAnswer, type UnitQuestion } from './units/unit.query.js';
export { KIND_NAMES as TIMELINE_KINDS } from './timeline/kinds.js';
export { timelineAnswer, type TimelineQuestion } from './timeline/timeline.query.js';
export { unitsAnswer } from './units/units.query.js';
export { openSharedPolicyMemory } from './policy-memory/postgres-policy-memory.js';
export { openPool, TablesUnavailable } from './postgres/pool.js';
export { openPostgresReadModels } from './postgres/postgres-read-models.js';
export { type SharedTurns, turnsInPostgres, type TurnsOptions } from './postgres/turns.js';
export { type LeaseOptions, type Leases, openLeases, type ProjectorStatus } from './postgres/leases.js';
export {
  staffingAnswer,
  type StaffingQuestion,
  staffingPostAnswer,
  STAFFING_SORTS,
  type StaffingSort,
} from './staffing/staffing.query.js';
export { POST_STATES, type PostState } from './staffing/states.js';
export { CASE_SORTS, caseLifeAnswer, casesAnswer, type CaseSort, type CasesQuestion } from './cases/cases.query.js';
export { DEFAULT_RECRUITMENT_TARGETS, type RecruitmentTargets, STAGES_WITH_TARGET } from './cases/targets.js';
export { peopleAnswer, type PeopleQuestion } from './people/people.query.js';
export { personAnswer } from './people/person.query.js';
export { namedAnswers, compared } from './compare/answers.query.js';
export { compareAnswer, type CompareQuestion } from './compare/compare.query.js';
export { exceptionsAnswer, type ExceptionsQuestion } from './exceptions/exceptions.query.js';
export { entryAnswer } from './history/entry.query.js';
export { momentsAnswer, type MomentsQuestion } from './moments/moments.query.js';
