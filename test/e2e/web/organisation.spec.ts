import { type Locator, type Page } from 'playwright-core';
import { serverAndBrowser, violations } from '../../support/web-page.js';

describe('the organisation', () => {
  const at = serverAndBrowser(true);

  it('a manager sees the Situation Centre move between 30 June and 1 July 2007 and why', async () => {
    const page = await open('/organisation?validOn=2007-06-30');
    await line(page, 'Situation Centre').waitFor();
    expect(await level(line(page, 'Situation Centre'))).toBe(3);
    const before = page.url();
    await page.goto(before.replace('2007-06-30', '2007-07-01'));
    await page.getByRole('group', { name: 'Compare with another day' }).getByLabel('True on').fill('2007-06-30');
    await page.waitForURL(/compareOn=2007-06-30/);

    await page.getByRole('heading', { name: 'What changed between 30 June 2007 and 1 July 2007' }).waitFor();
    const row = page.getByRole('row', { name: /^Situation Centre/ });
    await row.getByText('moved', { exact: true }).waitFor();
    await row.getByText('Office of Operations', { exact: true }).waitFor();
    await row.getByText('Office of the Under-Secretary-General for Peacekeeping Operations').waitFor();
    await line(page, /^Situation Centre moved/).waitFor();
    await row.getByRole('button', { name: 'why? Situation Centre: moved' }).click();
    await page.getByRole('dialog').getByText('paragraph 16').first().waitFor();
    await page.getByText('changes are not excluded').waitFor();
  }, 60_000);

  it('a manager reads of a unit what stands in it, alone and with the units below it, and why', async () => {
    const page = await open('/organisation?validOn=2007-12-31');
    await page.getByRole('searchbox', { name: 'Search for a unit' }).fill('peacekeeping operations');
    await page.getByText('2 found').waitFor();
    await line(page, 'Department of Peacekeeping Operations').click();
    await page.waitForURL(/unit=dpko/);
    const panel = page.getByRole('complementary', { name: 'The unit chosen' });
    await panel.getByRole('heading', { name: 'Department of Peacekeeping Operations' }).waitFor();
    const posts = panel.getByRole('row', { name: /^posts standing/ });
    await posts.getByText('7', { exact: true }).waitFor();
    await panel
      .getByRole('row', { name: /^teams standing/ })
      .getByText('not reported')
      .waitFor();
    await posts.getByRole('button', { name: /^why\? posts standing in .* and below: 7$/ }).click();
    await page.getByRole('dialog').getByText('A/62/627').first().waitFor();
    await page.keyboard.press('Escape');
    await panel.getByRole('button', { name: 'Show everything recorded of it' }).click();
    await panel.getByRole('list', { name: /unit-dpko/ }).waitFor();
    await panel.getByRole('link', { name: 'Promises of this unit' }).click();
    await page.waitForURL(/\/commitments\?.*owner=dpko/);
  }, 60_000);

  it('an officer walks, opens and shuts the units with the keyboard alone', async () => {
    const page = await open('/organisation?validOn=2007-12-31');
    const tree = page.getByRole('tree', { name: 'Units as an outline' });
    await tree.getByRole('treeitem').first().waitFor();
    await page.getByRole('button', { name: 'Zoom in' }).focus();
    await page.keyboard.press('Tab');
    await focused(page, 'Department of Peacekeeping Operations');
    await page.keyboard.press('ArrowLeft');
    await hidden(line(page, 'Office of Operations'));
    await page.waitForURL(/shut=dpko/);
    await page.keyboard.press('ArrowRight');
    await line(page, 'Office of Operations').waitFor();
    await page.keyboard.press('ArrowRight');
    await focused(page, 'Office of Military Affairs');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await focused(page, 'Office of Operations');
    await page.keyboard.press('End');
    await page.keyboard.press('Home');
    await focused(page, 'Department of Peacekeeping Operations');
    await page.keyboard.type('o');
    await focused(page, 'Office of Military Affairs');
    await page.keyboard.press('Enter');
    await page.waitForURL(/unit=office-of-military-affairs/);
    await page.getByRole('complementary').getByText('Military Division').waitFor();
    expect(await tree.getByRole('treeitem', { selected: true }).count()).toBe(1);
  }, 60_000);

  it('an auditor sees what was learned of one day, and a link that shows the same again', async () => {
    const page = await open('/organisation?validOn=2007-12-31&compareKnown=2007-01-01');
    await page.getByText('The first day as known on 1 January 2007').waitFor();
    const row = page.getByRole('row', { name: /^Department of Field Support/ });
    await row.getByText('not there').waitFor();
    await page.getByRole('button', { name: 'Stop comparing' }).click();
    await page.waitForURL((url) => !url.search.includes('compareKnown'));
    await page.goBack();
    await row.waitFor();
  }, 60_000);

  it('draws what is possible as possible: a unit that may not be there, and a parent that is not certain', async () => {
    const page = await open('/organisation?validOn=2007-07-15');
    await line(page, /Police Division.*parent not certain/).waitFor();
    await page.locator('.org-edge[data-kind="possible"]').first().waitFor({ state: 'attached' });
    await page.locator('.org-box[data-standing="uncertain"]').first().waitFor();
    await page.locator('.org-box[data-standing="planned"]').first().waitFor();
    expect(await page.getByText('not certain whether it stands, or what it is called').count()).toBe(1);
  }, 60_000);

  it('runs from right to left in Arabic, and zooms', async () => {
    const page = await open('/organisation?validOn=2007-12-31&lang=ar');
    const box = (unit: string) => page.locator(`[data-unit="${unit}"]`);
    await box('situation-centre').waitFor();
    const x = async (unit: string) => (await box(unit).boundingBox())!.x;
    expect(await x('dpko')).toBeGreaterThan(await x('office-of-operations'));
    const width = async () => (await box('dpko').boundingBox())!.width;
    const usual = await width();
    await page.getByRole('button', { name: 'تصغير' }).click();
    await page.waitForURL(/zoom=75/);
    expect(usual * 0.75).toBeCloseTo(await width(), 0);
  }, 60_000);

  it.each([
    ['light', 'en'],
    ['dark', 'en'],
    ['light', 'ar'],
  ] as const)(
    'breaks no rule of accessibility: %s, %s',
    async (colorScheme, language) => {
      const context = await at.browser.newContext({ colorScheme, viewport: { width: 1600, height: 1000 } });
      const page = await context.newPage();
      await page.goto(
        `${at.cadre.url}/organisation?validOn=2007-07-15&compareOn=2007-06-30&unit=orolsi&lang=${language}`,
      );
      await page.locator('.org-senior').waitFor();
      await page.locator('.org-changes').first().waitFor();
      expect(await violations(page)).toEqual([]);
    },
    60_000,
  );

  async function open(address: string): Promise<Page> {
    const page = await (
      await at.browser.newContext({ locale: 'en-US', viewport: { width: 1600, height: 1000 } })
    ).newPage();
    await page.goto(`${at.cadre.url}${address}`);
    return page;
  }
});

/** A line of the outline, by its unit's name. */
function line(page: Page, name: string | RegExp): Locator {
  const wanted = typeof name === 'string' ? page.getByText(name, { exact: true }) : undefined;
  const items = page.getByRole('treeitem', typeof name === 'string' ? {} : { name });
  return wanted ? items.filter({ has: wanted }) : items;
}

const level = async (item: Locator): Promise<number> => Number(await item.getAttribute('aria-level'));

/** Waits until the keyboard is on a unit. */
async function focused(page: Page, name: string): Promise<void> {
  await line(page, name).and(page.locator(':focus')).waitFor();
}

async function hidden(item: Locator): Promise<void> {
  await item.waitFor({ state: 'detached' });
}
