import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

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
