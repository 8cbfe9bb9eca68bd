import AxeBuilder from '@axe-core/playwright';
import { type Browser, type Page } from 'playwright-core';
import { launchBrowser } from './browser.js';
import { type RunningCadre, startCadre } from './start-cadre.js';
import { teller } from './tell-cadre.js';

/** What a test of the page needs: a server of its own, and a real browser. */
export interface WebPages {
  /** Opens a path of the server in a fresh window of a desk; in English unless the path says otherwise. */
  readonly open: (path: string) => Promise<Page>;
  /** Leads a window to another path. */
  readonly go: (page: Page, path: string) => Promise<void>;
  /** What axe finds wrong once everything is there: each rule with the elements at fault. */
  readonly violations: (page: Page) => Promise<readonly (readonly [rule: string, elements: readonly string[]])[]>;
}

const STARTING_MS = 180_000;
const DESK = { width: 1440, height: 900 };

/** Starts server and browser before the tests of a block, lets it tell what they are about, and ends both after them. */
export function webPages(
  example: boolean,
  tellAll: (tell: ReturnType<typeof teller>) => Promise<void> = async () => undefined,
): WebPages {
  let cadre: RunningCadre | undefined;
  let browser: Browser | undefined;
  beforeAll(async () => {
    [cadre, browser] = await Promise.all([startCadre({ example }), launchBrowser()]);
    await tellAll(teller(cadre.url));
  }, STARTING_MS);
  afterEach(async () => {
    await Promise.all((browser?.contexts() ?? []).map((it) => it.close()));
  });
  afterAll(async () => {
    await browser?.close();
    await cadre?.stop();
  });
  const addressOf = (path: string): string => {
    const address = new URL(path, cadre!.url);
    if (!address.searchParams.has('lang')) address.searchParams.set('lang', 'en');
    return address.href;
  };
  return {
    async open(path) {
      const page = await (await browser!.newContext({ viewport: DESK })).newPage();
      await page.goto(addressOf(path));
      return page;
    },
    go: async (page, path) => void (await page.goto(addressOf(path))),
    async violations(page) {
      await page.locator('main .panel').first().waitFor();
      await page.waitForLoadState('networkidle');
      const found = (await new AxeBuilder({ page }).analyze()).violations;
      return found.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)] as const);
    },
  };
}
