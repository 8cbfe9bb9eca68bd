import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { namesOfSettings, SETTINGS } from '@cadre/composition';

const ROOT = new URL('../..', import.meta.url).pathname;
const pages = [
  'README.md',
  'CHANGELOG.md',
  ...readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .map((path) => `docs/${path}`),
].sort();
const textOf = (page: string): string => readFileSync(join(ROOT, page), 'utf8');

/** Exit code of the check of the event catalogue, on the page itself or another file. */
function checkCatalogue(...file: readonly string[]): number | null {
  const script = join(ROOT, 'scripts/event-catalogue.mjs');
  return spawnSync(process.execPath, [script, '--check', ...file], { cwd: ROOT }).status;
}

describe('the event catalogue', () => {
  it('says what the code says; else run "npm run catalogue" and commit the page', () =>
    expect(checkCatalogue()).toBe(0));

  it('is found stale when one event is told otherwise', () => {
    const folder = mkdtempSync(join(tmpdir(), 'catalogue-'));
    const stale = join(folder, 'stale.md');
    writeFileSync(stale, textOf('docs/event-catalogue.md').replace('The team exists and works.', 'The team works.'));
    expect(checkCatalogue(stale)).toBe(1);
    rmSync(folder, { recursive: true });
  });
});

/** Rows of the table of settings on a page, cell by cell. */
function settingsOn(page: string): string[][] {
  const lines = textOf(page).split('\n');
  const start = lines.findIndex((line) => /^\| setting /.test(line)) + 2;
  const end = lines.findIndex((line, i) => i >= start && !line.startsWith('|'));
  return lines.slice(start, end).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

describe('the settings', () => {
  const rows = Object.values(SETTINGS);

  it('are on the operations page, each as the code has it, and nothing else is', () =>
    expect(settingsOn('docs/operations.md')).toEqual(
      rows.map((it) => [`\`${it.name}\``, it.default, it.apps.join(', '), it.help]),
    ));

  it('are on the front page as the code has them', () => {
    const shown = settingsOn('README.md');
    const names = shown.map(([name]) => name);
    expect(shown.length).toBeGreaterThan(3);
    expect(shown).toEqual(
      rows.map((it) => [`\`${it.name}\``, it.default, it.help]).filter(([name]) => names.includes(name)),
    );
  });

  it.each(pages)('that %s names are settings', (page) => {
    const known = ['CADRE_', 'CADRE_SEED', ...namesOfSettings()];
    const named = textOf(page).match(/\bCADRE_[A-Z_]*/g) ?? [];
    expect(named.filter((name) => !known.includes(name))).toEqual([]);
  });
});

describe.each(pages)('%s', (page) => {
  it('links only to files there are', () => {
    const targets = [...textOf(page).matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map(([, target]) => target!);
    expect(targets.filter((target) => !existsSync(join(ROOT, dirname(page), target)))).toEqual([]);
  });

  it('names only files of the tree that are there', () => {
    const named = [...textOf(page).matchAll(/`((?:apps|libs|data|docs|scripts|test)\/[\w./-]+)`/g)].map(
      ([, it]) => it!,
    );
    expect(named.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });
});

it.each(pages.filter((page) => page.startsWith('docs/adr/')))('%s fits on one page', (page) =>
  expect(textOf(page).split(/\s+/).length).toBeLessThan(700),
);
