// Reads the web app's sources for the words they say: which keys they ask for, and which readable text is no key.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const WEB = new URL('../../apps/web/src', import.meta.url).pathname;

export const LANGUAGES = ['ar', 'en', 'es', 'fr', 'ru', 'zh'];

/** A key a source asks for: literal, or with a part chosen at run time, which `*` stands for. */
export interface AskedKey {
  readonly folder: string;
  readonly key: string;
  /** True when it is asked for with a count, and so has plural forms. */
  readonly isPlural: boolean;
  /** File and line. */
  readonly at: string;
}

/** What a source says. */
export interface Said {
  readonly keys: readonly AskedKey[];
  /** Readable text that is no key, each with file and line. */
  readonly loose: readonly string[];
}

/** The words of a folder in a language, keys joined by dots. */
export type Words = ReadonlyMap<string, string>;

/** Folders that have words. */
export function foldersWithWords(): readonly string[] {
  return [...new Set(globSync('*/words/*.json', { cwd: WEB }).map((path) => path.split('/')[0]!))].toSorted();
}

/** @throws Error when the file is missing or no JSON. */
export function readWords(folder: string, language: string): Words {
  const words = new Map<string, string>();
  const take = (value: unknown, key: string): void => {
    if (typeof value === 'string') words.set(key, value);
    else for (const [name, inner] of Object.entries(value as object)) take(inner, key ? `${key}.${name}` : name);
  };
  take(JSON.parse(readFileSync(join(WEB, folder, 'words', `${language}.json`), 'utf8')), '');
  return words;
}

/** Says a sentence of a folder in a language, its holes filled as they come. @throws Error for a key there is not. */
export function sayerOf(
  language: string,
  folder: string,
): (key: string, holes?: Readonly<Record<string, string>>) => string {
  const words = readWords(folder, language);
  return (key, holes = {}) => {
    const text = words.get(key);
    if (text === undefined) throw new Error(`${folder} has no ${key} in ${language}`);
    return text.replaceAll(/\{\{(\w+)\}\}/g, (_, hole: string) => holes[hole] ?? '');
  };
}

/** Everything the web app's sources say, tests left out. */
export function saidInSources(): Said {
  const files = globSync('**/*.{ts,tsx}', { cwd: WEB }).filter(
    (it) => !/\.spec\.tsx?$|\.d\.ts$|\.generated\.ts$/.test(it),
  );
  const said = files.toSorted().map((path) => saidIn(path, readFileSync(join(WEB, path), 'utf8')));
  return { keys: said.flatMap(({ keys }) => keys), loose: said.flatMap(({ loose }) => loose) };
}

/** What one source says; `path` is seen from the sources' folder. */
export function saidIn(path: string, text: string): Said {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const at = (node: ts.Node): string => `${path}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
  const folders = foldersOf(source);
  const own = path.split('/')[0]!;
  const keys: AskedKey[] = [];
  const loose: string[] = [];
  const visit = (node: ts.Node): void => {
    keys.push(...askedBy(node, folders, own).map((key) => ({ ...key, at: at(node) })));
    if (isLoose(node)) loose.push(`${at(node)}: ${node.getText().trim()}`);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return { keys, loose };
}

/** Which folder's words a name looks up: `const { t: say } = useTranslation('teams')` makes `say` look in teams. */
function foldersOf(source: ts.SourceFile): ReadonlyMap<string, string> {
  const folders = new Map<string, string>();
  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) && node.initializer && ts.isCallExpression(node.initializer)) {
      const [folder] = node.initializer.arguments;
      const isLookup = node.initializer.expression.getText() === 'useTranslation';
      if (isLookup && folder && ts.isStringLiteral(folder) && ts.isObjectBindingPattern(node.name)) {
        for (const { name, propertyName } of node.name.elements) {
          if ((propertyName ?? name).getText() === 't') folders.set(name.getText(), folder.text);
        }
      }
    }
    // A function given its words says whose they are by their type: TFunction<'teams'>.
    if (ts.isParameter(node) && node.type) {
      const folder = /^TFunction<'([\w-]+)'>$/.exec(node.type.getText())?.[1];
      if (folder) folders.set(node.name.getText(), folder);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return folders;
}

function askedBy(node: ts.Node, folders: ReadonlyMap<string, string>, own: string): readonly Omit<AskedKey, 'at'>[] {
  if (
    ts.isJsxAttribute(node) &&
    node.name.getText() === 'i18nKey' &&
    node.initializer &&
    ts.isStringLiteral(node.initializer)
  )
    return [{ folder: own, key: node.initializer.text, isPlural: false }];
  if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression)) return [];
  const name = node.expression.text;
  const folder = folders.get(name) ?? (name === 't' ? own : null);
  const [key, options] = node.arguments;
  if (folder === null || !key) return [];
  const isPlural =
    options !== undefined &&
    ts.isObjectLiteralExpression(options) &&
    options.properties.some((it) => it.name?.getText() === 'count');
  return keysIn(key).map((it) => ({ folder, key: it, isPlural }));
}

/** The keys an expression can be: a literal, a template with chosen parts, or either branch of a choice. */
function keysIn(node: ts.Expression): readonly string[] {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return [node.text];
  if (ts.isTemplateExpression(node))
    return [node.head.text + node.templateSpans.map(({ literal }) => `*${literal.text}`).join('')];
  if (ts.isConditionalExpression(node)) return [...keysIn(node.whenTrue), ...keysIn(node.whenFalse)];
  return [`(${node.getText()})`];
}

const LETTERS = /\p{L}{2,}/u;
const SENTENCE = /\p{L}{2,}[ ,]+\p{L}{2,}/u;
/** A word of the API, as in "on duty": compared and looked up, and shown by its key. */
const RECORDED = /^[a-z]+( [a-z]+){1,2}$/;
/** Attributes that are read out or shown. */
const READ =
  /^(aria-label|aria-description|aria-roledescription|aria-valuetext|title|placeholder|alt|label|summary|description|hint|what|header)$/;
/** Attributes that never are. */
const UNREAD = /^(className|style|d|points|transform|viewBox|fill|stroke|rel|href|src|with|to|id|key|role|type|name)$/;

/** Readable text in markup, or a sentence in a string, that no language can replace. */
function isLoose(node: ts.Node): boolean {
  if (ts.isJsxText(node)) return LETTERS.test(node.text);
  if (!ts.isStringLiteralLike(node) && !ts.isTemplateHead(node) && !ts.isTemplateMiddleOrTemplateTail(node))
    return false;
  const attribute = ts.findAncestor(node, ts.isJsxAttribute)?.name.getText();
  if (ts.isJsxAttribute(node.parent)) return READ.test(attribute!) && LETTERS.test(node.text);
  if (ts.isJsxExpression(node.parent) && !ts.isJsxAttribute(node.parent.parent)) return LETTERS.test(node.text);
  if (attribute !== undefined && UNREAD.test(attribute)) return false;
  return SENTENCE.test(node.text) && !RECORDED.test(node.text) && !isUnread(node);
}

/** Errors are for the console, types and imports for the compiler. */
function isUnread(node: ts.Node): boolean {
  return (
    ts.findAncestor(node, (it) => ts.isNewExpression(it) && /Error$/.test(it.expression.getText())) !== undefined ||
    ts.findAncestor(node, (it) => ts.isTypeNode(it) || ts.isImportDeclaration(it)) !== undefined
  );
}

/** The plural forms a language distinguishes, as in "one" and "other". */
export function pluralForms(language: string): readonly string[] {
  return new Intl.PluralRules(language).resolvedOptions().pluralCategories;
}

/** A key without its plural form, and that form; null for a key that ends in none. */
export function withoutForm(key: string): { readonly stem: string; readonly form: string } | null {
  const found = /^(.*)_(zero|one|two|few|many|other)$/.exec(key);
  return found ? { stem: found[1]!, form: found[2]! } : null;
}
