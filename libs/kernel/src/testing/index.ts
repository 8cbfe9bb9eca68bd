export * from './fixed-clock.js';
export * from './given-when-then.js';
export { hold } from './hold.js';
export * from './memory-log.js';
export * from './spread-log.js';
export * from './told.js';
