import { type Page } from 'playwright-core';
import { serverAndBrowser, violations, why } from '../../support/web-page.js';

const REPORT = 'knownAt=2007-12-31';

describe('the page over A/62/627', () => {
  const at = serverAndBrowser(true);

  describe('the two dates', () => {
    it('are said in plain words', async () => {
      const page = await open(`/teams?validOn=2007-10-15&${REPORT}`);
      await page.getByText('As of 15 October 2007, as known on 31 December 2007').waitFor();
    });

    it('are typed on the keyboard, stand in the address, and the back button takes them back', async () => {
      const page = await open(`/teams?${REPORT}`);
      await why(page, 'Teams standing: 1 of 6').waitFor(); // words that are still on their way would take the focus
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
      const context = await at.browser.newContext();
      const page = await context.newPage();
      const said: string[] = [];
      const asked: string[] = [];
      page.on('console', (it) => said.push(it.text()));
      page.on('pageerror', (it) => said.push(it.message));
      page.on('request', (it) => asked.push(new URL(it.url()).pathname));
      await page.goto(`${at.cadre.url}/posts?validOn=foo&knownAt=2007-02-30`);
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

  it('opens on how many teams of each kind stand, unlike things never added up', async () => {
    const page = await open(`/?${REPORT}&validOn=2007-12-31`);
    await why(page, /integrated operational team: 1 of 6$/).waitFor();
    await why(page, /oversight team: 1 of 1$/).waitFor();
    await page.getByRole('link', { name: /integrated operational team$/ }).click();
    await why(page, 'Teams standing: 1 of 6').waitFor();
  });

  it('says above everything what somebody has to look at', async () => {
    const context = await at.browser.newContext();
    const page = await context.newPage();
    const health = (await (await fetch(`${at.cadre.url}/api/health`)).json()) as object;
    const alarms = [{ policy: 'overfull-posts', position: 12, sentence: 'Post 12 was given two holders.' }];
    const parked = [{ stream: 'team-darfur', position: 40, reason: 'entry 40 cannot be read.' }];
    const trouble = 'The tables cannot be written.';
    await page.route('**/api/health', (route) => route.fulfill({ json: { ...health, alarms, parked, trouble } }));
    await page.goto(at.cadre.url);
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
    const page = await (await at.browser.newContext()).newPage();
    const health = (await (await fetch(`${at.cadre.url}/api/health`)).json()) as object;
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
    await page.goto(`${at.cadre.url}/commitments`);
    await page.getByRole('listitem').filter({ hasText: trouble }).waitFor();
    await page.getByText('Not kept up to date at the moment, for the reason given above.').waitFor();
    expect(await page.getByText('the server does not answer').count()).toBe(0);
    await page.getByText(`Unavailable. ${trouble} 1.`).waitFor(); // the first time, not after all tries
    expect(await violations(page)).toEqual([]);
  });

  async function open(address: string): Promise<Page> {
    // A date is typed in the order of the reader's country.
    const context = await at.browser.newContext({ locale: 'en-US', viewport: { width: 1440, height: 1000 } });
    const page = await context.newPage();
    await page.goto(`${at.cadre.url}${address}`);
    return page;
  }
});
