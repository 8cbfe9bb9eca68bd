import { serverAndBrowser, tell, violations, why } from '../../support/web-page.js';

describe('the page over an empty log', () => {
  const at = serverAndBrowser(false);

  it('says how the first of each is recorded, and then shows teams of whatever kind is told of', async () => {
    const page = await (await at.browser.newContext()).newPage();
    for (const [view, category] of [
      ['statement', 'unit'],
      ['posts', 'block'],
      ['commitments', 'commitment'],
      ['organisation', 'unit'],
      ['teams', 'team'],
    ]) {
      await page.goto(`${at.cadre.url}/${view}`);
      const first = page.getByRole('link', { name: 'Record the first' });
      expect(await first.getAttribute('href')).toBe(`/record?category=${category}`);
    }
    await page.getByRole('heading', { name: 'Teams', exact: true }).waitFor();
    expect(await violations(page)).toEqual([]);
    const docs = await page
      .getByRole('link', { name: 'How that is done through the API' })
      .first()
      .getAttribute('href');
    expect((await fetch(`${at.cadre.url}${docs}`)).status).toBe(200);

    await plan('north', 'field crew team');
    await page.getByRole('heading', { name: 'field crew team', exact: true }).waitFor();
    expect(await page.getByRole('radio').count()).toBe(0);

    await plan('south', null);
    await plan('west', null);
    await page.getByRole('heading', { name: 'Teams whose kind is not reported', exact: true }).waitFor();
    await why(page, 'Teams standing: 0 of 2').waitFor();
    await page.getByRole('radio', { name: 'field crew team 1' }).check();
    await why(page, 'Teams standing: 0 of 1').waitFor();
  }, 60_000);

  const plan = (id: string, kind: string | null): Promise<void> =>
    tell(at.cadre.url, `teams/${id}/plan`, {
      effective: { on: '2024-02-01' },
      name: `Team ${id}`,
      ...(kind === null ? {} : { kind }),
    });
});
