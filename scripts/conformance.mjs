// npm run conformance: the event log contract on every engine, and the questions of the worked example on every
// deployment, as one table. With EVENTSTOREDB_URL set also on that server. Ends with 1 when anything failed.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isKept, linesOf, sectionsOf } from './conformance-table.mjs';
import { node24, root } from './node24.mjs';

const SPECS = ['test/conformance/event-log.spec', 'test/conformance/eventstoredb-log.spec', 'test/acceptance/'];
/** More than this would push the table off the screen. */
const MOST_TROUBLE = 40;
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
  console.error('conformance: running every case on every engine, some minutes ...');
  const { stderr } = spawnSync(node24(), args, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 28 });
  try {
    return { report: JSON.parse(readFileSync(file, 'utf8')), stderr };
  } catch {
    return { report: null, stderr };
  }
}

/** One line for each case that failed; what jest says itself when the file could not even run. */
function troubleOf({ assertionResults, message }) {
  const failed = assertionResults.filter(({ status }) => status === 'failed');
  if (failed.length === 0) return message.split('\n').slice(0, 20);
  return failed.map(({ fullName, failureMessages }) => `✗ ${fullName}: ${failureMessages[0]?.split('\n')[0] ?? ''}`);
}

function show({ report, stderr }) {
  if (report === null) {
    console.error(stderr);
    return 1;
  }
  // Jest reports files as they end; the table is the same each time.
  const orderOf = ({ name }) => SPECS.findIndex((spec) => name.includes(spec));
  report.testResults.sort((a, b) => orderOf(a) - orderOf(b) || a.name.localeCompare(b.name, 'en'));
  const sections = sectionsOf(report, EXPECTED);
  for (const line of linesOf(sections)) console.log(line);
  if (!process.env.EVENTSTOREDB_URL) console.log('Set EVENTSTOREDB_URL to try a real server as well.');
  const broken = report.testResults.filter(({ status }) => status === 'failed');
  for (const line of broken.flatMap(troubleOf).slice(0, MOST_TROUBLE)) console.error(line);
  return isKept(sections) && broken.length === 0 ? 0 : 1;
}
