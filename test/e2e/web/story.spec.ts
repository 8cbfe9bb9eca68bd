import { type Browser, type Page } from 'playwright-core';
import { launchBrowser } from '../../support/browser.js';
import { startCadre } from '../../support/start-cadre.js';
import { tell } from '../../support/web-page.js';

const DAY = '2024-03-01';

describe('the page follows 152 approved posts to a person on duty', () => {
  let cadre: Awaited<ReturnType<typeof startCadre>>;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    [cadre, browser] = await Promise.all([startCadre(), launchBrowser()]);
    page = await (await browser.newContext()).newPage();
    await page.goto(`${cadre.url}/posts?validOn=${DAY}`);
  }, 180_000);

  afterAll(async () => {
    await browser?.close();
    await cadre?.stop();
  });

  it('shows every step by itself', async () => {
    await record('blocks/desks/approve', {
      name: 'Desks',
      count: 152,
      authority: { kind: 'memo', reference: 'Memo 7' },
    });
    await shows('Approved', '152');
    await shows('On duty', 'not reported');
    for (const postId of ['desk-1', 'desk-2', 'desk-3'])
      await record('blocks/desks/identify', { postId, title: 'Desk Officer' });
    await shows('Identified', '3');
    await record('cases/c-1/open', { postIds: ['desk-1', 'desk-2', 'desk-3'] });
    await record('cases/c-1/advertise', {});
    await shows('Advertised', 'between 3 and 152');
    await record('cases/c-1/select', { candidateId: 'pat', postId: 'desk-1' });
    await shows('Selected', 'between 1 and 150');
    await record('cases/c-1/withdraw', { candidateId: 'pat' });
    await shows('Selected', 'between 0 and 149');
    await record('cases/c-1/select', { candidateId: 'kim', postId: 'desk-1' });
    await shows('Selected', 'between 1 and 150');
    await record('posts/desk-1/fill', { personId: 'kim', caseId: 'c-1' });
    await shows('On duty', 'between 1 and 150');
  }, 120_000);

  /** The number of a stage, as the button beside it says. */
  async function shows(stage: string, number: string): Promise<void> {
    const name = new RegExp(`^why\\? .*${stage}.*: ${number}`, 'i');
    await page
      .getByRole('button', { name })
      .first()
      .waitFor({ timeout: 15_000 })
      .catch(async (error: unknown) => {
        const names = await page
          .getByRole('button', { name: /^why\?/ })
          .evaluateAll((all) => all.map((it) => it.getAttribute('aria-label') ?? it.textContent));
        throw new Error(`${stage}: ${number} is not among\n${names.join('\n')}`, { cause: error });
      });
  }

  const record = (path: string, said: object): Promise<void> =>
    tell(cadre.url, path, { effective: { on: DAY }, ...said });
});
