import { type Call } from './arguments/call.js';
import { type OptionName } from './arguments/options.js';
import { type Output } from './output.js';

/** What a command works with beside its arguments. */
export interface Surroundings {
  readonly output: Output;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly input: AsyncIterable<Buffer | string>;
  /** Ends long work as Ctrl-C does. */
  readonly signal: AbortSignal;
}

/** Does the work; resolves to the exit code. */
export type Run = (call: Call, surroundings: Surroundings) => Promise<number>;

/** One command: how it is called, what it is for, and where its code is. */
export interface CommandShape {
  readonly name: string;
  /** Its name and what must follow it. */
  readonly usage: string;
  readonly summary: string;
  /** What the help says below the summary. */
  readonly details: readonly string[];
  readonly words: readonly { readonly name: string; readonly help: string; readonly optional?: true }[];
  /** Beside --json, --data and --help, which every command takes. */
  readonly options: readonly OptionName[];
  readonly examples: readonly string[];
  /** Loads the code only when it is run: help and bad arguments answer at once. */
  load(): Promise<Run>;
}

/** The program ends with this code when Ctrl-C stopped it: 128 and the number of the signal, as a shell has it. */
export const STOPPED = 130;
