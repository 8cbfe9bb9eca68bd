import AxeBuilder from '@axe-core/playwright';
import { type Browser } from 'playwright-core';
import { launchBrowser } from '../../support/browser.js';
import { startCadre } from '../../support/start-cadre.js';

describe('the page over an empty log', () => {
  let cadre: Awaited<ReturnType<typeof startCadre>>;
  let browser: Browser;

  beforeAll(async () => {
    [cadre, browser] = await Promise.all([startCadre(), launchBrowser()]);
  }, 180_000);

  afterAll(async () => {
    await browser?.close();
    await cadre?.stop();
  });

  it('says how the first of each is recorded, and then shows teams of whatever kind is told of', async () => {
    const page = await (await browser.newContext()).newPage();
    for (const [view, category] of [
      ['posts', 'block'],
      ['commitments', 'commitment'],
      ['teams', 'team'],
    ]) {
      await page.goto(`${cadre.url}/${view}`);
      const first = page.getByRole('link', { name: 'Record the first' });
      expect(await first.getAttribute('href')).toBe(`/record?category=${category}`);
    }
    await page.getByRole('heading', { name: 'Teams', exact: true }).waitFor();
    expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);
    const docs = await page
      .getByRole('link', { name: 'How that is done through the API' })
      .first()
      .getAttribute('href');
    expect((await fetch(`${cadre.url}${docs}`)).status).toBe(200);

    await plan('north', 'field crew team');
    await page.getByText('Field crew teams standing').waitFor();
    expect(await page.getByRole('radio').count()).toBe(0);

    await plan('south', null);
    await plan('west', null);
    await page.getByRole('heading', { name: 'Teams', exact: true }).waitFor();
    await page.getByRole('button', { name: 'why? Teams standing: 0 of 2', exact: true }).waitFor();
    await page.getByRole('radio', { name: 'Field crew teams 1' }).check();
    await page.getByRole('button', { name: 'why? Teams standing: 0 of 1', exact: true }).waitFor();
  }, 60_000);

  async function plan(id: string, kind: string | null): Promise<void> {
    const answer = await fetch(`${cadre.url}/api/teams/${id}/plan`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        commandId: `plan-of-${id}`,
        actor: { id: 'officer-7', role: 'hr-officer' },
        effective: { earliest: '2024-02-01', latest: '2024-02-01' },
        source: { localKnowledge: 'the desk officer' },
        name: `Team ${id}`,
        ...(kind === null ? {} : { kind }),
      }),
    });
    if (answer.status !== 201) throw new Error(await answer.text());
  }
});
