import { webPages } from '../../support/web-page.js';

describe('the case board over A/62/627', () => {
  const { open, go, violations } = webPages(true, async (tell) => {
    await tell('cases/planner/open', { name: 'Planner', postIds: ['police-adviser'] }, { on: '2007-11-01' });
    await tell('cases/planner/nominate', { candidateId: 'p-0042' }, { on: '2007-11-10' });
    await tell('cases/planner/review', {}, { on: { phrase: 'December 2007' } });
  });

  it('an officer sees how long the Military Adviser case is in its stage, as known in November and December 2007', async () => {
    const page = await open('/cases/military-adviser?validOn=2007-11-30&knownAt=2007-11-30');
    await page.getByText('Nothing is told of a case “military-adviser” for these two dates.').waitFor();
    await go(page, `/cases/military-adviser?validOn=2007-11-30&knownAt=2007-12-31`);
    await page.getByText('20 to 29 days').first().waitFor();
    await page.getByText('Target: 45 days').waitFor();
    await go(page, `/cases?validOn=2007-12-31&knownAt=2007-12-31`);
    const card = page.locator('article', { hasText: 'Military Adviser' });
    await card.getByText('51 to 60 days').waitFor();
    await card.getByText('over target').waitFor();
    await page.locator('article', { hasText: 'Field Support' }).getByText('possibly over target').waitFor();
  });

  it('goes from card to card with the arrow keys, and Enter opens one', async () => {
    const page = await open('/cases?validOn=2007-12-31&knownAt=2007-12-31');
    await page.getByRole('link', { name: 'Under-Secretary-General for Field Support' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/cases\/military-adviser/);
    await page.getByText('Nominations for recruitment “Military Adviser” requested').first().waitFor();
    await page.goBack();
    await page.getByRole('link', { name: 'Military Adviser' }).focus();
    await page.keyboard.press('ArrowLeft');
    await page.waitForFunction(() => document.activeElement?.textContent.includes('Field Support'));
  });

  it('shows a case in every stage it may be in, as possible', async () => {
    const page = await open('/cases?validOn=2007-12-15');
    const cards = page.locator('article[data-uncertain="true"]', { hasText: 'Planner' });
    await cards.first().getByText('Possibly in this stage').waitFor();
    expect(await cards.count()).toBe(2);
    await go(page, `/cases/planner?validOn=2007-12-15`);
    await page.getByText('Possibly: opened').waitFor();
    await page.getByText('Possibly: under review').waitFor();
  });

  it('shows the same as a list, and finds a case by its name', async () => {
    const page = await open('/cases?validOn=2007-12-31');
    await page.getByLabel('Shown as').selectOption('List');
    await page.waitForURL(/as=list/);
    await page
      .getByRole('row', { name: /Military Adviser/ })
      .getByText('nominations requested, 51 to 60 days')
      .waitFor();
    await page.getByRole('searchbox', { name: 'Search' }).fill('planner');
    await page.getByRole('row', { name: /Military Adviser/ }).waitFor({ state: 'detached' });
    await page.getByRole('link', { name: 'Planner' }).click();
    await page.getByRole('link', { name: 'p-0042' }).click();
    await page.waitForURL(/\/people\/p-0042/);
    await page.getByText('under review').or(page.getByText('nominated')).first().waitFor();
  });

  it.each(['/cases', '/cases?as=list', '/cases/military-adviser'])('is accessible: %s', async (path) => {
    expect(await violations(await open(path))).toEqual([]);
  });
});
