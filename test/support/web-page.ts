import AxeBuilder from '@axe-core/playwright';
import { type Browser, type Locator, type Page } from 'playwright-core';
import { launchBrowser } from './browser.js';
import { type RunningCadre, startCadre } from './start-cadre.js';

/** The button beside a number; its name says the number, as "Teams standing: 1 of 6". */
export function why(within: Page | Locator, number: string | RegExp): Locator {
  const name = typeof number === 'string' ? `why? ${number}` : number;
  return within.getByRole('button', { name, exact: true });
}

/** Rules of accessibility that a page breaks, each with the places. */
export async function violations(page: Page): Promise<readonly string[]> {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map((it) => it.target.join(' ')).join(', ')}`);
}

/** Presses Tab until something has the focus; throws when the keyboard never gets there. */
export async function tabTo(wanted: Locator): Promise<void> {
  await wanted.waitFor();
  for (let presses = 0; presses < 80; presses++) {
    if (await hasFocus(wanted)) return;
    await wanted.page().keyboard.press('Tab');
  }
  throw new Error(`the keyboard does not reach ${wanted.toString()}`);
}

export async function hasFocus(wanted: Locator): Promise<boolean> {
  return (await inFocus(wanted).count()) === 1;
}

/** Waits until something has the focus. */
export async function focused(wanted: Locator): Promise<void> {
  await inFocus(wanted).waitFor();
}

const inFocus = (wanted: Locator): Locator => wanted.and(wanted.page().locator(':focus'));

/** Records something as a desk officer would through the API. @throws Error with the answer when it is refused. */
export async function tell(url: string, path: string, said: object): Promise<void> {
  const answer = await fetch(`${url}/api/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      commandId: crypto.randomUUID(),
      actor: { id: 'officer-7', role: 'hr-officer' },
      source: { localKnowledge: 'the desk officer' },
      ...said,
    }),
  });
  if (answer.status !== 201) throw new Error(`${path}: ${await answer.text()}`);
}

/** What an HR officer does on the page and beside it: opens views as somebody who has said who they are, and tells facts over HTTP. */
export function officerAt(url: string, browser: Browser) {
  return {
    /** Opens a view in a tab of its own, by somebody who records on this machine already. */
    async open(address: string): Promise<Page> {
      const context = await browser.newContext({ locale: 'en-US', viewport: { width: 1440, height: 1000 } });
      await context.addInitScript(() => localStorage.setItem('cadre.actor', '{"id":"officer-7","role":"hr-officer"}'));
      const page = await context.newPage();
      await page.goto(`${url}${address}`);
      return page;
    },
    /** Tells a fact, as another officer; throws when it is refused. */
    tell: (path: string, said: object): Promise<void> =>
      tell(url, path, { actor: { id: 'officer-8', role: 'hr-officer' }, effective: { on: '2007-10-01' }, ...said }),
    /** An answer of the API. */
    async ask<T>(path: string): Promise<T> {
      const answer = await fetch(`${url}/api/${path}`);
      if (!answer.ok) throw new Error(await answer.text());
      return (await answer.json()) as T;
    },
  };
}

/** Tells a thing; `on` is a day, or whatever a request takes for its window. */
type Tell = (path: string, said: object, telling: { readonly on: string | object }) => Promise<void>;

/** What a test of the page needs: a server of its own, and a real browser. */
export interface WebPages {
  /** Opens a path of the server in a fresh window of a desk; in English unless the path says otherwise. */
  readonly open: (path: string) => Promise<Page>;
  /** Leads a window to another path. */
  readonly go: (page: Page, path: string) => Promise<void>;
  /** What axe finds wrong once everything is there. */
  readonly violations: (page: Page) => Promise<readonly string[]>;
}

const STARTING_MS = 180_000;
const DESK = { width: 1440, height: 900 };

/** A server and a browser; there from the first test of a block to its last. */
export interface ServerAndBrowser {
  readonly cadre: RunningCadre;
  readonly browser: Browser;
}

/** Starts server and browser before the tests of a block and ends both after them; each test leaves no window behind. */
export function serverAndBrowser(example: boolean): ServerAndBrowser {
  let cadre: RunningCadre | undefined;
  let browser: Browser | undefined;
  beforeAll(async () => {
    [cadre, browser] = await Promise.all([startCadre({ example }), launchBrowser()]);
  }, STARTING_MS);
  afterEach(async () => {
    await Promise.all((browser?.contexts() ?? []).map((it) => it.close()));
  });
  afterAll(async () => {
    await browser?.close();
    await cadre?.stop();
  });
  return {
    get cadre() {
      return cadre!;
    },
    get browser() {
      return browser!;
    },
  };
}

/** The same, for a block that tells what its tests are about, and opens pages as most do. */
export function webPages(example: boolean, tellAll: (tell: Tell) => Promise<void> = async () => undefined): WebPages {
  const at = serverAndBrowser(example);
  beforeAll(async () => {
    const { url } = at.cadre;
    await tellAll((path, said, { on }) =>
      tell(url, path, { effective: typeof on === 'string' ? { on } : on, ...said }),
    );
  }, STARTING_MS);
  const addressOf = (path: string): string => {
    const address = new URL(path, at.cadre.url);
    if (!address.searchParams.has('lang')) address.searchParams.set('lang', 'en');
    return address.href;
  };
  return {
    async open(path) {
      const page = await (await at.browser.newContext({ viewport: DESK })).newPage();
      await page.goto(addressOf(path));
      return page;
    },
    go: async (page, path) => void (await page.goto(addressOf(path))),
    async violations(page) {
      await page.locator('main .panel').first().waitFor();
      await page.waitForLoadState('networkidle');
      return violations(page);
    },
  };
}
