import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from '../../../scripts/build.mjs';

const ROOT = join(import.meta.dirname, '../../..');

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly responses: object }>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, { readonly properties?: object }>> };
}

describe('the OpenAPI document', () => {
  let built: Document;

  beforeAll(async () => {
    await ensureBuilt({ quiet: true });
    built = JSON.parse(output(join(ROOT, 'dist/apps/api/src/openapi/main.js'))) as Document;
  }, 120_000);

  it('in docs is the one of the built app; "npm run openapi" writes it', () => {
    expect(JSON.parse(readFileSync(join(ROOT, 'docs/openapi.json'), 'utf8'))).toEqual(built);
  });

  it('is what the types of the page were made from', () => {
    const made = program('openapi-typescript/bin/cli.js', ['docs/openapi.json']);
    const types = 'apps/web/src/api/schema.d.ts';
    const formatted = program('prettier/bin/prettier.cjs', ['--stdin-filepath', types], made);
    expect(readFileSync(join(ROOT, types), 'utf8') === formatted).toBe(true);
  });

  it('knows the fields of every shape', () => {
    const blank = Object.entries(built.components.schemas).filter(([, { properties }]) => !properties);
    expect(blank).toEqual([]);
  });

  it('says how every way in can fail', () => {
    for (const [path, methods] of Object.entries(built.paths)) {
      for (const { responses } of Object.values(methods)) {
        expect([path, Object.keys(responses).some((status) => status >= '4')]).toEqual([path, true]);
      }
    }
  });
});

const program = (bin: string, args: readonly string[], input = ''): string =>
  output(join(ROOT, 'node_modules', bin), args, input);

function output(file: string, args: readonly string[] = [], input = ''): string {
  const options = { cwd: ROOT, encoding: 'utf8', maxBuffer: 1e8, input } as const;
  const { stdout, stderr } = spawnSync(process.execPath, [file, ...args], options);
  if (!stdout) throw new Error(stderr);
  return stdout;
}
