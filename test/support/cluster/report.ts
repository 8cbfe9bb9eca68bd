import { type Survival, type Trial } from './survive.ts';

const MOST_SHOWN = 20;

/** What a survival came to, line by line. */
export function reportOf({ trials, tally, entries, wrong }: Survival): string[] {
  const rows = [['trouble', 'times', 'recovered in (median)', 'at most', 'answers meanwhile'], ...trials.map(rowOf)];
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  const table = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column]!))
      .join('  ')
      .trimEnd(),
  );
  const shown = wrong.slice(0, MOST_SHOWN).map((sentence) => `  ${sentence}`);
  return [
    ...table,
    '',
    `${tally.acknowledged.size} commands acknowledged; ${entries} entries in the log; longest wait ${tally.slowest.ms} ms, for ${tally.slowest.what}`,
    ...(wrong.length === 0
      ? ['survived: nothing acknowledged was lost or recorded twice, and the tables equal a clean rebuild']
      : [`NOT survived, ${wrong.length} breaches:`, ...shown]),
  ];
}

function rowOf({ what, recoveriesMs, answers }: Trial): string[] {
  const sorted = [...recoveriesMs].sort((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)]!;
  const kinds = Object.entries(answers).map(([kind, count]) => `${count} ${kind}`);
  return [what, `${sorted.length}`, `${median} ms`, `${sorted.at(-1)} ms`, kinds.join(', ')];
}
