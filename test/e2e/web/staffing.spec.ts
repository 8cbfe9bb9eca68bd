import { readFileSync } from 'node:fs';
import { type Locator, type Page } from 'playwright-core';
import { webPages } from '../../support/web-page.js';
import { LANGUAGES, readWords } from '../../support/web-words.js';

const DATES = 'lang=en&validOn=2007-12-31';

describe('the staffing table over A/62/627', () => {
  const { open, go, violations } = webPages(true, async (tell) => {
    const officer = { title: 'Planning Officer', grade: 'P-4', unitId: 'dpko', occupancy: 'vacant', number: 'N-7' };
    await tell('posts/planning-officer/establish', officer, { on: '2007-03-01' });
    await tell('posts/planning-officer/fill', { personId: 'p-0042', share: 50 }, { on: '2007-04-01' });
    await tell('posts/planning-officer/vacate', { personId: 'p-0042' }, { on: { phrase: 'end of October 2007' } });
  });

  it('an officer finds the longest vacant posts and exports them', async () => {
    const page = await open(`/staffing?${DATES}`);
    await page.getByRole('checkbox', { name: /vacant/ }).check();
    await page.waitForURL(/states=vacant/);
    await why(page, 'Posts that stand: 7').waitFor();
    await page.getByRole('button', { name: 'Vacant for' }).click();
    await page.waitForURL(/sort=vacancy&descending=true/);
    const [first] = await rows(page, 7);
    await expectText(first!, 'Planning Officer');
    await expectText(first!, '61 to 71 days');
    await expectText(first!, 'end of October 2007');

    const started = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export to CSV' }).click();
    const download = await started;
    expect(download.suggestedFilename()).toMatch(/^staffing-2007-12-31-known-\d{4}-\d{2}-\d{2}\.csv$/);
    const lines = readFileSync(await download.path(), 'utf8')
      .trim()
      .split('\r\n');
    expect(lines).toHaveLength(8);
    expect(lines[0]).toContain('"Vacant, days at least","Vacant, days at most"');
    expect(lines[1]).toMatch(/^planning-officer,N-7,Planning Officer,P-4,.*,vacant,yes,61,71,/);
    expect(lines[1]).toMatch(/,2007-12-31,\d{4}-\d{2}-\d{2}T[\d:.]+Z,\d+$/);
    await page.getByText('7 posts exported').waitFor();
  });

  it.each(LANGUAGES)('an officer finds the longest vacant posts and exports them, in %s', async (language) => {
    const [words, vocabulary] = [readWords('staffing', language), readWords('vocabulary', language)];
    const page = await open(`/staffing?lang=${language}&validOn=2007-12-31`);
    await page.getByRole('checkbox', { name: vocabulary.get('states.posts.vacant')! }).check();
    await rows(page, 7);
    await page.getByRole('button', { name: words.get('columns.vacancy')!, exact: true }).click();
    await page.waitForURL(/sort=vacancy&descending=true/);
    const [first] = await rows(page, 7);
    await expectText(first!, 'Planning Officer');
    await expectText(first!, new Intl.NumberFormat(language === 'ar' ? 'ar-EG' : language).format(71));
    const started = page.waitForEvent('download');
    await page.getByRole('button', { name: words.get('export.start')! }).click();
    const lines = readFileSync(await (await started).path(), 'utf8')
      .trim()
      .split('\r\n');
    expect(lines[0]).toContain(words.get('export.columns.vacantSince')!);
    expect(lines[1]).toContain(`,${vocabulary.get('states.posts.vacant')},${words.get('yes')},61,71,`);
  });

  it('a manager sees since when a post is held, in the table, on its page and in the export', async () => {
    const page = await open('/staffing?lang=en&validOn=2007-06-30&text=planning+officer');
    const [row] = await rows(page, 1);
    await expectText(row!, 'since 1 April 2007');
    const started = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export to CSV' }).click();
    const [head, line] = readFileSync(await (await started).path(), 'utf8')
      .trim()
      .split('\r\n');
    expect(head).toContain(',Held by,Held since,');
    expect(line).toContain(',p-0042,1 April 2007,');
    await page.getByRole('link', { name: 'Planning Officer', exact: true }).click();
    await page.getByRole('definition').getByText('since 1 April 2007').waitFor();
  });

  it('saves a view and comes back to it', async () => {
    const page = await open(`/staffing?${DATES}`);
    await page.getByRole('searchbox', { name: 'Search' }).fill('director');
    await page.waitForURL(/text=director/);
    await rows(page, 4);
    await page.getByRole('button', { name: 'Save this view' }).click();
    await page.getByRole('textbox', { name: 'Name of the view' }).fill('Directors');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Directors' }).waitFor();

    await go(page, `/staffing?${DATES}`);
    await rows(page, 22);
    await page.getByRole('link', { name: 'Directors' }).click();
    await rows(page, 4);
    expect(page.url()).toContain('validOn=2007-12-31');

    await page.getByRole('button', { name: 'Rename' }).click();
    await page.getByRole('textbox', { name: 'New name of “Directors”' }).fill('D posts');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'D posts' }).waitFor();
    await page.getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('link', { name: 'D posts' }).waitFor({ state: 'detached' });
  });

  it('an officer-in-charge is shown, and the post stays vacant', async () => {
    const page = await open(`/staffing?${DATES}&text=field+support`);
    const row = page.getByRole('row', { name: /Under-Secretary-General for Field Support/ });
    await expectText(row, 'Officer-in-charge, the post stays vacant');
    await expectText(row, 'vacant');
  });

  it('leads to the page of a post, with its life and its recruitment', async () => {
    const page = await open(`/staffing?${DATES}&grades=ASG`);
    await page.getByRole('link', { name: 'Military Adviser', exact: true }).click();
    await page.waitForURL(/\/staffing\/military-adviser\?/);
    await page.getByRole('heading', { name: 'Military Adviser' }).waitFor();
    await page.waitForFunction(() => document.title === 'Military Adviser – Staffing table – Cadre');
    await page.getByText('nominations requested, 51 to 60 days').waitFor();
    await page.getByRole('list', { name: 'Everything recorded in post-military-adviser' }).waitFor();
    const record = page.getByRole('link', { name: 'Record something about this post' });
    expect(await record.getAttribute('href')).toMatch(
      /^\/record\?.*validOn=2007-12-31&stream=post-military-adviser&command=posts_fill$/,
    );
  });

  it('says when nothing matches, and leads back to all posts', async () => {
    const page = await open(`/staffing?${DATES}&text=nobody+is+called+that`);
    await page.getByText('No post matches').waitFor();
    await page.getByRole('button', { name: 'Show all posts' }).first().click();
    await rows(page, 22);
  });

  it.each([`/staffing?${DATES}`, '/staffing?lang=ar&validOn=2007-12-31', '/staffing/military-adviser?lang=en'])(
    'is accessible: %s',
    async (path) => {
      expect(await violations(await open(path))).toEqual([]);
    },
  );
});

const why = (page: Page, said: string): Locator => page.getByRole('button', { name: `why? ${said}` });

/** The rows of the table once there are so many. */
async function rows(page: Page, count: number): Promise<readonly Locator[]> {
  const all = page.locator('.staffing-table tbody tr');
  await page.waitForFunction((many) => document.querySelectorAll('.staffing-table tbody tr').length === many, count);
  await page.locator('.answered[aria-busy="false"]').first().waitFor();
  return all.all();
}

async function expectText(row: Locator, text: string): Promise<void> {
  await row.getByText(text).first().waitFor();
}
