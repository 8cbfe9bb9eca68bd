import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '../..');

interface Violation {
  readonly from: string;
  readonly to: string;
  readonly rule: { readonly name: string };
}

/** A rule, the file that breaks it, and the line that does. */
const BREACHES: readonly (readonly [rule: string, file: string, source: string])[] = [
  // rooms
  ['libs/kernel enters only', 'libs/kernel/src/breach-room.ts', `import '@cadre/domain';`],
  ['libs/contract enters only', 'libs/contract/src/breach-room.ts', `import '@cadre/kernel';`],
  ['libs/domain enters only', 'libs/domain/src/breach-room.ts', `import '@cadre/log';`],
  ['libs/log enters only', 'libs/log/src/breach-room.ts', `import '@cadre/domain';`],
  ['libs/audit enters only', 'libs/audit/src/breach-room.ts', `import '../../domain/src/index.js';`],
  ['libs/privacy enters only', 'libs/privacy/src/breach-room.ts', `import '../../log/src/index.js';`],
  ['libs/application enters only', 'libs/application/src/breach-room.ts', `import '@cadre/read-models';`],
  ['libs/identity enters only', 'libs/identity/src/breach-room.ts', `import '@cadre/domain';`],
  ['libs/read-models enters only', 'libs/read-models/src/breach-room.ts', `import '@cadre/log';`],
  ['libs/read-models takes only types from', 'libs/read-models/src/breach-types.ts', `import '@cadre/contract';`],
  ['apps/cli takes only types from', 'apps/cli/src/breach-types.ts', `import '@cadre/contract';`],
  [
    'apps/web enters only',
    'apps/web/src/breach-room.tsx',
    `import type {} from '../../../libs/contract/src/index.js';`,
  ],
  ['data enters only', 'data/breach-room.ts', `import '@cadre/log';`],
  ['libs/kernel enters only', 'libs/kernel/src/breach-room.spec.ts', `import '@cadre/log';`],
  ['every room has a row', 'libs/unheard-of/src/breach.ts', `import '@cadre/kernel';`],

  // npm and Node
  ['libs/kernel uses from npm only', 'libs/kernel/src/breach-npm.ts', `import 'rxjs';`],
  ['libs/kernel uses from Node only', 'libs/kernel/src/breach-node.ts', `import 'node:fs';`],
  ['libs/contract uses from npm only', 'libs/contract/src/breach-npm.ts', `import '@nestjs/common';`],
  ['libs/domain uses from npm only', 'libs/domain/src/breach-npm.ts', `import '@nestjs/cqrs';`],
  ['libs/domain tests use from npm only', 'libs/domain/src/breach-npm.spec.ts', `import 'better-sqlite3';`],
  ['libs/log uses from npm only', 'libs/log/src/breach-npm.ts', `import 'kysely';`],
  ['libs/audit uses from npm only', 'libs/audit/src/breach-npm.ts', `import 'zod';`],
  ['libs/audit uses from Node only', 'libs/audit/src/breach-node.ts', `import 'node:fs';`],
  ['libs/privacy uses from npm only', 'libs/privacy/src/breach-npm.ts', `import 'better-sqlite3';`],
  ['libs/application uses from npm only', 'libs/application/src/breach-npm.ts', `import 'kysely';`],
  ['libs/identity uses from npm only', 'libs/identity/src/breach-npm.ts', `import 'better-sqlite3';`],
  ['libs/read-models uses from npm only', 'libs/read-models/src/breach-npm.ts', `import '@eventstore/db-client';`],
  ['apps/api uses from npm only', 'apps/api/src/breach-npm.ts', `import 'better-sqlite3';`],
  ['apps/projector uses from npm only', 'apps/projector/src/breach-npm.ts', `import 'kysely';`],
  ['apps/cli uses from npm only', 'apps/cli/src/breach-npm.ts', `import '@eventstore/db-client';`],
  ['apps/web uses from npm only', 'apps/web/src/breach-npm.tsx', `import '@nestjs/common';`],
  ['libs/kernel uses from npm only', 'libs/kernel/src/breach-not-installed.ts', `import 'not-installed';`],
  ['zod only where a stored shape is read', 'libs/domain/src/post/breach-zod.ts', `import 'zod';`],
  ['read models use Nest only in', 'libs/read-models/src/breach.decorator.ts', `import '@nestjs/common';`],
  ['Nest shows in the file name', 'libs/application/src/breach-nest.ts', `import '@nestjs/common';`],

  // doors, streams, apps, cycles
  ['rooms are entered by the front door', 'libs/domain/src/breach-door.ts', `import '../../kernel/src/inner.js';`],
  ['rooms are entered by the front door', 'test/support/breach-door.ts', `import '../../libs/kernel/src/inner.js';`],
  ['only tests use the test kit', 'libs/domain/src/breach-kit.ts', `import '@cadre/kernel/testing';`],
  ['streams meet only through', 'libs/domain/src/team/breach-stream.ts', `import '../post/post.js';`],
  ['nothing imports an app', 'libs/log/src/breach-app.ts', `import '../../../apps/api/src/main.js';`],
  ['nothing imports an app', 'apps/cli/src/breach-app.ts', `import '../../api/src/main.js';`],
  ['no cycles', 'libs/log/src/cycle-breach.ts', `import type {} from './cycle-there.js';`],
];

/** What the same rules must let pass. */
const WELCOME: Readonly<Record<string, string>> = {
  'libs/kernel/src/inner.ts': `import { createHash } from 'node:crypto'; export const hash = createHash;`,
  'libs/kernel/src/inner.spec.ts': `import 'fast-check'; import 'node:fs'; import './inner.js';`,
  'libs/contract/src/post.request.ts': `import '@nestjs/swagger'; import 'class-validator';`,
  'libs/domain/src/post/post.events.ts': `import '@cadre/kernel';`,
  'libs/domain/src/post/post.ts': `import './post.events.js';`,
  'libs/domain/src/post/post.wire.ts': `import 'zod';`,
  'libs/kernel/src/testing/index.ts': `import '../index.js';`,
  'libs/domain/src/post/post.builders.ts': `import '@cadre/kernel/testing';`,
  'libs/domain/src/team/team.ts': `import '../post/post.events.js';`,
  'libs/log/src/sqlite/sqlite.ts': `import 'better-sqlite3'; import 'node:path'; import '@cadre/kernel';`,
  'libs/log/src/cycle-there.ts': `import type {} from './cycle-breach.js';`, // a cycle is reported once, where it is met first
  'libs/application/src/post.handler.ts': `import '@nestjs/cqrs'; import '@cadre/domain';`,
  'libs/read-models/src/establishment/establishment.handler.ts': `import '@nestjs/cqrs'; import 'kysely';`,
  'libs/read-models/src/establishment/blocks.ts': `import type {} from '@cadre/contract';`,
  'apps/cli/src/words.ts': `import type {} from '@cadre/contract';`,
  'apps/api/src/main.ts': `import '@nestjs/core'; import '@cadre/log'; import './app.module.js';`,
  'apps/api/src/app.module.ts': `import '@nestjs/common'; import '@cadre/read-models';`,
  'apps/web/src/main.tsx': `import 'react'; import 'react-dom/client'; import 'antd';`,
  'test/e2e/api.spec.ts': `import '../../apps/api/src/app.module.js'; import '@cadre/kernel';`,
};

const FRONT_DOORS = [
  'application',
  'audit',
  'contract',
  'domain',
  'identity',
  'kernel',
  'log',
  'privacy',
  'read-models',
];

describe('the house rules', () => {
  let planted: string;
  let violations: readonly Violation[];

  beforeAll(() => {
    planted = mkdtempSync(join(tmpdir(), 'cadre-house-'));
    for (const config of ['.dependency-cruiser.cjs', 'tsconfig.json', 'package.json']) {
      copyFileSync(join(root, config), join(planted, config));
    }
    symlinkSync(join(root, 'node_modules'), join(planted, 'node_modules'));
    for (const room of FRONT_DOORS) plant(`libs/${room}/src/index.ts`, 'export {};');
    for (const [file, source] of Object.entries(WELCOME)) plant(file, source);
    for (const [, file, source] of BREACHES) plant(file, source);
    violations = cruise(planted);
  });

  afterAll(() => rmSync(planted, { recursive: true, force: true }));

  it.each(BREACHES)('%s … is reported in %s', (rule, file) => {
    const reported = violations.filter((it) => it.from === file).map((it) => it.rule.name);
    expect(reported).toContainEqual(expect.stringContaining(rule));
  });

  it('let through what the table allows', () => {
    const breaches = new Set(BREACHES.map(([, file]) => file));
    expect(violations.filter((it) => !breaches.has(it.from))).toEqual([]);
  });

  it('are kept by the house itself', () => {
    expect(cruise(root).map((it) => `${it.from} -> ${it.to}: ${it.rule.name}`)).toEqual([]);
  });

  function plant(file: string, source: string): void {
    mkdirSync(dirname(join(planted, file)), { recursive: true });
    writeFileSync(join(planted, file), source);
  }
});

function cruise(folder: string): readonly Violation[] {
  const bin = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
  const files = '{apps,libs,data,test}/**/*.{ts,tsx}';
  // Symlinks are preserved so that a package reads node_modules/<name> in the planted house too.
  const args = [bin, files, '--config', '.dependency-cruiser.cjs', '--preserve-symlinks', '--output-type', 'json'];
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8', maxBuffer: 1e9 });
  if (!stdout) throw new Error(`dependency-cruiser said nothing: ${stderr}`);
  return JSON.parse(stdout).summary.violations;
}
