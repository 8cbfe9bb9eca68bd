import { type BrowserContextOptions, type Locator, type Page } from 'playwright-core';
import { hasFocus, serverAndBrowser, tabTo, tell, violations, why } from '../../support/web-page.js';

const REPORT = 'knownAt=2007-12-31';

describe('the teams over A/62/627', () => {
  const at = serverAndBrowser(true);

  it.each([
    ['2007-10-15', '0 of 6', 'Not standing'],
    ['2007-10-25', '0 or 1 of 6', 'Possibly standing'],
    ['2007-10-31', '1 of 6', 'Standing'],
    ['2007-12-31', '1 of 6', 'Standing'],
  ])('a manager sees which of the six stand on %s: %s', async (validOn, standing, darfur) => {
    const page = await open(`?validOn=${validOn}&${REPORT}`);
    await why(page, `Teams standing: ${standing}`).waitFor();
    await tile(page, 'Darfur team').getByText(darfur, { exact: false }).first().waitFor();
    for (const other of ['Great Lakes team', 'West Africa team', 'Asia and Middle East team'])
      await tile(page, other).getByText('Not standing').waitFor();
  });

  it('a manager sees what keeps the other five, each thing once, down to its paragraph', async () => {
    const page = await open(`?validOn=2007-10-31&${REPORT}`);
    const way = page.getByRole('region', { name: 'What is in the way of the others' });
    await way.getByText('No approval is on record.').waitFor();
    await way.getByText('Who has joined is not reported; planned for each: 6.').waitFor();
    const posts = way.getByRole('list', { name: 'Posts', exact: true });
    await posts.getByText('how many are filled is not reported').first().waitFor();
    const promises = way.getByRole('list', { name: 'Promises still open' }).getByRole('listitem');
    const standUp = promises.filter({ hasText: 'Stand up the other five integrated operational teams' });
    await standUp.getByText('early 2008').first().waitFor();
    await standUp.getByText('All 5 teams that do not surely stand').waitFor();
    await standUp.getByRole('button', { name: /^why\?/ }).click();
    await page.getByRole('dialog').getByText('paragraph 20').first().waitFor();
  });

  it('a manager reads that sub-teams share their specialists, who are counted once', async () => {
    const page = await open(`?validOn=2007-12-31&${REPORT}`);
    await page.getByText('They are counted once: 6, not 2 × 6 = 12.').waitFor();
    await page.getByText('6 + 6 + 6 + 6 + 6 + 6 = 36; sub-teams add none.').waitFor();
    await why(page, 'All teams: planned: 36 and joined: not reported').waitFor();
  });

  it('a manager sees who has joined against the plan, and what is promised late', async () => {
    await tell(at.cadre.url, 'teams/west-africa/assign-member', {
      effective: { on: '2008-01-10' },
      personId: 'p-west-1',
      function: 'police',
    });
    const page = await open('?validOn=2008-06-15');
    const table = page.getByRole('region', { name: 'Composition against plan' });
    await why(table, 'West Africa team, police: planned: 2 and joined: 1').waitFor();
    await why(table, 'West Africa team, military: planned: 2 and joined: not reported').waitFor();
    const way = page.getByRole('region', { name: 'What is in the way of the others' });
    const missing = way.getByRole('listitem').filter({ hasText: 'Still missing against the plan: 5 of 6' });
    await missing.getByText('Concerns: West Africa team').waitFor();
    await way.getByText('overdue').first().waitFor();
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
      await tabTo(why(page, 'Teams standing: 1 of 6'));
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').getByText('paragraph 19').first().waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
      expect(await hasFocus(why(page, 'Teams standing: 1 of 6'))).toBe(true);
    });
  });

  describe('the kinds of teams', () => {
    it('open on the one with most teams, and are chosen on the keyboard', async () => {
      const page = await open(`?validOn=2007-12-31&${REPORT}`);
      await page.getByRole('heading', { name: 'integrated operational team', exact: true }).waitFor();
      await page.getByRole('radio', { name: 'integrated operational team 6' }).focus();
      await page.keyboard.press('ArrowDown');
      await page.waitForURL(/teams=oversight\+team/);
      await page.getByRole('heading', { name: 'oversight team', exact: true }).waitFor();
      await why(page, /^why\? Teams standing: .* of 1$/).waitFor();
      await page.goBack();
      await why(page, 'Teams standing: 1 of 6').waitFor();
    });

    it('are taken from the address', async () => {
      const page = await open(`?teams=standing+capacity&validOn=2007-12-31&${REPORT}`);
      await page.getByRole('heading', { name: 'standing capacity', exact: true }).waitFor();
      expect(await page.getByRole('radio', { name: 'standing capacity' }).isChecked()).toBe(true);
    });
  });

  it('show by themselves what somebody else records', async () => {
    const page = await open('?validOn=2008-02-15');
    await why(page, 'Teams standing: 1 of 6').waitFor();
    await tell(at.cadre.url, 'teams/great-lakes/stand-up', { effective: { on: '2008-02-01' } });
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
    'break no rule of accessibility: %s, %i pixels wide',
    async (colorScheme, width) => {
      const page = await open(`?validOn=2007-10-25&${REPORT}`, { colorScheme, viewport: { width, height: 900 } });
      await page.getByRole('region', { name: 'Composition against plan' }).first().waitFor();
      await page.getByText('The timeline as a table').click();
      expect(await violations(page)).toEqual([]);
      await why(page, 'Teams standing: 0 or 1 of 6').click();
      await page.getByRole('dialog').getByText('paragraph 19').first().waitFor();
      expect(await violations(page)).toEqual([]);
    },
    90_000,
  );

  /** A team's tile. */
  function tile(page: Page, name: string): Locator {
    return page
      .getByRole('region', { name: 'integrated operational team', exact: true })
      .getByRole('listitem')
      .filter({ has: page.getByText(name, { exact: true }) });
  }

  async function open(query: string, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await at.browser.newContext({
      locale: 'en-US',
      viewport: { width: 1440, height: 1000 },
      ...options,
    });
    const page = await context.newPage();
    await page.goto(`${at.cadre.url}/teams${query}`);
    return page;
  }
});
