// Writes apps/web/src/record/commands.generated.ts, the forms of all commands, from docs/openapi.json.
//   node scripts/command-forms.mjs             writes the file; part of "npm run openapi"
//   node scripts/command-forms.mjs --check     ends with 1 when the file is not what the document says
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import prettier from 'prettier';
import { root } from './node24.mjs';

const FILE = join(root, 'apps/web/src/record/commands.generated.ts');
const PATH = /^\/api\/([a-z]+)\/\{id\}\/(.+)$/;
/** Said along with every command, on one part of the screen for all of them. */
const TELLING = 'TellingRequest';
const ID = '^[a-z0-9]';
const STREAM = '^[a-z]{1,20}-';
/** Whose id a field holds, by its name. */
const NAMES = [
  [/unitIds?$|parentId$|^successorIds$/i, 'unit'],
  [/postIds?$/i, 'post'],
  [/^blockId$/, 'block'],
  [/^caseId$/, 'case'],
  [/^(?:person|candidate)Id$/, 'person'],
];

const { paths, components } = JSON.parse(readFileSync(join(root, 'docs/openapi.json'), 'utf8'));

function commandForms() {
  const told = Object.keys(components.schemas[TELLING].properties);
  return Object.entries(paths).flatMap(([path, { post }]) => {
    const [, group, step] = PATH.exec(path) ?? [];
    if (!post || !group) return [];
    const { properties, required } = resolved(post.requestBody.content['application/json'].schema);
    const own = Object.entries(properties).filter(([name]) => !told.includes(name));
    const fields = own.map(([name, schema]) => fieldOf(name, schema, required));
    const sorted = [...fields.filter((it) => it.required), ...fields.filter((it) => !it.required)];
    return [{ operation: post.operationId, group, step, category: group.replace(/s$/, ''), fields: sorted }];
  });
}

function kindOf(schema, name) {
  const { type, oneOf, enum: words, format, pattern = '', maxLength, minimum, maximum, items, maxItems } = schema;
  if (oneOf) return { kind: 'count' };
  const reference = schema.$ref ?? schema.allOf?.[0].$ref;
  if (reference?.endsWith('/EffectiveRequest')) return { kind: 'window' };
  if (reference) return { kind: 'group', fields: fieldsOf(resolved({ $ref: reference })) };
  if (words) return { kind: 'enum', words };
  if (type === 'boolean') return { kind: 'flag' };
  if (type === 'array') return { kind: 'list', most: maxItems ?? null, item: kindOf(items, name) };
  if (type === 'integer' || type === 'number')
    return { kind: 'number', least: minimum ?? null, most: maximum ?? null, isWhole: type === 'integer' };
  if (format === 'date') return { kind: 'day' };
  if (pattern.startsWith(STREAM)) return { kind: 'stream' };
  if (pattern.startsWith(ID)) return { kind: 'id', of: NAMES.find(([names]) => names.test(name))?.[1] ?? null };
  if (type === 'string') return { kind: 'text', mostCharacters: maxLength ?? null };
  throw new Error(`no form has a field like ${name}: ${JSON.stringify(schema)}`);
}

const fieldsOf = ({ properties, required = [] }) =>
  Object.entries(properties).map(([name, schema]) => fieldOf(name, schema, required));

function fieldOf(name, schema, required) {
  const mustBeSaid = required.includes(name);
  const blankIsNull = mustBeSaid && schema.nullable === true;
  return { name, required: mustBeSaid && !blankIsNull, blankIsNull, ...kindOf(schema, name) };
}

const resolved = ({ $ref }) => components.schemas[$ref.split('/').at(-1)];

async function written() {
  const text = [
    '// Written by "npm run openapi" from docs/openapi.json. Do not edit by hand.',
    "import { type CommandForm } from './command-form';",
    '',
    '/** Every command a person can give, in the order of the API. */',
    `export const COMMANDS: readonly CommandForm[] = ${JSON.stringify(commandForms())};`,
    '',
  ].join('\n');
  const options = await prettier.resolveConfig(FILE);
  return prettier.format(text, { ...options, parser: 'typescript' });
}

const text = await written();
if (process.argv.includes('--check')) {
  const file = process.argv.at(-1) === '--check' ? FILE : process.argv.at(-1);
  process.exitCode = readFileSync(file, 'utf8') === text ? 0 : 1;
} else {
  writeFileSync(FILE, text);
}
