import AxeBuilder from '@axe-core/playwright';
import { type Browser, type BrowserContextOptions, type Locator, type Page } from 'playwright-core';
import { launchBrowser } from '../../support/browser.js';
import { startCadre } from '../../support/start-cadre.js';

const REPORT = 'knownAt=2007-12-31';

describe('the page over A/62/627', () => {
  let cadre: Awaited<ReturnType<typeof startCadre>>;
  let browser: Browser;

  beforeAll(async () => {
    [cadre, browser] = await Promise.all([startCadre({ example: true }), launchBrowser()]);
  }, 180_000);

  afterEach(async () => {
    await Promise.all((browser?.contexts() ?? []).map((it) => it.close()));
  });

  afterAll(async () => {
    await browser?.close();
    await cadre?.stop();
  });

  describe('how many of the six teams are standing', () => {
    it.each([
      ['2007-10-15', '0 of 6'],
      ['2007-10-25', '0 or 1 of 6'],
      ['2007-10-31', '1 of 6'],
      ['2007-12-31', '1 of 6'],
    ])('on %s: %s', async (validOn, standing) => {
      const page = await open(`/teams?validOn=${validOn}&${REPORT}`);
      await why(page, `Teams standing: ${standing}`).waitFor();
    });
  });

  describe('the two dates', () => {
    it('are said in plain words', async () => {
      const page = await open(`/teams?validOn=2007-10-15&${REPORT}`);
      await page.getByText('As of 15 October 2007, as known on 31 December 2007').waitFor();
    });

    it('are typed on the keyboard, stand in the address, and the back button takes them back', async () => {
      const page = await open(`/teams?${REPORT}`);
      await page.getByLabel('True on').focus();
      await page.keyboard.type('10152007');
      await page.waitForURL(/validOn=2007-10-15/);
      await why(page, 'Teams standing: 0 of 6').waitFor();
      await page.goBack();
      expect(new URL(page.url()).search).toBe(`?${REPORT}`);
      await why(page, 'Teams standing: 1 of 6').waitFor();
    });

    it('go back to now together', async () => {
      const page = await open(`/teams?validOn=2007-10-15&${REPORT}`);
      await page.getByRole('button', { name: 'Back to now' }).click();
      await page.getByText('As of today, as known now').waitFor();
      expect(new URL(page.url()).search).toBe('');
    });

    it('that are no dates are said at their field, and nothing is asked', async () => {
      const context = await browser.newContext();
      const page = await context.newPage();
      const said: string[] = [];
      const asked: string[] = [];
      page.on('console', (it) => said.push(it.text()));
      page.on('pageerror', (it) => said.push(it.message));
      page.on('request', (it) => asked.push(new URL(it.url()).pathname));
      await page.goto(`${cadre.url}/posts?validOn=foo&knownAt=2007-02-30`);
      await page.getByRole('alert').getByText('“foo” in the address is no day').waitFor();
      await page.getByRole('alert').getByText('“2007-02-30” in the address is no day').waitFor();
      await page.getByText('Nothing was asked about the posts').waitFor();
      expect(asked.filter((it) => it.startsWith('/api') && !['/api/health', '/api/live'].includes(it))).toEqual([]);
      expect(said).toEqual([]);
      expect(await violations(page)).toEqual([]);

      await page.getByRole('button', { name: 'Back to now' }).click();
      await page.getByText('As of today, as known now').waitFor();
      await page.getByRole('img', { name: 'one cell per post' }).waitFor();
    });

    it('that stand there twice are taken the first time, and that is said', async () => {
      const page = await open(`/teams?validOn=2007-10-15&validOn=2007-12-31&${REPORT}`);
      await page.getByText('more than once; the first is taken').waitFor();
      await why(page, 'Teams standing: 0 of 6').waitFor();
    });
  });

  describe('why?', () => {
    it('leads from the number of teams to paragraph 19', async () => {
      const page = await open(`/teams?validOn=2007-12-31&${REPORT}`);
      await why(page, 'Teams standing: 1 of 6').click();
      const drawer = page.getByRole('dialog');
      await drawer.getByText('paragraph 19').first().waitFor();
      await drawer.getByRole('button', { name: 'whole history' }).first().click();
      await drawer.getByRole('list', { name: 'Everything recorded in' }).waitFor();
    });

    it('is reached, read and left again with the keyboard alone', async () => {
      const page = await open(`/teams?validOn=2007-12-31&${REPORT}`);
      await why(page, 'Teams standing: 1 of 6').waitFor();
      await tabTo(page, why(page, 'Teams standing: 1 of 6'));
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').getByText('paragraph 19').first().waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
      expect(await hasFocus(page, why(page, 'Teams standing: 1 of 6'))).toBe(true);
    });
  });

  describe('the kinds of teams', () => {
    it('open on the one with most teams, and are chosen on the keyboard', async () => {
      const page = await open(`/teams?validOn=2007-12-31&${REPORT}`);
      await page.getByRole('heading', { name: 'Integrated operational teams', exact: true }).waitFor();
      await page.getByRole('radio', { name: 'Integrated operational teams 6' }).focus();
      await page.keyboard.press('ArrowDown');
      await page.waitForURL(/teams=oversight\+team/);
      await page.getByRole('heading', { name: 'Oversight team', exact: false }).first().waitFor();
      await why(page, /^why\? Teams standing: .* of 1$/).waitFor();
      await page.goBack();
      await why(page, 'Teams standing: 1 of 6').waitFor();
    });

    it('are taken from the address', async () => {
      const page = await open(`/teams?teams=standing+capacity&validOn=2007-12-31&${REPORT}`);
      await page.getByRole('heading', { name: 'Standing capacity', exact: true }).waitFor();
      expect(await page.getByRole('radio', { name: 'Standing capacity' }).isChecked()).toBe(true);
    });
  });

  it('says above everything what somebody has to look at', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const health = (await (await fetch(`${cadre.url}/api/health`)).json()) as object;
    const alarms = [{ policy: 'overfull-posts', position: 12, sentence: 'Post 12 was given two holders.' }];
    const parked = [{ stream: 'team-darfur', position: 40, reason: 'entry 40 cannot be read.' }];
    const trouble = 'The tables cannot be written.';
    await page.route('**/api/health', (route) => route.fulfill({ json: { ...health, alarms, parked, trouble } }));
    await page.goto(cadre.url);
    const banner = page.getByRole('alert').filter({ hasText: 'needs somebody to look at it' });
    await banner.waitFor();
    expect(await banner.getByRole('listitem').allTextContents()).toEqual([
      trouble,
      'team-darfur is not up to date: entry 40 cannot be read.',
      'Post 12 was given two holders.',
    ]);
    expect(await violations(page)).toEqual([]);
  });

  it('says what is in the way when log or tables are away, and not that the server does not answer', async () => {
    const page = await (await browser.newContext()).newPage();
    const health = (await (await fetch(`${cadre.url}/api/health`)).json()) as object;
    const trouble = 'PostgreSQL: connect ECONNREFUSED';
    const away = { status: 'unavailable', tablesPosition: null, behind: null, behindSeconds: null, trouble };
    const none = { parked: null, projectors: null, alarms: null };
    await page.route('**/api/health', (route) => route.fulfill({ status: 503, json: { ...health, ...away, ...none } }));
    let asked = 0;
    await page.route('**/api/promise-ledger*', (route) => {
      asked += 1;
      if (asked > 1) return undefined; // still being tried again when the reader looks
      return route.fulfill({ status: 503, json: { title: 'Unavailable', detail: `${trouble} ${asked}.` } });
    });
    await page.goto(`${cadre.url}/commitments`);
    await page.getByRole('listitem').filter({ hasText: trouble }).waitFor();
    await page.getByText('Not kept up to date at the moment, for the reason given above.').waitFor();
    expect(await page.getByText('the server does not answer').count()).toBe(0);
    await page.getByText(`Unavailable. ${trouble} 1.`).waitFor(); // the first time, not after all tries
    expect(await violations(page)).toEqual([]);
  });

  it('shows a cell for each of the 152 posts, and no number for those filled', async () => {
    const page = await open(`/posts?validOn=2007-12-31&${REPORT}`);
    await page.getByRole('img', { name: 'one cell per post' }).waitFor();
    expect(await page.getByRole('img', { name: 'one cell per post' }).locator('> use').count()).toBe(152);
    await why(page, /^why\? On duty, .*: not reported$/).waitFor();
    await page.getByText('152 approved; how many are on duty is not reported').waitFor();
    await page.getByText('arithmetic minimum 77').first().waitFor();
  });

  it('shows by itself what somebody else records', async () => {
    const page = await open('/teams?validOn=2008-02-15');
    await why(page, 'Teams standing: 1 of 6').waitFor();
    const { status } = await fetch(`${cadre.url}/api/teams/great-lakes/stand-up`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        commandId: 'great-lakes-stands-up',
        actor: { id: 'officer-7', role: 'hr-officer' },
        effective: { earliest: '2008-02-01', latest: '2008-02-01' },
        source: { localKnowledge: 'the desk officer' },
      }),
    });
    expect(status).toBe(201);
    await why(page, 'Teams standing: 2 of 6').waitFor();
    await why(page, 'Teams standing: 2 of 6').click();
    await page.getByRole('dialog').getByText('Local knowledge of the desk officer').waitFor();
  });

  it.each([
    ['light', 1440],
    ['dark', 1440],
    ['light', 390],
    ['dark', 390],
  ] as const)(
    'breaks no rule of accessibility: %s, %i pixels wide',
    async (colorScheme, width) => {
      const page = await open(`/teams?validOn=2008-01-01&${REPORT}`, { colorScheme, viewport: { width, height: 900 } });
      await why(page, 'Teams standing: 1 of 6').waitFor();
      await page.getByText('The timeline as a table').click();
      expect(await violations(page)).toEqual([]);
      await why(page, 'Teams standing: 1 of 6').click();
      await page.getByRole('dialog').getByText('paragraph 19').first().waitFor();
      expect(await violations(page)).toEqual([]);
    },
    90_000,
  );

  async function open(address: string, options: BrowserContextOptions = {}): Promise<Page> {
    // A date is typed in the order of the reader's country.
    const context = await browser.newContext({ locale: 'en-US', viewport: { width: 1440, height: 1000 }, ...options });
    const page = await context.newPage();
    await page.goto(`${cadre.url}${address}`);
    return page;
  }
});

/** The button beside a number; its name says the number, as "Teams standing: 1 of 6". */
function why(page: Page, number: string | RegExp): Locator {
  const name = typeof number === 'string' ? `why? ${number}` : number;
  return page.getByRole('button', { name, exact: true });
}

/** Presses Tab until something has the focus; throws when the keyboard never gets there. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab');
    if (await hasFocus(page, wanted)) return;
  }
  throw new Error(`the keyboard does not reach ${wanted.toString()}`);
}

async function hasFocus(page: Page, wanted: Locator): Promise<boolean> {
  return (await wanted.and(page.locator(':focus')).count()) === 1;
}

async function violations(page: Page): Promise<readonly string[]> {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map((it) => it.target.join(' ')).join(', ')}`);
}
