import { AsOf, RowAnswer } from './answers.js';

/** What several sources, or several paragraphs of one, say on a topic; shown side by side and never resolved. */
export class ClaimTopic {
  topic: string;
  /** True when they give different figures for the same thing, or say it in other words. */
  disagree: boolean;
  statements: RowAnswer[];
}

export class ClaimsAnswer {
  asOf: AsOf;
  topics: ClaimTopic[];
}
