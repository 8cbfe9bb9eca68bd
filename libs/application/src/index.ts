export * from './application.js';
export * from './application.module.js';
export { CorrectStream } from './correct-stream.handler.js';
export { type Answer, execute, onlyTried } from './command-handlers.js';
export * from './policies/policies.js';
export * from './policies/policy-runner.js';
export * from './import/index.js';
