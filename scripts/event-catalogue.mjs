// Writes docs/event-catalogue.md from the code: sentences and members from *.events.ts, natures from the deciders,
// versions from the golden examples. Nothing is built first, so that it runs from a clean clone.
//   npm run catalogue             writes the page
//   npm run catalogue -- --check  ends with 1 when the page is not what the code says
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import prettier from 'prettier';
import ts from 'typescript';
import { root } from './node24.mjs';

const DOMAIN = 'libs/domain/src';
const KERNEL = 'libs/kernel/src';
const PAGE = join(root, 'docs/event-catalogue.md');

const read = (path) => readFileSync(join(root, path), 'utf8');
const parse = (path) => ts.createSourceFile(path, read(path), ts.ScriptTarget.Latest, true);
const filesIn = (folder, ending) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith(ending) && !/\.(spec|builders)\.ts$|\/testing\//.test(path))
    .sort();

/** Every interface and type the page may have to spell out, by name. */
const declarations = new Map(
  [...filesIn(KERNEL, '.ts'), ...filesIn(DOMAIN, '.events.ts')]
    .flatMap((path) => [...parse(path).statements])
    .filter((it) => ts.isInterfaceDeclaration(it) || ts.isTypeAliasDeclaration(it))
    .map((it) => [it.name.text, it]),
);

/** Stream kinds in the order of the catalogue of stored shapes. */
function categories() {
  const names = objectNamed(parse(`${DOMAIN}/catalogue.wire.ts`), 'catalogue').properties.map((it) => it.name.text);
  if (names.length === 0) throw new Error('the catalogue of stored shapes names no stream');
  return names;
}

/** What the page says of one kind of stream. */
function streamOf(category) {
  const file = parse(`${DOMAIN}/${category}/${category}.events.ts`);
  const decider = parse(`${DOMAIN}/${category}/${category}.ts`);
  const natures = new Map(objectNamed(decider, 'natures').properties.map((it) => [it.name.text, it.initializer.text]));
  const events = file.statements.filter(isEvent).map((it) => {
    const name = it.name.text;
    const nature = natures.get(name);
    if (!nature) throw new Error(`${name} has no nature in ${category}.ts`);
    return { name, sentence: docOf(it), nature, folder: `${DOMAIN}/${category}/golden`, ...dataOf(it) };
  });
  const untold = [...natures.keys()].filter((name) => !events.some((event) => event.name === name));
  if (untold.length > 0) throw new Error(`${category}.events.ts does not declare ${untold.join(', ')}`);
  return { category, life: docOf(variableNamed(decider, (it) => it.type?.getText().startsWith('Decider<'))), events };
}

function isEvent(statement) {
  return ts.isInterfaceDeclaration(statement) && ['type', 'data'].every((name) => memberNamed(statement, name));
}

/** The members of an event's data, and what is said of them. */
function dataOf(event) {
  const data = memberNamed(event, 'data');
  const members = membersOf(data.type).map((it) => ({
    name: it.name.text,
    type: typeText(it.type),
    note: docOf(it),
    refers: namesIn(it.type),
  }));
  return { members, note: docOf(data) };
}

/** Spells out what stands for the data as a whole: literals, what they are joined with, and the interfaces named. */
function membersOf(type) {
  if (ts.isTypeLiteralNode(type)) return [...type.members];
  if (ts.isIntersectionTypeNode(type)) return type.types.flatMap(membersOf);
  const name = type.typeName.text;
  if (name === 'Record') return [];
  return [...declarationOf(name).members];
}

function declarationOf(name) {
  const found = declarations.get(name);
  if (!found) throw new Error(`nothing declares the type ${name}`);
  return found;
}

/** Names of our own types that a type is made of, these spelled out in turn, each once. */
function namesIn(type, found = new Set()) {
  const visit = (node) => {
    if (
      ts.isTypeReferenceNode(node) &&
      declarations.has(node.typeName.getText()) &&
      !found.has(node.typeName.getText())
    ) {
      found.add(node.typeName.getText());
      visit(declarations.get(node.typeName.getText()));
    }
    ts.forEachChild(node, visit);
  };
  visit(type);
  return found;
}

const typeText = (type) =>
  type
    .getText()
    .replaceAll(/\/\*\*[\s\S]*?\*\//g, '')
    .replaceAll('readonly ', '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/;? \}/g, ' }')
    .replace(/^\| /, '');

/** A docstring as one line. */
function docOf(node) {
  const [doc] = ts.getJSDocCommentsAndTags(ts.isVariableDeclaration(node) ? node.parent.parent : node);
  return ts.getTextOfJSDocComment(doc?.comment)?.replaceAll(/\s+/g, ' ') ?? null;
}

const memberNamed = (declaration, name) => declaration.members.find((it) => it.name?.text === name);

function objectNamed(file, name) {
  const found = find(file, (it) => 'initializer' in it && it.name?.text === name && it.initializer);
  if (!found || !ts.isObjectLiteralExpression(found.initializer)) throw new Error(`${file.fileName} has no ${name}`);
  return found.initializer;
}

function variableNamed(file, isWanted) {
  const found = find(file, (it) => ts.isVariableDeclaration(it) && isWanted(it));
  if (!found) throw new Error(`${file.fileName} has no decider`);
  return found;
}

function find(node, isWanted) {
  return isWanted(node) ? node : ts.forEachChild(node, (child) => find(child, isWanted));
}

/** Versions ever written, as links to the examples kept of them; the last is today's. */
function versions(folder, name) {
  const examples = readdirSync(join(root, folder))
    .map((file) => /^(\w+)\.v(\d+)\.json$/.exec(file))
    .filter((it) => it?.[1] === name)
    .map((it) => Number(it[2]))
    .sort((a, b) => a - b);
  if (examples.length === 0) throw new Error(`${name} has no example in ${folder}`);
  return examples.map((version) => `[${version}](../${folder}/${name}.v${version}.json)`).join(', ');
}

const code = (text) => `\`${text}\``;
const cell = (text) => text.replaceAll('|', '\\|');
const row = (...cells) => `| ${cells.map(cell).join(' | ')} |`;
const table = (heads, rows) =>
  [row(...heads), row(...heads.map(() => '---')), ...rows.map((it) => row(...it))].join('\n');
const sentenceCase = (text) => text.charAt(0).toUpperCase() + text.slice(1);

function dataCell(members) {
  if (members.length === 0) return 'nothing more';
  return members.map(({ name, type }) => `${code(name)} ${code(type)}`).join('<br>');
}

function streamSection({ category, life, events }) {
  const rows = events.map(({ name, sentence, nature, folder, members }) => [
    code(name),
    sentence ?? '',
    nature,
    versions(folder, name),
    dataCell(members),
  ]);
  const notes = new Map(
    events.flatMap(({ name, members, note }) => [
      ...(note ? [[`${name}|`, `- ${code(name)}: ${note}`]] : []),
      ...members.filter((it) => it.note).map((it) => [`${it.name}|${it.note}`, `- ${code(it.name)}: ${it.note}`]),
    ]),
  );
  return [
    `## ${sentenceCase(category)}`,
    life ?? '',
    table(['Event', 'What it says', 'Nature', 'Version', 'Data'], rows),
    [...notes.values()].join('\n'),
  ];
}

function shapesSection(streams) {
  const told = streams.flatMap(({ events }) =>
    events.flatMap(({ members }) => members.flatMap((it) => [...it.refers])),
  );
  const carried = entryMembers().flatMap((it) => [...namesIn(it.type)]);
  const rows = [...new Set([...told, ...carried])]
    .sort((a, b) => a.localeCompare(b, 'en'))
    .map((name) => {
      const declaration = declarationOf(name);
      const shape = ts.isTypeAliasDeclaration(declaration)
        ? code(typeText(declaration.type))
        : declaration.members.map((it) => `${code(it.name.text)} ${code(typeText(it.type))}`).join('<br>');
      return [code(name), docOf(declaration) ?? '', shape];
    });
  return ['## Shapes used above', table(['Shape', 'What it is', 'Members'], rows)];
}

/** Members of an entry, from the log's own down to what is told. */
function entryMembers() {
  const members = ['Entry', 'NewEntry', 'EntryMeta'].flatMap((name) => [...declarationOf(name).members]);
  return [...new Map(members.map((it) => [it.name.text, it])).values()];
}

function entrySection() {
  const rows = entryMembers().map((it) => [code(it.name.text), code(typeText(it.type)), docOf(it) ?? '']);
  return ['## What every entry carries', docOf(declarationOf('Entry')), table(['Member', 'Type', 'What it is'], rows)];
}

function anyStreamSection() {
  const declaration = declarationOf('EntryRetracted');
  const { members } = dataOf(declaration);
  const retracted = [
    code('EntryRetracted'),
    docOf(declaration),
    'neither: it takes an entry out of the order',
    versions(`${DOMAIN}/golden`, 'EntryRetracted'),
    dataCell(members),
  ];
  return ['## Any stream', table(['Event', 'What it says', 'Nature', 'Version', 'Data'], [retracted])];
}

const HEAD = `# Event catalogue

<!-- Written by "npm run catalogue" from libs/domain/src. Do not edit by hand. -->

Every fact the log can hold, by kind of stream. An **occurrence** has happened: it cannot be dated after the day it is
recorded. A **decision** may take effect on a later day. The version links to the stored example of each shape ever
written; the last one is written today. Words are explained in the [glossary](glossary.md).`;

/** The whole page, formatted as the rest of the repository. */
async function page() {
  const streams = categories().map(streamOf);
  const parts = [
    HEAD,
    ...streams.flatMap(streamSection),
    ...anyStreamSection(),
    ...entrySection(),
    ...shapesSection(streams),
  ];
  return prettier.format(parts.filter(Boolean).join('\n\n'), {
    ...(await prettier.resolveConfig(PAGE)),
    parser: 'markdown',
  });
}

const [flag, file = PAGE] = process.argv.slice(2);
const wanted = await page();
if (flag !== '--check') {
  writeFileSync(PAGE, wanted);
} else if (!existsSync(file) || readFileSync(file, 'utf8') !== wanted) {
  console.error('docs/event-catalogue.md is not what the code says; run "npm run catalogue" and commit it.');
  process.exitCode = 1;
}
