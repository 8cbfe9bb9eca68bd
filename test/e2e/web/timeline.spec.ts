import { type BrowserContextOptions, type Locator, type Page } from 'playwright-core';
import { serverAndBrowser, tell, violations } from '../../support/web-page.js';

const REPORT = 'validOn=2008-01-01&knownAt=2007-12-31';
const DIRECTORS = /^Appoint the directors of the Field Budget and Finance Division/;

describe('the timeline', () => {
  const at = serverAndBrowser(true);
  beforeAll(async () => {
    await tell(at.cadre.url, 'commitments/military-adviser/redate', {
      effective: { on: '2008-03-20' },
      due: { on: '2008-06-30' },
      reason: 'The candidate withdrew.',
    });
  });

  it('a manager sees which promise slips, and opens why down to the paragraph', async () => {
    const page = await open(REPORT);
    await row(page, /^Darfur team/).waitFor();
    await page.getByRole('checkbox', { name: 'Only what slips' }).check();
    await page.waitForURL(/only=slipping/);
    await page.getByRole('status').filter({ hasText: '3 rows' }).waitFor();
    await row(page, DIRECTORS).getByText('overdue').waitFor();

    await list(page).focus();
    await page.keyboard.press('Home');
    await page.waitForURL(/row=commitment-dfs-directors/);
    await details(page).getByText('end of December 2007').waitFor();
    await page.keyboard.press('Enter');
    const drawer = page.getByRole('dialog');
    await drawer
      .getByText(/paragraph \d+/)
      .first()
      .waitFor();
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'hidden' });
    expect(await list(page).evaluate((it) => it === document.activeElement)).toBe(true);
  }, 60_000);

  it('a manager reads the first promise, the second and its reason, and neither second nor reason as known before', async () => {
    const page = await open('validOn=2008-05-15&text=military%20adviser&without=post,unit');
    await row(page, /Military Adviser/).click();
    await details(page)
      .getByRole('row', { name: /^Promised 31|^Promised by/ })
      .waitFor();
    const again = details(page).getByRole('row', { name: /^Promised anew/ });
    await again.getByText('30 June 2008').waitFor();
    await again.getByText('Reason: The candidate withdrew.').waitFor();
    await row(page, /Military Adviser/)
      .getByText('re-dated 1 time')
      .waitFor();
    await again.getByRole('button', { name: /^why\?/ }).click();
    await page.getByRole('dialog').getByText('Local knowledge of the desk officer').waitFor();

    const before = await open('validOn=2008-05-15&knownAt=2007-12-31&text=military%20adviser&without=post,unit');
    await row(before, /Military Adviser/).click();
    await details(before).getByText('first quarter of 2008').waitFor();
    expect(await details(before).getByText('Promised anew').count()).toBe(0);
    expect(
      await row(before, /Military Adviser/)
        .getByText('re-dated')
        .count(),
    ).toBe(0);
  }, 60_000);

  it('a manager zooms from a decade to days and finds the same view again by its address', async () => {
    const page = await open(REPORT);
    await row(page, /^Darfur team/).click();
    await details(page).getByText('between 21 October 2007 and 31 October 2007').waitFor();
    await page.getByRole('button', { name: 'Decade' }).click();
    await page.waitForURL(/from=200[23]-/);
    await page.getByRole('button', { name: 'Days' }).click();
    await page.waitForURL(/from=2007-12-/);
    await list(page).focus();
    await page.keyboard.press('-');
    await page.keyboard.press('ArrowLeft');
    await page.waitForURL(/from=2007-12-2[0-6]/);
    const address = page.url();
    await page.goto('about:blank');
    await page.goto(address);
    await row(page, /^Darfur team/)
      .and(page.locator('[aria-selected="true"]'))
      .waitFor();
    await list(page).locator('.tl-axis').getByText('January 2008').waitFor();
    expect(await list(page).locator('.tl-fine').count()).toBe(daysIn(page));
    expect(page.url()).toBe(address);
    await page.getByRole('button', { name: 'All', exact: true }).click();
    await page.waitForURL((url) => !url.searchParams.has('from'));
  }, 60_000);

  it('shows the rows of a unit with what is within it, by kind when asked', async () => {
    const page = await open(`${REPORT}&unit=office-of-operations`);
    await row(page, /^Africa I Division/).waitFor();
    expect(await row(page, /^Police Division/).count()).toBe(0);
    await page.getByRole('radio', { name: 'kind' }).check();
    await page.waitForURL(/by=kind/);
    await list(page).getByText('Teams', { exact: true }).waitFor();
  }, 60_000);

  it('runs to the left in Arabic, and the arrows of the keyboard with it', async () => {
    const page = await open(`${REPORT}&lang=ar&row=team-darfur&from=2007-07-01&to=2008-06-30`);
    const bars = page.locator('.tl-bar[data-tone="strong"] .tl-sure');
    await bars.first().waitFor();
    const now = await page.locator('.tl-now line').getAttribute('x1');
    const promised = await page.locator('.tl-promise .tl-hatch').first().getAttribute('x');
    expect(Number(promised)).toBeLessThan(Number(now));
    await list(page).focus();
    await page.keyboard.press('ArrowLeft');
    await page.waitForURL(/from=2007-08-2/);
  }, 60_000);

  it('follows the hand: a drag moves through time, Control and the wheel zoom where the pointer is', async () => {
    const page = await open(`${REPORT}&from=2007-07-01&to=2008-06-30`);
    await row(page, /^Darfur team/).waitFor();
    const box = (await list(page).locator('.tl-axis').boundingBox())!;
    const [middle, y] = [box.x + box.width / 2, box.y + 200];
    await page.mouse.move(middle, y);
    await page.mouse.down();
    await page.mouse.move(middle - box.width / 4, y, { steps: 5 });
    await page.mouse.up();
    await page.waitForURL(/from=2007-(09-30|10-0)/);
    expect(new URL(page.url()).searchParams.has('row')).toBe(false);
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -600);
    await page.keyboard.up('Control');
    await page.waitForURL(/from=2007-1[12]/);
  }, 60_000);

  it('says the same in a table, and prints every row', async () => {
    const page = await open(REPORT);
    await page.getByText('The same as a table').click();
    const table = page.getByRole('region', { name: 'The rows of the timeline in words' });
    await table.getByText('first quarter of 2008').first().waitFor();
    expect(await table.getByRole('rowheader').count()).toBe(25);
    await page.getByRole('button', { name: 'Next', exact: true }).click();
    await page.getByText('Page 2 of 4').waitFor();
    const inSight = await page.getByRole('option').count();
    await page.emulateMedia({ media: 'print' });
    await page.waitForFunction((few) => document.querySelectorAll('[role=option]').length > few, inSight);
    expect(await page.getByRole('option').count()).toBe(95);
  }, 60_000);

  it('keeps few rows in the document and follows the keyboard to the last one', async () => {
    const page = await open(REPORT);
    await row(page, /^Darfur team/).click();
    expect(await page.getByRole('option').count()).toBeLessThan(60);
    await page.keyboard.press('End');
    const last = page.locator('[role=option][aria-posinset="95"]');
    await last.and(page.locator('[aria-selected="true"]')).waitFor();
    expect(await list(page).getAttribute('aria-activedescendant')).toBe(await last.getAttribute('id'));
  }, 60_000);

  it.each([
    ['light', 'en', 1440],
    ['dark', 'en', 390],
    ['light', 'ar', 1440],
  ] as const)(
    'breaks no rule of accessibility: %s, %s, %i pixels wide',
    async (colorScheme, lang, width) => {
      const page = await open(`${REPORT}&lang=${lang}&row=team-darfur`, {
        colorScheme,
        viewport: { width, height: 900 },
      });
      await details(page).getByRole('button').first().waitFor();
      await page.locator('.tl-table summary').click();
      await page.locator('.tl-table table').waitFor();
      expect(await violations(page)).toEqual([]);
    },
    90_000,
  );

  async function open(query: string, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await at.browser.newContext({
      locale: 'en-US',
      viewport: { width: 1440, height: 1000 },
      ...options,
    });
    const page = await context.newPage();
    await page.goto(`${at.cadre.url}/timeline?${query}`);
    return page;
  }
});

/** How many days the address shows. */
function daysIn(page: Page): number {
  const { searchParams } = new URL(page.url());
  const day = (name: string): number => Date.parse(searchParams.get(name)!) / 86_400_000;
  return day('to') - day('from') + 1;
}

const list = (page: Page): Locator => page.getByRole('listbox').and(page.locator('.tl-scroll'));
const row = (page: Page, name: RegExp): Locator => list(page).getByRole('option', { name });
const details = (page: Page): Locator => page.locator('.tl-details');
