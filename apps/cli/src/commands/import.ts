import { importEntries, type ImportOptions, type ImportReport, type ReportedRow } from '@cadre/application';
import { type Where } from '@cadre/composition';
import { codec } from '@cadre/domain';
import { type Environment, systemClock } from '@cadre/kernel';
import { openMemoryLog } from '@cadre/log';
import { createReadStream, statSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { type Run, STOPPED, type Surroundings } from '../command-shape.js';
import { hasLog, Refused, whereOf, withCadre } from '../data-folder.js';
import { createProgress } from '../progress.js';
import { inColumns } from '../words/columns.js';

/** Checks the entries of a file row by row; records them with --record, unless one is refused. */
export const importFile: Run = async ({ words, options }, surroundings) => {
  const { output, environment, signal } = surroundings;
  const lines = await linesOf(words[0]!, surroundings);
  const importing: ImportOptions = {
    dryRun: !options.record,
    carriedOverFrom: options['carried-over-from'] ?? null,
    actor: { id: options.actor ?? 'command-line', role: options.role ?? 'importer' },
    grades: options['any-grade'] ? 'any' : (options.grade ?? []),
    onProgress: createProgress(output, ({ phase, done, total }) => `${phase} ${done} of ${total} entries`),
    signal,
  };
  const report = await tell(whereOf(options, environment), lines, importing).catch((error: unknown) => {
    if (!signal.aborted) throw error;
    return null;
  });
  if (report === null) {
    output.note(
      options.record
        ? 'stopped; what was recorded stays, and running it again finishes it'
        : 'stopped; nothing was recorded',
    );
    return STOPPED;
  }
  if (options.json) output.json(report);
  else for (const line of sayReport(report, importing.dryRun)) output.line(line);
  return report.totals.refused > 0 ? 1 : 0;
};

/** A folder without a log is decided on as an empty one; it is made only once there is something to record in it. */
async function tell(where: Where, lines: readonly string[], options: ImportOptions): Promise<ImportReport> {
  if (!hasLog(where)) {
    const nowhere: Environment = { log: openMemoryLog(), clock: systemClock, codec };
    const checked = await importEntries(nowhere, lines, { ...options, dryRun: true });
    if (options.dryRun || checked.totals.refused > 0) return checked;
  }
  return withCadre(where, ({ environment, application: { turns } }) =>
    importEntries(environment, lines, { ...options, turns }),
  );
}

async function linesOf(file: string, { input }: Surroundings): Promise<readonly string[]> {
  if (file !== '-' && !statSync(file, { throwIfNoEntry: false })?.isFile()) {
    throw new Refused(`There is no file ${file}; name a file of entries, or - for the standard input.`);
  }
  const text = file === '-' ? input : createReadStream(file);
  const lines: string[] = [];
  // Bytes are put together before they are read as UTF-8: a character may lie across two pieces.
  for await (const line of createInterface({ input: text as NodeJS.ReadableStream, crlfDelay: Infinity }))
    lines.push(line);
  return lines;
}

function sayReport({ rows, totals, recorded }: ImportReport, dryRun: boolean): readonly string[] {
  const summary = `${totals.rows} rows: ${totals.new} new, ${totals.unchanged} unchanged, ${totals.refused} refused.`;
  return [
    ...inColumns(rows.map(rowCells)).flatMap((line, i) => [line, ...sayTrouble(rows[i]!)]),
    '',
    summary,
    outcomeOf(),
  ];

  function outcomeOf(): string {
    if (recorded && totals.refused === 0) return 'Recorded.';
    if (recorded) return 'Stopped midway: someone else wrote meanwhile. Mend the refused row and run it again.';
    if (dryRun)
      return totals.refused > 0
        ? 'Dry run: with a refused row nothing would be recorded.'
        : 'Dry run: nothing was recorded; add --record to record.';
    return 'Nothing was recorded: mend the refused rows first.';
  }
}

const rowCells = ({ line, outcome, stream, type, key }: ReportedRow): readonly string[] => [
  `${line}`,
  outcome,
  stream ?? '(no stream)',
  type ?? '(no type)',
  key ?? '',
];

function sayTrouble({ refusal, warnings }: ReportedRow): readonly string[] {
  const refused = refusal
    ? [
        `    ${refusal.code}${refusal.pointer === null ? '' : ` at ${refusal.pointer || 'the line itself'}`}: ${refusal.sentence}`,
      ]
    : [];
  return [...refused, ...warnings.map(({ code, sentence }) => `    warning ${code}: ${sentence}`)];
}
