/** A section of the table: its columns, and per case the mark in each column. */
interface Section {
  readonly columns: ReadonlySet<string>;
  readonly cases: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

/** What "jest --json" writes, as far as the table reads it. */
interface JestReport {
  readonly testResults: readonly {
    readonly assertionResults: readonly {
      readonly ancestorTitles: readonly string[];
      readonly title: string;
      readonly status: string;
    }[];
  }[];
}

/** Sections by name, in the order they were met; `expected` names columns that are shown even when nothing ran in them. */
export function sectionsOf(
  report: JestReport,
  expected?: Readonly<Record<string, readonly string[]>>,
): Map<string, Section>;
/** True when there are cases and none failed. */
export function isKept(sections: ReadonlyMap<string, Section>): boolean;
/** The lines of the table. */
export function linesOf(sections: ReadonlyMap<string, Section>): string[];
