// Compiles sources for a child process that a test means to kill: plain JavaScript starts at once and needs no build.
import { mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, extname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transformSync } from '@swc/core';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Compiles files and folders of the repository into `target`, which keeps their layout: `test/faults/x.ts` becomes
 * `<target>/test/faults/x.js`. The front doors of rooms (`@cadre/<room>`) become relative paths.
 */
export function compile(target: string, ...paths: readonly string[]): void {
  mkdirSync(target, { recursive: true });
  writeFileSync(join(target, 'package.json'), '{ "type": "module" }');
  symlinkSync(join(root, 'node_modules'), join(target, 'node_modules'), 'junction');
  for (const path of paths.flatMap(sourcesUnder)) {
    const out = join(target, path.replace(/\.ts$/, '.js'));
    mkdirSync(dirname(out), { recursive: true });
    writeFileSync(out, compileFile(path));
  }
}

function sourcesUnder(path: string): string[] {
  if (!statSync(join(root, path)).isDirectory()) return [path];
  const inside = readdirSync(join(root, path)).map((name) => `${path}/${name}`);
  return inside.flatMap(sourcesUnder).filter((it) => extname(it) === '.ts' && !it.endsWith('.spec.ts'));
}

function compileFile(path: string): string {
  const { code } = transformSync(readFileSync(join(root, path), 'utf8'), {
    filename: path,
    swcrc: false,
    module: { type: 'es6' },
    jsc: {
      target: 'es2023',
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: true },
    },
  });
  const upToRoot = relative(dirname(path), '.') || '.';
  return code.replaceAll(/(['"])@cadre\/([\w-]+)\1/g, (_, quote: string, room: string) => {
    return `${quote}${upToRoot.replaceAll('\\', '/')}/libs/${room}/src/index.js${quote}`;
  });
}
