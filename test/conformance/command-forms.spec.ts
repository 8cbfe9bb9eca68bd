import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = new URL('../..', import.meta.url).pathname;
const FORMS = join(ROOT, 'apps/web/src/record/commands.generated.ts');

/** Exit code of the check of the forms, on the file itself or another. */
function check(...file: readonly string[]): number | null {
  return spawnSync(process.execPath, [join(ROOT, 'scripts/command-forms.mjs'), '--check', ...file], { cwd: ROOT })
    .status;
}

it('the forms of the commands are those of the API; else run "npm run openapi" and commit the file', () =>
  expect(check()).toBe(0));

it('the forms are found stale when one field is described otherwise', () => {
  const folder = mkdtempSync(join(tmpdir(), 'forms-'));
  const stale = join(folder, 'stale.ts');
  writeFileSync(stale, readFileSync(FORMS, 'utf8').replace("step: 'approve'", "step: 'approved'"));
  expect(check(stale)).toBe(1);
  rmSync(folder, { recursive: true });
});
