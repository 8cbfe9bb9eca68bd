export * from './envelope.js';
export { jcs, NotCanonical } from './jcs.js';
export * from './leaf.js';
