import { webPages } from '../../support/web-page.js';

describe('somebody who sees this for the first time', () => {
  const pages = webPages(true);

  it('reads what it rests on, and goes to see it as its last document knew it', async () => {
    const page = await pages.open('/');
    await page.getByRole('heading', { name: 'Overview' }).waitFor();
    await page.getByRole('link', { name: /^See everything as it was known on 31 December 2007/ }).click();
    await page.waitForURL(/validOn=2007-12-31&knownAt=2007-12-31/);
    await page.getByText('As of 31 December 2007, as known on 31 December 2007').waitFor();
    await page.getByRole('button', { name: /^why\? Approved, Additional posts .*: 152$/ }).waitFor();
    await page.getByRole('button', { name: /^why\? On duty, Additional posts .*: not reported$/ }).click();
    await page.getByRole('dialog').getByText('it has not been reported').waitFor();
  });

  it('is led through the views by the tour, each stop drawn from the log', async () => {
    const page = await pages.open('/');
    await page.getByRole('link', { name: 'Take the short tour' }).click();
    const tour = page.getByRole('complementary');
    const titles: string[] = [];
    for (let stop = 1; stop <= 8; stop++) {
      await tour.getByText(`Stop ${stop} of 8`).waitFor();
      titles.push(await tour.getByRole('heading').innerText());
      if (stop === 2) await tour.getByText('“Darfur team” only “2007 年 10 月底”').waitFor();
      if (stop < 8) await tour.getByRole('link', { name: 'Next stop' }).click();
    }
    expect(new Set(titles).size).toBe(8);
    expect(new URL(page.url()).pathname).toBe('/statement');
    await tour.getByRole('link', { name: 'Back one stop' }).click();
    await tour.getByText('Stop 7 of 8').waitFor();
    await page.keyboard.press('Escape');
    await tour.waitFor({ state: 'detached' });
    expect(new URL(page.url()).searchParams.has('tour')).toBe(false);
  });

  it('keeps dates and language on the way from one view to the next', async () => {
    const page = await pages.open('/?validOn=2007-10-25&knownAt=2007-12-31&lang=fr');
    const menu = page.getByRole('navigation', { name: 'Vues' });
    await menu.getByRole('link', { name: 'Équipes' }).click();
    await page.getByRole('heading', { level: 1, name: 'Équipes' }).waitFor();
    const { pathname, searchParams } = new URL(page.url());
    expect([pathname, ...searchParams.values()]).toEqual(['/teams', '2007-10-25', '2007-12-31', 'fr']);
  });

  it('chooses language and colours, which the next visit remembers', async () => {
    const page = await pages.open('/');
    await page.getByLabel('Colours').selectOption('dark');
    await page.locator('html[data-colours="dark"]').waitFor();
    await page.getByLabel('Language').selectOption('ru');
    await page.getByRole('heading', { level: 1, name: 'Обзор' }).waitFor();
    await page.goto(new URL('/teams', page.url()).href);
    await page.locator('html[lang="ru"][data-colours="dark"]').waitFor();
  });

  it('is told so where there is no such view', async () => {
    const page = await pages.open('/nowhere');
    await page.getByRole('heading', { name: 'There is no such view' }).waitFor();
    await page.getByText('Nothing is shown at /nowhere').waitFor();
  });
});
