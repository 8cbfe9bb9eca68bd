import { type Locator, type Page } from 'playwright-core';
import { serverAndBrowser, violations } from '../../support/web-page.js';

const REPORT = 'validOn=2007-12-31&knownAt=2007-12-31';

describe('the status report over A/62/627', () => {
  const at = serverAndBrowser(true);

  it('is written for the two dates, in parts, with notes and sources', async () => {
    const page = await open(`/statement?${REPORT}`);
    await page.getByText('Status report as of 31 December 2007').waitFor();
    await page.getByText('As known on 31 December 2007; log position 251.').waitFor();
    expect(await page.locator('.report h2').allInnerTexts()).toEqual([
      ...['Changes in the organisational structure', 'Posts and senior appointments', 'Teams', 'Recruitment'],
      ...['Evaluations', 'Commitments', 'Indicators', 'Where sources disagree', 'What is not reported'],
      ...['Notes', 'Sources'],
    ]);
    await page.getByRole('rowheader', { name: 'GA/AB/3807' }).waitFor();
  });

  it('tells paragraph 19 again, and a sentence of it opens down to that paragraph', async () => {
    const page = await open(`/statement?${REPORT}`);
    const first = paragraph(
      page,
      'The first integrated operational team was established (end of October 2007): Darfur team.',
    );
    await first.getByRole('button', { name: /why\?/ }).click();
    const drawer = page.getByRole('dialog');
    const stoodUp = drawer.getByRole('listitem').filter({ hasText: 'Team “Darfur team” stood up' });
    await stoodUp.getByText('A/62/627, paragraph 19').waitFor();
    await stoodUp.getByText('fact T07').waitFor();
    await stoodUp.getByText('end of October 2007').waitFor();
  });

  it('leads from a sentence to its note', async () => {
    const page = await open(`/statement?${REPORT}`);
    const fifteenth = paragraph(page, 'Police Adviser: filled');
    const mark = fifteenth.getByRole('link', { name: /^Note/ });
    const target = (await mark.getAttribute('href'))!;
    await mark.click();
    await page.locator(`${target}:target`).getByText('A/62/627, paragraph').waitFor();
  });

  it('is in Arabic from right to left, with Arabic digits and the same facts beneath', async () => {
    const page = await open(`/statement?${REPORT}&lang=ar`);
    const first = paragraph(page, 'بدأ أول فريق من نوع').first();
    await first.getByText('أواخر تشرين الأول/أكتوبر ٢٠٠٧').waitFor();
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
    await first.getByRole('button', { name: /لماذا/ }).click();
    const stoodUp = page.getByRole('dialog').getByRole('listitem').filter({ hasText: 'بدأ الفريق «Darfur team» عمله' });
    await stoodUp.getByText(/الفقرة 19/).waitFor();
    await stoodUp.getByText(/الواقعة .?T07/).waitFor();
  });

  it('says of an earlier day what was only possibly so', async () => {
    const page = await open('/statement?validOn=2007-10-25&knownAt=2007-12-31');
    await page.getByText('Teams of the kind “integrated operational team”: 6 on record, 0 or 1 standing.').waitFor();
    expect(await page.getByText('The first integrated operational team').count()).toBe(0);
    await paragraph(page, 'Police Division was transferred').getByText('possibly so by then').waitFor();
  });

  it('is copied as text', async () => {
    const context = await at.browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
    const page = await context.newPage();
    await page.goto(`${at.cadre.url}/statement?${REPORT}`);
    await page.getByRole('button', { name: 'Copy as text' }).click();
    await page.getByText('The report is copied.').waitFor();
    const text = await page.evaluate(() => navigator.clipboard.readText());
    expect(text).toMatch(/^Status report as of 31 December 2007\nAs known on 31 December 2007; log position 251\.\n/);
    expect(text).toContain('GA/10602; Press release on the General Assembly, 29 June 2007; 29 June 2007');
  });

  it('prints without its buttons', async () => {
    const page = await open(`/statement?${REPORT}`);
    await paragraph(page, 'Police Adviser: filled').waitFor();
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('button', { name: 'Copy as text' }).isVisible()).toBe(false);
    expect(await page.locator('.report .why').first().isVisible()).toBe(false);
    expect(await page.locator('.report-sources').isVisible()).toBe(true);
  });

  it.each(['en', 'ar', 'zh'])('is accessible in %s', async (language) => {
    const page = await open(`/statement?${REPORT}&lang=${language}`);
    await page.locator('.report-sources').waitFor();
    expect(await violations(page)).toEqual([]);
  });

  const paragraph = (page: Page, text: string): Locator =>
    page.locator('.report-paragraphs').getByRole('listitem').filter({ hasText: text });

  async function open(path: string): Promise<Page> {
    const context = await at.browser.newContext();
    const page = await context.newPage();
    await page.goto(`${at.cadre.url}${path}`);
    return page;
  }
});
