export * from './import-entries.js';
export { overlayLog } from './overlay-log.js';
