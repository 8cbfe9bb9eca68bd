export * from './answers.js';
export { type AsOfDates } from './as-of.js';
export { claimsAnswer } from './claims/claims.query.js';
export { establishmentAnswer } from './establishment/establishment.query.js';
export { digest, type TableDigest, tableDigests } from './file/digest.js';
export { openReadModels, type ReadModels } from './file/read-model-file.js';
export {
  type Rebuilt,
  type RebuildOptions,
  rebuildTables,
  type RebuiltTable,
  restorePrevious,
} from './file/rebuild.js';
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
export { promisesAnswer, type PromisesQuestion } from './promises/promises.query.js';
export {
  createRunner,
  type ParkedStream,
  parkedStreams,
  type Runner,
  type RunnerOptions,
  type RunnerStatus,
} from './runner.js';
export { sentenceOf } from './sentence/sentence.js';
export { type Filters } from './table/filters.js';
export { reachedPosition } from './table/possible.js';
export { possiblyFrom } from './table/possibly-from.query.js';
export { tableAnswer, type TableQuestion } from './table/table.query.js';
export { UnknownQuestion } from './table/unknown-question.js';
export { teamsAnswer, type TeamsQuestion } from './teams/teams.query.js';
export { unitsAnswer } from './units/units.query.js';
export { openSharedPolicyMemory } from './policy-memory/postgres-policy-memory.js';
export { openPool } from './postgres/pool.js';
export { type SharedTurns, turnsInPostgres, type TurnsOptions } from './postgres/turns.js';
export { type LeaseOptions, type Leases, openLeases, type ProjectorStatus } from './postgres/leases.js';
