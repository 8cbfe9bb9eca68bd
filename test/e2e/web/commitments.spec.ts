import { type Locator, type Page } from 'playwright-core';
import { serverAndBrowser, tell, violations, why } from '../../support/web-page.js';

describe('the ledger of promises', () => {
  const at = serverAndBrowser(true);
  beforeAll(async () => {
    await record('commitments/military-adviser/redate', {
      effective: { on: '2008-03-20' },
      due: { on: '2008-06-30' },
      reason: 'The candidate withdrew.',
    });
    await record('commitments/africa-directors/meet', { effective: { on: '2008-02-15' } });
    await record('commitments/dfs-directors/meet', { effective: { phrase: 'January 2008' } });
    await record('commitments/anti-trafficking-campaign/drop', {
      effective: { on: '2008-02-01' },
      reason: 'No funds.',
    });
  });

  it('a manager finds what is overdue and what falls due in the next 90 days', async () => {
    const page = await open('/commitments?validOn=2008-05-15');
    await why(page, 'overdue: 9').waitFor();
    await why(page, 'due in the next 90 days: 5').waitFor();
    await page.getByRole('button', { name: 'overdue', exact: true }).click();
    await page.waitForURL(/show=overdue/);
    await rows(page, 9);
    await ledger(page).getByText('overdue from 1 Apr 2008').first().waitFor();

    await page.getByRole('button', { name: 'overdue', exact: true }).click();
    await page.getByRole('button', { name: 'due in the next 90 days', exact: true }).click();
    await page.waitForURL(/show=dueSoon/);
    await rows(page, 5);
    await page.getByRole('spinbutton', { name: 'Days ahead' }).fill('30');
    await page.waitForURL(/days=30/);
    await why(page, 'due in the next 30 days: 1').waitFor();
    await rows(page, 1);
    await ledger(page)
      .getByRole('rowheader', { name: /seconded military officers/ })
      .waitFor();
    const link = page.url();
    await page.goto('about:blank');
    await page.goto(link);
    await rows(page, 1);
  }, 60_000);

  it('a manager reads the first wording, the new date with its reason, and when each was known', async () => {
    const page = await open('/commitments?validOn=2008-05-15&text=military%20adviser');
    await rows(page, 1);
    const row = ledger(page).getByRole('row').nth(1);
    await row.getByRole('link', { name: 'Recruitment case: Military Adviser' }).waitFor(); // told apart from the post of that name
    await row.getByText('first quarter of 2008').waitFor();
    await row.getByText('known 31 Dec 2007').waitFor();
    await row.getByRole('list', { name: 'New dates' }).getByText('30 June 2008').waitFor();
    await row.getByText('The candidate withdrew.').waitFor();
    await row.getByText('91 days', { exact: true }).waitFor();
    await why(row, /^why\? Fill the post of Military Adviser/).click();
    await page.getByRole('dialog').getByText('paragraph 3').first().waitFor();
  });

  it('a manager sees by how much promises of a unit slipped', async () => {
    const page = await open('/commitments?validOn=2008-05-15');
    const slippage = page.getByRole('region', { name: 'By how much promises slip' }).last();
    const dpko = slippage.getByRole('row', { name: /^Department of Peacekeeping Operations/ });
    await dpko.getByText('2 promises: too few to say').waitFor();
    await slippage
      .getByRole('row', { name: /^All together/ })
      .getByText(/at least 15 days so far \(of \d+ promises\)/)
      .waitFor();
    await page.getByRole('button', { name: 'Kind of promise' }).click();
    await page.waitForURL(/by=kind/);
    await slippage
      .getByRole('row', { name: /^Posts/ })
      .getByText('15 to 31 days (of 3 promises)')
      .waitFor();
    await slippage.getByRole('link', { name: 'Posts', exact: true }).click();
    await page.waitForURL(/kind=post/);
    await rows(page, 3);
    await why(slippage, /^why\? Median slippage: Posts: 15 to 31 days/).click();
    await page.getByRole('dialog').getByText('15 February 2008').first().waitFor();
  }, 60_000);

  it('a manager keeps promises of a unit and of those below it together, in the order of slippage', async () => {
    const page = await open('/commitments?validOn=2008-05-15');
    await page
      .getByRole('combobox', { name: 'Owner', exact: true })
      .selectOption({ label: 'Department of Peacekeeping Operations' });
    await page.waitForURL(/owner=dpko/);
    await rows(page, 3);
    await page.getByRole('checkbox', { name: 'With the units below it' }).check();
    await page.waitForURL(/subUnits=true/);
    await page.getByRole('combobox', { name: 'Grouped by' }).selectOption({ label: 'Owner' });
    await page.getByRole('combobox', { name: 'In order of' }).selectOption({ label: 'Slippage, most first' });
    await page.waitForURL(/sort=slipped&descending=true/);
    await ledger(page).locator('.commitments-group', { hasText: 'Office of Operations' }).waitFor();
  }, 60_000);

  it('an auditor sees the ledger as it was known before anything was met', async () => {
    const page = await open('/commitments?validOn=2008-01-01&knownAt=2008-01-01');
    await why(page, 'overdue: 1').waitFor();
    await why(page, 'met: 0').waitFor();
    await page.getByRole('button', { name: 'overdue', exact: true }).click();
    await rows(page, 1);
    await ledger(page).getByText('end of December 2007').waitFor();
  });

  it.each([
    ['ar', 'rtl'],
    ['en', 'ltr'],
    ['es', 'ltr'],
    ['fr', 'ltr'],
    ['ru', 'ltr'],
    ['zh', 'ltr'],
  ])(
    'a manager finds what is overdue, and what falls due next, in every language: %s',
    async (language, dir) => {
      const page = await open(`/commitments?validOn=2008-05-15&lang=${language}`);
      await page.locator(`html[lang="${language}"][dir="${dir}"]`).waitFor();
      await page.locator('[data-standing="overdue"] button[aria-pressed]').click();
      await page.waitForURL(/show=overdue/);
      await listed(page, 9);
      await page.locator('[data-standing="overdue"] button[aria-pressed="true"]').click();
      await page.locator('[data-standing="dueSoon"] button[aria-pressed]').click();
      await page.waitForURL(/show=dueSoon/);
      await listed(page, 5);
    },
    60_000,
  );

  it('shows by itself that a promise was met', async () => {
    const page = await open('/commitments?validOn=2008-09-15&text=expert%20group');
    await ledger(page).getByText('overdue', { exact: true }).waitFor();
    await record('commitments/standing-police-capacity-expert-report/meet', { effective: { on: '2008-08-20' } });
    await ledger(page).getByText('Met:').waitFor();
    await ledger(page).getByText('11 days early').waitFor();
  });

  it.each([
    ['light', 'en'],
    ['dark', 'en'],
    ['light', 'ar'],
  ] as const)(
    'breaks no rule of accessibility: %s, %s',
    async (colorScheme, language) => {
      const context = await at.browser.newContext({ colorScheme, viewport: { width: 1440, height: 900 } });
      const page = await context.newPage();
      await page.goto(`${at.cadre.url}/commitments?validOn=2008-05-15&show=overdue&group=owner&lang=${language}`);
      await page.locator('.slip-bar').first().waitFor();
      expect(await violations(page)).toEqual([]);
    },
    60_000,
  );

  const record = (path: string, said: object): Promise<void> =>
    tell(at.cadre.url, path, { source: { document: 'Memo 2008/1', paragraph: '3' }, ...said });

  async function open(address: string): Promise<Page> {
    const page = await (
      await at.browser.newContext({ locale: 'en-US', viewport: { width: 1440, height: 1000 } })
    ).newPage();
    await page.goto(`${at.cadre.url}${address}`);
    return page;
  }
});

const ledger = (page: Page): Locator => page.getByRole('region', { name: 'Ledger of promises' });

/** Waits until the ledger lists so many promises. */
async function rows(page: Page, count: number): Promise<void> {
  await ledger(page).waitFor();
  await listed(page, count);
}

/** The same in whatever language. */
async function listed(page: Page, count: number): Promise<void> {
  const promises = page.locator('.commitments tbody tr[data-stage]');
  await promises.nth(count - 1).waitFor();
  await promises.nth(count).waitFor({ state: 'detached' });
}
