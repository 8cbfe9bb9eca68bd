export * from './composition.js';
export * from './data-folder.js';
export * from './status.js';
export * from './where.js';
