import { type CivilDate } from '@cadre/kernel';

/** A document is used as a source; `dated` null when it carries no date and none was inferred. */
export interface SourceRegistered {
  readonly type: 'SourceRegistered';
  readonly data: {
    /** How it is cited, as in "A/62/627". */
    readonly document: string;
    readonly title: string | null;
    readonly dated: CivilDate | null;
    readonly datedHow: 'stated' | 'inferred' | null;
    readonly language: string | null;
  };
}

/** A figure of a statement. A percentage stays a percentage. */
export interface Figure {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  readonly qualifier: 'exactly' | 'about' | 'more than' | 'less than' | 'at least' | 'at most' | 'up to';
}

/** What a source says that fits no other stream, in our own words. */
export interface StatementRecorded {
  readonly type: 'StatementRecorded';
  readonly data: {
    /** Tells statements of one source apart; a retelling keeps it. */
    readonly statementId: string;
    /** Indicator, constraint, risk, context, target, plan, mechanism, … in lower case. */
    readonly category: string;
    readonly text: string;
    /** Streams it speaks about. */
    readonly about: readonly string[];
    /** Statements of the same topic from different sources or paragraphs are claims to be shown side by side; null when it stands alone. */
    readonly topic: string | null;
    readonly figures: readonly Figure[];
  };
}

/** The source uses another name for something we track; searching and loading fold it. */
export interface AliasRecorded {
  readonly type: 'AliasRecorded';
  readonly data: { readonly alias: string; readonly about: string; readonly note: string | null };
}

export type SourceEvent = SourceRegistered | StatementRecorded | AliasRecorded;
