// Runs a built program on Node 24 as if it were this process: same terminal, signals passed on, same exit code.
import { existsSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { node24, root } from './node24.mjs';
import { ensureBuilt } from './build.mjs';

export async function runBuilt(app, { args = [], quiet = false } = {}) {
  const node = node24();
  if (!existsSync(join(root, 'node_modules/.installed-hash')) && !existsSync(join(root, 'node_modules/@nestjs/core'))) {
    fail('dependencies are not installed: run "npm run ensure-install" first');
  }
  await ensureBuilt({ quiet }).catch((error) => fail(error.message));
  const main = join(root, `dist/apps/${app}/src/main.js`);
  if (!existsSync(main)) fail(`the build has no ${main}`);

  const child = spawn(node, ['--enable-source-maps', main, ...args], { stdio: 'inherit' });
  const forward = (signal) => child.kill(signal);
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, forward);
  child.on('error', (error) => fail(error.message));
  child.on('exit', (code, signal) => {
    if (!signal) process.exit(code);
    // Killed by a signal: die of the same one, so that the caller sees what happened.
    for (const it of signals) process.off(it, forward);
    process.kill(process.pid, signal);
  });
}

function fail(why) {
  console.error(`cadre: ${why}`);
  process.exit(1);
}
