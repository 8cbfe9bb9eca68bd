// Installs what package-lock.json names, unless that was already done. Plain JavaScript for any Node >= 18.
// The last line of defence comes at the end: no Node 24 after the install means nothing else can run.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { node24, root } from './node24.mjs';

const quiet = process.argv.includes('--quiet');
const mark = join(root, 'node_modules/.installed-hash');
const wanted = createHash('sha256')
  .update(readFileSync(join(root, 'package-lock.json')))
  .update(declared(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))))
  .update(`${process.platform} ${process.arch}`) // a folder copied from another machine holds the wrong binaries
  .digest('hex');

const upToDate = existsSync(mark) && readFileSync(mark, 'utf8') === wanted;
if (!upToDate) install();
node24();
if (upToDate && !quiet) console.log('cadre: dependencies are up to date');

/** Only what npm installs by: a new script in package.json is no reason to install again. */
function declared({ dependencies, devDependencies, optionalDependencies, overrides }) {
  return JSON.stringify([dependencies, devDependencies, optionalDependencies, overrides]);
}

function install() {
  console.log('cadre: installing dependencies (npm ci) ...');
  const started = Date.now();
  // --ignore-scripts repeats allowScripts of package.json for an npm too old to know it.
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund'];
  // Under "npm run" we start that same npm again, with the Node it runs on; else the npm on the PATH.
  const npm = process.env.npm_execpath;
  const stdio = ['ignore', 'inherit', 'inherit'];
  const result = npm?.endsWith('.js')
    ? spawnSync(process.env.npm_node_execpath ?? process.execPath, [npm, ...args], { cwd: root, stdio })
    : spawnSync('npm', args, { cwd: root, stdio, shell: process.platform === 'win32' });
  if (result.status !== 0) {
    console.error(`cadre: npm ci failed${result.error ? `: ${result.error.message}` : ''}`);
    process.exit(result.status ?? 1);
  }
  writeFileSync(mark, wanted);
  console.log(`cadre: dependencies installed in ${Math.round((Date.now() - started) / 1000)} s`);
}
