import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type BrowserContextOptions, type Page } from 'playwright-core';
import { serverAndBrowser, violations } from '../../support/web-page.js';

/** Where the pictures of the screens are kept; TAKE_PICTURES=1 takes them anew. */
const PICTURES = new URL('../../../docs/screens', import.meta.url).pathname;
const IS_TAKING_PICTURES = process.env['TAKE_PICTURES'] === '1';
const REPORT = 'validOn=2007-12-31&knownAt=2007-12-31';
const FIRST_LOAD_KB = 350;

/** Views of one thing, which no menu leads to. Each is shown like the screens of the menu. */
const BENEATH = {
  tour: '/teams?tour=2&validOn=2007-10-26&knownAt=2007-12-31',
  case: `/cases/military-adviser?${REPORT}`,
  post: `/staffing/military-adviser?${REPORT}`,
  recording: '/record?stream=post-military-adviser&command=posts_fill',
  correction: '/corrections/post-military-adviser?',
  explanation: `/explain?number=teams.standing&${REPORT}`,
  comparison: '/compare?validOn=2007-10-31&against=2007-12-30',
  changes: `/organisation?compareOn=2007-06-30&${REPORT}`,
};

describe('every screen', () => {
  const at = serverAndBrowser(true);
  let screens: readonly (readonly [name: string, address: string])[];
  beforeAll(async () => {
    screens = await addressesInTheMenu();
    if (IS_TAKING_PICTURES) mkdirSync(PICTURES, { recursive: true });
  });

  it.each([
    ['light', 'en', 1440],
    ['dark', 'en', 1440],
    ['light', 'ar', 1440],
    ['dark', 'zh', 390],
  ] as const)(
    'breaks no rule of accessibility: %s, in %s, %i pixels wide',
    async (colorScheme, language, width) => {
      const found: string[] = [];
      for (const [name, address] of screens) {
        const page = await open(`${address}&lang=${language}`, { colorScheme, viewport: { width, height: 900 } });
        expect(await page.locator('html').getAttribute('dir')).toBe(language === 'ar' ? 'rtl' : 'ltr');
        found.push(...(await violations(page)).map((it) => `${name}: ${it}`));
        if (await isWiderThanItsWindow(page)) found.push(`${name}: wider than the window`);
        await page.context().close();
      }
      expect(found).toEqual([]);
    },
    600_000,
  );

  it('says nothing amiss on the console, and asks nobody but its own server', async () => {
    const amiss: string[] = [];
    for (const [name, address] of screens) {
      const page = await (await at.browser.newContext()).newPage();
      page.on('console', (it) => ['error', 'warning'].includes(it.type()) && amiss.push(`${name}: ${it.text()}`));
      page.on('pageerror', (it) => amiss.push(`${name}: ${it.message}`));
      page.on('request', (it) => {
        if (!it.url().startsWith(at.cadre.url) && !it.url().startsWith('data:') && !it.url().startsWith('blob:'))
          amiss.push(`${name} asks ${it.url()}`);
      });
      const answer = await page.goto(`${at.cadre.url}${address}`);
      expect(answer?.headers()['content-security-policy']).toMatch(/default-src 'self'/);
      await settled(page);
      await page.context().close();
    }
    expect(amiss).toEqual([]);
  }, 300_000);

  it(`loads at most ${FIRST_LOAD_KB} kB of script, compressed, for the first screen`, async () => {
    const page = await (await at.browser.newContext()).newPage();
    const scripts: Promise<number>[] = [];
    page.on('response', (it) => {
      if (it.request().resourceType() === 'script') scripts.push(it.body().then((body) => gzipSync(body).length));
    });
    await page.goto(at.cadre.url);
    await settled(page);
    const kB = (await Promise.all(scripts)).reduce((sum, size) => sum + size, 0) / 1000;
    console.log(`script of the first screen: ${kB.toFixed(0)} kB compressed`);
    expect(kB).toBeGreaterThan(50);
    expect(kB).toBeLessThanOrEqual(FIRST_LOAD_KB);
  }, 60_000);

  it('stands as a picture in the documentation', async () => {
    for (const [name, address] of IS_TAKING_PICTURES ? screens : []) {
      const page = await open(address, { viewport: { width: 1440, height: 900 } });
      await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: false });
      await page.context().close();
    }
    expect(screens.map(([name]) => name).filter((name) => !existsSync(join(PICTURES, `${name}.png`)))).toEqual([]);
  }, 300_000);

  /** Every view of the menu, and those beneath, for the date of the report; new entries are recorded now. */
  async function addressesInTheMenu(): Promise<readonly (readonly [string, string])[]> {
    const page = await open('/?lang=en');
    const links = page.getByRole('navigation', { name: 'Views' }).getByRole('link');
    const paths = await links.evaluateAll((all) => all.map((it) => new URL((it as HTMLAnchorElement).href).pathname));
    const named = paths.map((path) => [path.slice(1) || 'home', `${path}?${REPORT}`] as const);
    return [...named, ...Object.entries(BENEATH)];
  }

  async function open(address: string, options: BrowserContextOptions = {}): Promise<Page> {
    const page = await (await at.browser.newContext({ locale: 'en-US', ...options })).newPage();
    await page.addInitScript(() => localStorage.setItem('cadre.actor', '{"id":"officer-7","role":"hr-officer"}'));
    await page.goto(`${at.cadre.url}${address}`);
    await settled(page);
    return page;
  }
});

/** Everything asked has been answered and drawn. */
async function settled(page: Page): Promise<void> {
  await page.locator('main h1').waitFor();
  await page.waitForFunction(() => document.querySelectorAll('.ant-skeleton, [aria-busy="true"]').length === 0);
}

async function isWiderThanItsWindow(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth + 1);
}
