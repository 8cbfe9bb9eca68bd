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
    const program = join(ROOT, 'dist/apps/api/src/openapi/main.js');
    const { stdout, stderr } = spawnSync(process.execPath, [program], { encoding: 'utf8', maxBuffer: 1e8 });
    if (!stdout) throw new Error(stderr);
    built = JSON.parse(stdout) as Document;
  }, 120_000);

  it('in docs is the one of the built app; "npm run openapi" writes it', () => {
    expect(JSON.parse(readFileSync(join(ROOT, 'docs/openapi.json'), 'utf8'))).toEqual(built);
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
