export * from './cadre.js';
export * from './composition.js';
export * from './data-folder.js';
export * from './projector.js';
export { CannotStart } from './setting-readers.js';
export { namesOfSettings, readSettings, type Settings, SETTINGS } from './settings.js';
export * from './status.js';
export * from './where.js';
export { withoutSecrets } from './without-secrets.js';
