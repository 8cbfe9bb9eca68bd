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
      const page = await open(`?validOn=${validOn}&${REPORT}`);
      await why(page, `Teams standing: ${standing}`).waitFor();
    });
  });

  describe('the two dates', () => {
    it('are said in plain words', async () => {
      const page = await open(`?validOn=2007-10-15&${REPORT}`);
      await page.getByText('As of 15 October 2007, as known on 31 December 2007').waitFor();
    });

    it('are typed on the keyboard, stand in the address, and the back button takes them back', async () => {
      const page = await open(`?${REPORT}`);
      await page.getByLabel('True on').focus();
      await page.keyboard.type('10152007');
      await page.waitForURL(/validOn=2007-10-15/);
      await why(page, 'Teams standing: 0 of 6').waitFor();
      await page.goBack();
      expect(new URL(page.url()).search).toBe(`?${REPORT}`);
      await why(page, 'Teams standing: 1 of 6').waitFor();
    });

    it('go back to now together', async () => {
      const page = await open(`?validOn=2007-10-15&${REPORT}`);
      await page.getByRole('button', { name: 'Back to now' }).click();
      await page.getByText('As of today, as known now').waitFor();
      expect(new URL(page.url()).search).toBe('');
    });

    it('that are no dates are answered with what to do', async () => {
      const page = await open('?validOn=yesterday');
      await page.getByRole('alert').first().getByText('validOn must be a day').waitFor();
    });
  });

  describe('why?', () => {
    it('leads from the number of teams to paragraph 19', async () => {
      const page = await open(`?validOn=2007-12-31&${REPORT}`);
      await why(page, 'Teams standing: 1 of 6').click();
      const drawer = page.getByRole('dialog');
      await drawer.getByText('paragraph 19').first().waitFor();
      await drawer.getByRole('button', { name: 'whole history' }).first().click();
      await drawer.getByRole('list', { name: 'Everything recorded in' }).waitFor();
    });

    it('is reached, read and left again with the keyboard alone', async () => {
      const page = await open(`?validOn=2007-12-31&${REPORT}`);
      await why(page, 'Teams standing: 1 of 6').waitFor();
      await tabTo(page, why(page, 'Teams standing: 1 of 6'));
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').getByText('paragraph 19').first().waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
      expect(await hasFocus(page, why(page, 'Teams standing: 1 of 6'))).toBe(true);
    });
  });

  it('shows a cell for each of the 152 posts, and no number for those filled', async () => {
    const page = await open(`?validOn=2007-12-31&${REPORT}`);
    await page.getByRole('img', { name: 'one cell per post' }).waitFor();
    expect(await page.getByRole('img', { name: 'one cell per post' }).locator('> use').count()).toBe(152);
    await why(page, /^why\? On duty, .*: not reported$/).waitFor();
    await page.getByText('arithmetic minimum 77').first().waitFor();
  });

  it('shows the one commitment overdue on the first day of 2008', async () => {
    const page = await open('?validOn=2008-01-01&knownAt=2008-01-01');
    await why(page, 'overdue: 1').waitFor();
    await page.getByRole('switch', { name: 'Overdue only' }).click();
    await page.waitForURL(/only=overdue/);
    const table = page.getByRole('region', { name: 'Table of commitments' });
    expect(await table.getByRole('rowheader').count()).toBe(1);
    await table.getByText('end of December 2007').waitFor();
  });

  it('shows by itself what somebody else records', async () => {
    const page = await open('?validOn=2008-02-15');
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
      const page = await open(`?validOn=2008-01-01&${REPORT}`, { colorScheme, viewport: { width, height: 900 } });
      await why(page, 'Teams standing: 1 of 6').waitFor();
      await page.getByRole('region', { name: 'Table of commitments' }).waitFor();
      await page.getByText('The timeline as a table').click();
      expect(await violations(page)).toEqual([]);
      await why(page, 'Teams standing: 1 of 6').click();
      await page.getByRole('dialog').getByText('paragraph 19').first().waitFor();
      expect(await violations(page)).toEqual([]);
    },
    90_000,
  );

  async function open(query: string, options: BrowserContextOptions = {}): Promise<Page> {
    // A date is typed in the order of the reader's country.
    const context = await browser.newContext({ locale: 'en-US', viewport: { width: 1440, height: 1000 }, ...options });
    const page = await context.newPage();
    await page.goto(`${cadre.url}/${query}`);
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
