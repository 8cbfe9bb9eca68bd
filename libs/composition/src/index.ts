export * from './composition.js';
export { CannotStart } from './setting-readers.js';
export { namesOfSettings, readSettings, type Settings, SETTINGS } from './settings.js';
export { withoutSecrets } from './without-secrets.js';
