import { PreviewAnswer } from './preview.answer.js';

/** The answer to an accepted command. Send `settledPosition` as `after` to read what you wrote. */
export class Receipt {
  stream: string;
  revision: number;
  position: number;
  /** Where everything that followed from it stands, too: send it as `after` to read all you wrote. */
  settledPosition: number;
  eventIds: string[];
  recordedAt: string;
  /** True when this command had been accepted before; nothing was recorded again. */
  repeated: boolean;
  warnings: { code: string; sentence: string }[];
  /** Every number and state that would change; only when asked for with `preview`. */
  preview?: PreviewAnswer;
}
