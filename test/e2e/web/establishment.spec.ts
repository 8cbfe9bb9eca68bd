import { readFileSync } from 'node:fs';
import { type BrowserContextOptions, type Page } from 'playwright-core';
import { serverAndBrowser, tabTo, tell, violations, why } from '../../support/web-page.js';

const REPORT = 'knownAt=2007-12-31';
const POLICE = 'block=standing-police-capacity';
const LANGUAGES = ['ar', 'en', 'es', 'fr', 'ru', 'zh'];

describe('the posts over A/62/627', () => {
  const at = serverAndBrowser(true);

  it('a manager sees how many of the 152 are on duty, and why', async () => {
    const page = await open(`?validOn=2007-12-31&${REPORT}`);
    await why(page, /^why\? On duty, Additional posts .*: not reported$/).waitFor();
    await why(page, /^why\? Not reported, Additional posts .*: 152 of 152$/).waitFor();
    await page.getByRole('listitem').filter({ hasText: '152 not reported' }).first().waitFor();
    expect(await page.getByRole('img', { name: 'one cell per post' }).locator('> use').count()).toBe(152);
    await page.getByText('arithmetic minimum 77').waitFor();

    await why(page, /^why\? Approved, Additional posts .*: 152$/).click();
    await page.getByRole('dialog').getByText('paragraph 9').first().waitFor();
    await page.keyboard.press('Escape');
    await why(page, /^why\? On duty, Additional posts/).click();
    await page.getByRole('dialog').getByText('That is not the same as none').waitFor();
  });

  it.each(LANGUAGES)('a manager sees it in any of the six languages: %s', async (language) => {
    const [own, shared] = [wordsOf('establishment', language), wordsOf('lineage', language)];
    const page = await open(`?validOn=2007-12-31&${REPORT}&lang=${language}`);
    const number = page.getByRole('button', { name: `${own.stages.onDuty}` }).first();
    await number.waitFor();
    expect(await number.getAttribute('aria-label')).toContain(shared.count.notReported);
    await page.getByRole('heading', { name: own.burnUp.title }).waitFor();
    expect(await page.locator('html').getAttribute('dir')).toBe(language === 'ar' ? 'rtl' : 'ltr');
    await number.click();
    await page.getByRole('dialog').getByText(shared.why.nothing).waitFor();
  });

  it('a manager follows the burn-up to a date, with the mouse and with the keyboard', async () => {
    const page = await open(`?${POLICE}&validOn=2008-02-01&${REPORT}`);
    await why(page, 'On duty, Standing police capacity: 18 of 27').waitFor();
    const picture = page.locator('.burn-up-chart svg');
    const { width, height } = (await picture.boundingBox())!;
    await picture.click({ position: { x: width * 0.6, y: height / 2 } });
    await page.waitForURL(/validOn=2007-(0[4-9]|1[01])-\d\d/);
    await why(page, 'On duty, Standing police capacity: between 0 and 18').waitFor();

    await page.getByText('The same in numbers').click();
    const numbers = page.getByRole('region', { name: 'The same in numbers' });
    expect(await numbers.getByRole('row', { name: '31 March 2007' }).getByRole('cell').allTextContents()).toEqual([
      ...['between 0 and 27', 'not reported', 'not reported', 'between 0 and 27', 'not reported', 'between 0 and 27'],
    ]);
    await tabTo(numbers.getByRole('button', { name: '31 December 2007' }));
    await page.keyboard.press('Enter');
    await page.waitForURL(/validOn=2007-12-31/);
    await why(page, 'On duty, Standing police capacity: 18 of 27').waitFor();
    await page.goBack();
    await why(page, 'On duty, Standing police capacity: between 0 and 18').waitFor();
    const changes = page.getByRole('list', { name: 'Something changes on:' });
    await changes.getByRole('button', { name: '31 December 2007' }).click();
    await page.waitForURL(/validOn=2007-12-31/);
  });

  it('a manager chooses the steps of the burn-up, and the address keeps them', async () => {
    const page = await open(`?${POLICE}&validOn=2007-12-31&${REPORT}`);
    await page.getByText('The same in numbers').click();
    const rows = page.getByRole('region', { name: 'The same in numbers' }).getByRole('rowheader');
    expect(await rows.first().textContent()).toBe('1 April 2006');
    const months = await rows.count();
    await page.getByRole('radio', { name: 'Years' }).check();
    await page.waitForURL(/step=year/);
    await until(async () => (await rows.count()) < months);
    expect(await rows.allTextContents()).toEqual([
      ...['1 April 2006', '31 December 2006', '1 April 2007', '31 December 2007', '30 June 2008'],
    ]);
  });

  it('a manager sees what the posts are made of, and what no source breaks down as one line', async () => {
    const page = await open(`?validOn=2007-12-31&${REPORT}`);
    const units = page.getByRole('region', { name: 'Posts by unit' });
    await why(units, 'Posts, Department of Field Support: not reported').waitFor();
    await why(units, 'Not reported: 152').waitFor();
    await page.getByRole('radio', { name: 'Origin' }).check();
    await page.waitForURL(/by=origin/);
    const origins = page.getByRole('region', { name: 'Posts by origin' });
    await origins.getByRole('row', { name: /^A\/RES\/61\/279\s*resolution/ }).waitFor();
    await why(origins, 'Posts, A/RES/61/279: 152').waitFor();
    expect(await origins.getByText('Not reported', { exact: true }).count()).toBe(0);

    const police = await open(`?${POLICE}&by=grade&validOn=2007-12-31&${REPORT}`);
    const grades = police.getByRole('region', { name: 'Posts by grade' });
    await why(grades, 'Posts, professional: 25').waitFor();
    await why(grades, 'Posts, administrative: 2').waitFor();
    await why(grades, 'Approved in all: 27').waitFor();
  });

  it('blocks of thousands are drawn with a cell for every ten posts', async () => {
    const authority = { kind: 'memo', reference: 'Memo 7' };
    await tell(at.cadre.url, 'blocks/field/approve', {
      effective: { on: '2008-03-01' },
      name: 'Field posts',
      count: 12_000,
      authority,
    });
    const page = await open('?block=field&validOn=2008-03-15');
    const picture = page.getByRole('img', { name: 'Field posts, one cell for every 10 posts: 12,000 approved' });
    await picture.waitFor();
    expect(await picture.locator('> use').count()).toBe(1_200);
  });

  it.each([
    ['light', 1440],
    ['dark', 1440],
    ['light', 390],
    ['dark', 390],
  ] as const)(
    'break no rule of accessibility: %s, %i pixels wide',
    async (colorScheme, width) => {
      const page = await open(`?${POLICE}&validOn=2007-08-15&${REPORT}&by=grade`, {
        colorScheme,
        viewport: { width, height: 900 },
      });
      await page.locator('.burn-up-chart svg').waitFor();
      await page.getByText('The same in numbers').click();
      await page.getByRole('region', { name: 'Posts by grade' }).waitFor();
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
    await page.goto(`${at.cadre.url}/posts${query}`);
    return page;
  }
});

interface Words {
  readonly stages: { readonly onDuty: string };
  readonly burnUp: { readonly title: string };
  readonly count: { readonly notReported: string };
  readonly why: { readonly nothing: string };
}

function wordsOf(folder: string, language: string): Words {
  const file = new URL(`../../../apps/web/src/${folder}/words/${language}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as Words;
}

/** Asks again until something is so; throws when it never is. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 10_000; Date.now() < end;) if (await isSo()) return;
  throw new Error('it never came about');
}
