import openapiTypes, { astToString, type OpenAPI3 } from 'openapi-typescript';
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { startCadre } from '../../support/start-cadre.js';

const FILE = fileURLToPath(new URL('../../../apps/web/src/api/schema.d.ts', import.meta.url));

/** What the page asks. Nothing else of the document goes into its types. */
const ASKED = ['teams-overview', 'establishment', 'promises', 'history/{stream}', 'health'].map((it) => `/api/${it}`);

/** CADRE_WRITE_TYPES=1 writes the file; without it a file that is no longer true fails. */
it('the types of the page are those of the OpenAPI document', async () => {
  const cadre = await startCadre();
  try {
    const document = (await (await fetch(`${cadre.url}/api/docs-json`)).json()) as OpenAPI3;
    const types = astToString(await openapiTypes(onlyAsked(document)));
    const written = await format(types, { ...(await resolveConfig(FILE)), parser: 'typescript' });
    if (process.env['CADRE_WRITE_TYPES']) await writeFile(FILE, written);
    expect(await readFile(FILE, 'utf8')).toBe(written);
  } finally {
    await cadre.stop();
  }
}, 180_000);

function onlyAsked({ paths = {}, components, ...document }: OpenAPI3): OpenAPI3 {
  const asked = Object.fromEntries(ASKED.map((path) => [path, paths[path] ?? {}]));
  const schemas = components?.schemas ?? {};
  const reached = new Set<string>();
  const reach = (part: unknown): void => {
    for (const [, name = ''] of JSON.stringify(part ?? {}).matchAll(/#\/components\/schemas\/(\w+)/g)) {
      if (reached.has(name)) continue;
      reached.add(name);
      reach(schemas[name]);
    }
  };
  reach(asked);
  const kept = Object.entries(schemas).filter(([name]) => reached.has(name));
  return { ...document, paths: asked, components: { schemas: Object.fromEntries(kept) } };
}
