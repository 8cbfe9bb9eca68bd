// Builds server and web into dist/ if a source or a configuration changed since the last build; else does nothing.
// Runs on any Node >= 18; the builders themselves run on Node 24.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { node24, root } from './node24.mjs';

const SOURCES = [
  ...['apps', 'libs', 'data'],
  ...['nest-cli.json', 'package.json', 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json'],
];
const NOT_BUILT = /\.spec\.tsx?$|\.md$/;
const dist = join(root, 'dist');
const mark = join(dist, '.built-hash');
const lock = join(dist, '.building'); // holds the id of the process that builds

const BUILDS = [
  { name: 'server', bin: 'node_modules/@nestjs/cli/bin/nest.js', args: ['build'] },
  {
    name: 'web',
    bin: 'node_modules/vite/bin/vite.js',
    args: ['build', '--config', 'apps/web/vite.config.mjs', '--logLevel', 'warn'],
  },
];

/** Resolves once dist/ matches the sources; rejects with the name of the part that did not build. */
export async function ensureBuilt({ quiet = false } = {}) {
  // Standard error: the standard output of "npm run cadre" belongs to the command.
  const say = (line) => console.error(`cadre: ${line}`);
  if (isFresh()) return quiet || say('build is up to date');
  await takeLock(say);
  try {
    if (isFresh()) return; // another process built while we waited
    await build(say);
  } finally {
    rmSync(lock, { force: true });
  }
}

async function build(say) {
  const hash = hashOfSources();
  // The mark goes first: a build that is interrupted must not look finished.
  for (const stale of ['.built-hash', 'apps', 'libs', 'data', 'web']) {
    rmSync(join(dist, stale), { recursive: true, force: true });
  }
  say('building server and web ...');
  const results = await Promise.allSettled(BUILDS.map((it) => run(it, say)));
  const failed = results.find((it) => it.status === 'rejected');
  if (failed) throw failed.reason;
  writeFileSync(mark, hash);
}

function run({ name, bin, args }, say) {
  const started = Date.now();
  return new Promise((resolve, reject) => {
    // Standard output of the builders goes to standard error, for the same reason as in say().
    const child = spawn(node24(), [join(root, bin), ...args], {
      cwd: root,
      env: { ...process.env, NODE_ENV: 'production' }, // a test that builds must get what is served
      stdio: ['ignore', 2, 2],
    });
    child.on('error', reject);
    child.on('exit', (code) => {
      if (code !== 0) return reject(new Error(`the ${name} did not build`));
      say(`built the ${name} in ${((Date.now() - started) / 1000).toFixed(1)} s`);
      resolve();
    });
  });
}

function isFresh() {
  return existsSync(mark) && readFileSync(mark, 'utf8') === hashOfSources();
}

/** One hash over path and content of every source; times are left out, so a fresh checkout of the same commit counts as built. */
function hashOfSources() {
  const hash = createHash('sha256');
  for (const source of SOURCES) addToHash(hash, source);
  return hash.digest('hex');
}

function addToHash(hash, path) {
  const full = join(root, path);
  const stat = statSync(full, { throwIfNoEntry: false });
  if (!stat || NOT_BUILT.test(path)) return;
  if (stat.isDirectory()) {
    for (const name of readdirSync(full).sort()) {
      if (!name.startsWith('.') && name !== 'node_modules') addToHash(hash, `${path}/${name}`);
    }
    return;
  }
  hash.update(`${path}\0${stat.size}\0`).update(readFileSync(full));
}

/** One build at a time: two test workers, or a test run beside a start, may ask at once. */
async function takeLock(say) {
  mkdirSync(dist, { recursive: true });
  for (let told = false; ; told = true) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (!isAlive(ownerOfLock())) rmSync(lock, { force: true });
    else if (!told) say('waiting for a build that is already running ...');
    await sleep(200);
  }
}

function ownerOfLock() {
  try {
    return Number(readFileSync(lock, 'utf8'));
  } catch {
    return 0; // released in the meantime
  }
}

function isAlive(pid) {
  if (!pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await ensureBuilt().catch((error) => {
    console.error(`cadre: ${error.message}`);
    process.exitCode = 1;
  });
}
