import { type Environment } from '@cadre/kernel';
import { importEntries } from '@cadre/application';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CannotStart } from '@cadre/composition';

/** What an example says of itself: the document it was taken from, and since when that was known. */
interface Manifest {
  readonly title: string;
  readonly carriedOverFrom: string;
  readonly actor: { readonly id: string; readonly role: string };
  /** Grades of its organisation beside the common ones; none when left out. */
  readonly grades?: readonly string[];
}

/**
 * Fills an empty log with a worked example, a folder with a manifest and entries; `onProgress` hears of rows done.
 * @throws CannotStart when there is no such example or it does not load whole.
 */
export async function loadExample(
  environment: Environment,
  folder: string,
  onProgress: (line: string) => void,
): Promise<void> {
  const read = (file: string): Promise<string> =>
    readFile(join(folder, file), 'utf8').catch(() => {
      throw new CannotStart(
        `There is no example in ${folder} (${file} is missing); set CADRE_EXAMPLE=none to start empty.`,
      );
    });
  const manifest = JSON.parse(await read('manifest.json')) as Manifest;
  const lines = (await read('entries.ndjson')).split('\n');
  onProgress(`carrying over the example "${manifest.title}" ...`);
  const { carriedOverFrom, actor, grades = [] } = manifest;
  const report = await importEntries(environment, lines, {
    dryRun: false,
    carriedOverFrom,
    actor,
    grades,
    onProgress: ({ phase, done, total }) =>
      phase === 'recording' && done % 50 === 0 && onProgress(`  ${done} of ${total} entries`),
  });
  const refused = report.rows.find((row) => row.refusal !== null);
  if (refused)
    throw new CannotStart(`The example in ${folder} does not load: line ${refused.line}, ${refused.refusal!.sentence}`);
  onProgress(`carried over ${report.totals.new} entries`);
}
