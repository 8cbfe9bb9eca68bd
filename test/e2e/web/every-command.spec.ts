import { type Browser, type Page } from 'playwright-core';
import { join } from 'node:path';
import { launchBrowser } from '../../support/browser.js';
import { officerAt } from '../../support/web-page.js';
import { startCadre } from '../../support/start-cadre.js';

interface Command {
  readonly operation: string;
  readonly category: string;
}

/** The page is a program of its own, with its own way of naming files; so its table is loaded and not imported. */
const { COMMANDS } = (await import(
  join(import.meta.dirname, '../../../apps/web/src/record/commands.generated.ts')
)) as { readonly COMMANDS: readonly Command[] };

describe('every command', () => {
  let cadre: Awaited<ReturnType<typeof startCadre>>;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    [cadre, browser] = await Promise.all([startCadre(), launchBrowser()]);
    page = await officerAt(cadre.url, browser).open('/record');
  }, 180_000);

  afterAll(async () => {
    await browser?.close();
    await cadre?.stop();
  });

  it.each(COMMANDS.map(({ operation, category }) => [operation, category] as const))(
    '%s has a form, and what its needed fields say can be read',
    async (operation, category) => {
      await page.goto(`${cadre.url}/record?stream=${category}-thing&command=${operation}`);
      await page.getByLabel('Date, as the source says it').first().fill('2007-10-31');
      await page.getByRole('radio', { name: 'Somebody’s own knowledge' }).check();
      await page.getByLabel('Whose knowledge').fill('the desk officer');
      await fillNeeded();
      const answered = page.waitForResponse(/preview=true/);
      await page.getByRole('button', { name: 'Show what will change' }).click();
      const answer = await answered;
      // The business may say no to a thing that is not there; that what was sent is no request, it may not.
      const { code, detail } = (await answer.json()) as { code?: string; detail?: string };
      expect([operation, code === 'DATA_NOT_READABLE' ? detail : 'read']).toEqual([operation, 'read']);
    },
    30_000,
  );

  /** Fills whatever must not be left blank with something of its kind. */
  async function fillNeeded(): Promise<void> {
    const lists = page.locator('.record-fields .record-list').filter({ hasNotText: '(optional)' });
    for (const list of await lists.all()) await list.getByRole('button').last().click();
    const fields = page.locator('.record-fields .record-field').filter({ hasNotText: '(optional)' });
    for (const field of await fields.all()) {
      const input = field.locator('.record-input').first();
      const kind = await field.getAttribute('data-kind');
      if ((await input.evaluate((it) => it.tagName)) === 'SELECT') await input.selectOption({ index: 1 });
      else await input.fill(VALUES[kind ?? ''] ?? 'risk');
    }
    for (const choice of await page.locator('.record-fields .record-flag').all()) {
      await choice.getByRole('radio').first().check();
    }
  }
});

const VALUES: Readonly<Record<string, string>> = {
  count: '3',
  number: '1',
  day: '2008-01-31',
  window: 'early 2008',
};
