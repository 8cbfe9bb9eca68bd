// npm run conformance: the event log contract on every engine, and the questions of the worked example on every
// deployment, as one table. With EVENTSTOREDB_URL set also on that server. Ends with 1 when anything failed.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isKept, linesOf, sectionsOf } from './conformance-table.mjs';
import { node24, root } from './node24.mjs';

const SPECS = ['test/conformance/event-log.spec', 'test/conformance/eventstoredb-log.spec', 'test/acceptance/'];
const EXPECTED = { 'the event log contract': ['EventStoreDB on a real server'] };

const folder = mkdtempSync(join(tmpdir(), 'cadre-conformance-'));
try {
  process.exitCode = show(run(join(folder, 'report.json')));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** What jest found out; null when it could not even report. */
function run(file) {
  const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
  const jest = [join(root, 'node_modules/jest/bin/jest.js'), '--json', `--outputFile=${file}`];
  // Files are cases or hold some; of their other tests none is run.
  const args = [...flags, ...jest, '--testNamePattern= kept (by|in) ', ...SPECS, ...process.argv.slice(2)];
  console.error('conformance: running every case on every engine, a minute or two ...');
  const { stderr } = spawnSync(node24(), args, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 28 });
  try {
    return { report: JSON.parse(readFileSync(file, 'utf8')), stderr };
  } catch {
    return { report: null, stderr };
  }
}

function show({ report, stderr }) {
  if (report === null) {
    console.error(stderr);
    return 1;
  }
  const sections = sectionsOf(report, EXPECTED);
  for (const line of linesOf(sections)) console.log(line);
  if (!process.env.EVENTSTOREDB_URL) console.log('Set EVENTSTOREDB_URL to try a real server as well.');
  const broken = report.testResults.filter(({ status }) => status === 'failed');
  for (const { message } of broken) console.error(message);
  return isKept(sections) && broken.length === 0 ? 0 : 1;
}
