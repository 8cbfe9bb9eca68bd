export * from './answers.js';
export { type AsOfDates } from './as-of.js';
export { openReadModels, type ReadModels } from './file/read-model-file.js';
export { openPolicyMemory, type StoredPolicyMemory } from './policy-memory.js';
export { createRunner, type ParkedStream, type Runner, type RunnerOptions, type RunnerStatus } from './runner.js';
export { sentenceOf } from './sentence/sentence.js';
export { type Filters } from './table/filters.js';
export { tableAnswer, type TableQuestion } from './table/table.query.js';
export { UnknownQuestion } from './table/unknown-question.js';
