import { type Options } from './options.js';

/** What a command is called with. */
export interface Call {
  /** The words after the command, in its order; those left out are absent. */
  readonly words: readonly string[];
  readonly options: Options;
}
