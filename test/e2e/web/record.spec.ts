import { type Page } from 'playwright-core';
import { focused, officerAt, serverAndBrowser, tabTo } from '../../support/web-page.js';

interface Count {
  readonly count: { readonly atLeast: number; readonly atMost: number };
}

describe('an HR officer records', () => {
  const at = serverAndBrowser(true);
  let officer: ReturnType<typeof officerAt>;
  beforeAll(async () => {
    officer = officerAt(at.cadre.url, at.browser);
  });

  it('that posts were approved, from the keyboard alone', async () => {
    const page = await (await at.browser.newContext()).newPage();
    await page.goto(`${at.cadre.url}/record`);
    await focused(page.getByLabel('Your id'));
    await page.keyboard.type('officer-9');
    await page.keyboard.press('Enter');
    await focused(thing(page));
    await page.keyboard.type('Reserve desks');
    await page.getByRole('option', { name: 'New: Post block' }).waitFor();
    await page.keyboard.press('Enter');
    await focused(when(page));
    await page.keyboard.type('end of October 2007');
    await page.getByText('21 October 2007 to 31 October 2007').waitFor();
    await tabTo(page.getByRole('radio', { name: 'Posts proposed' }));
    await page.keyboard.press('ArrowDown');
    await page.getByRole('heading', { name: 'Posts approved' }).waitFor();
    await typeInto(page, 'Number of posts approved', '12');
    await tabTo(page.getByLabel('Kind', { exact: true }));
    await page.keyboard.type('res');
    await typeInto(page, 'Reference', 'A/RES/61/279');
    await typeInto(page, 'Name (optional)', 'Reserve desks');
    await typeInto(page, 'Document, as it is cited', 'A/RES/61/279');
    await typeInto(page, 'Paragraph', '4');
    await page.keyboard.press('Enter');
    await focused(page.getByRole('button', { name: 'Record this' }));
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Recorded' }).waitFor();
    await page.getByText(/^Entry \d+ of the log/).waitFor();
    const { entries } = await officer.ask<{ entries: { sentence: string; actorId: string }[] }>(
      'history/block-reserve-desks',
    );
    expect(entries).toMatchObject([{ type: 'PostApproved', actorId: 'officer-9', document: 'A/RES/61/279' }]);
  }, 60_000);

  it('a date in words of any of the six languages, and sees which days it means', async () => {
    const page = await officer.open('/record?stream=post-military-adviser');
    for (const words of [
      'fin octobre 2007',
      'конец октября 2007 года',
      'نهاية تشرين الأول/أكتوبر 2007',
      '2007 年 10 月底',
    ]) {
      await when(page).fill('');
      await page.getByText('The days it means will stand here.').waitFor();
      await when(page).fill(words);
      await page.getByText('21 October 2007 to 31 October 2007').waitFor();
    }
    await when(page).fill('03/04/2008');
    await page.getByText('This can be 2008-04-03 / 2008-03-04').waitFor();
    await when(page).fill('end of October');
    await page.getByText('Of which year?').waitFor();
    await when(page).fill('as soon as possible');
    await page.getByLabel('Give the first and last day').check();
    await page.getByLabel('Last day possible').fill('2007-12-31');
    await page.getByText('By 31 December 2007').waitFor();
  }, 60_000);

  it('only what is legal: nobody leaves a vacant post', async () => {
    await officer.tell('posts/empty-desk/establish', { title: 'Empty desk', occupancy: 'vacant' });
    const page = await officer.open('/record?stream=post-empty-desk');
    await page.getByRole('radio', { name: 'Post filled' }).waitFor();
    expect(await page.getByRole('radio', { name: 'Post vacated' }).count()).toBe(0);
    await page.getByText('cannot be recorded as of that day, and why').click();
    await page.getByText('Nobody holds this post').waitFor();
  }, 60_000);

  it('a filling once it has been seen what it will change, and it then changes just so', async () => {
    await officer.tell('posts/next-desk/establish', { title: 'Next desk', occupancy: 'vacant' });
    const page = await officer.open('/record?stream=post-next-desk&command=posts_fill');
    await when(page).fill('2007-11-01');
    await page.getByLabel('Person (optional)').fill('p-0042');
    await knowing(page);
    await page.getByRole('button', { name: 'Show what will change' }).click();
    const filled = page.getByRole('row', { name: 'Posts Occupancy: filled' });
    await filled.waitFor();
    const [before, after] = await filled.getByRole('cell').allTextContents();
    const asked = (): Promise<Count> => officer.ask('posts?occupancy=filled');
    expect((await asked()).count.atLeast).toBe(Number(before));
    expect(Number(after)).toBe(Number(before) + 1);
    await page.getByRole('button', { name: 'Record this' }).click();
    await page.getByRole('heading', { name: 'Recorded' }).waitFor();
    expect((await asked()).count.atLeast).toBe(Number(after));
  }, 60_000);

  it('and is refused at the field, and loses nothing', async () => {
    const page = await officer.open('/record?stream=block-advice&command=blocks_approve');
    await when(page).fill('2007-11-01');
    await page.getByLabel('Number of posts approved').fill('7');
    await page.getByLabel('Name (optional)').fill('Advised posts');
    await page.getByRole('button', { name: 'Show what will change' }).click();
    await page.getByRole('group', { name: 'Authority' }).getByText('This is needed.').waitFor();
    await page.getByLabel('Kind', { exact: true }).selectOption('recommendation');
    await page.getByLabel('Reference', { exact: true }).fill('A/61/858');
    await knowing(page);
    await page.getByRole('button', { name: 'Show what will change' }).click();
    await page.getByRole('heading', { name: 'Not recorded' }).waitFor();
    await page.getByRole('group', { name: 'Authority' }).getByText('RECOMMENDATION_IS_NOT_APPROVAL').waitFor();
    await page.reload();
    await page.getByLabel('Number of posts approved').waitFor();
    expect(await page.getByLabel('Number of posts approved').inputValue()).toBe('7');
    expect(await page.getByLabel('Reference', { exact: true }).inputValue()).toBe('A/61/858');
    expect(await when(page).inputValue()).toBe('2007-11-01');
  }, 60_000);

  it('once only, even when the answer is lost on the way', async () => {
    await officer.tell('posts/far-desk/establish', { title: 'Far desk', occupancy: 'vacant' });
    const page = await officer.open('/record?stream=post-far-desk&command=posts_fill');
    await when(page).fill('2007-11-01');
    await knowing(page);
    await page.getByRole('button', { name: 'Show what will change' }).click();
    let lost = 0;
    await page.route(/posts\/far-desk\/fill\?dryRun=false/, async (route) => {
      if (lost++ > 0) return route.continue();
      await route.fetch();
      return route.abort();
    });
    await page.getByRole('button', { name: 'Record this' }).click();
    await page.getByRole('button', { name: 'Send again' }).click();
    await page.getByText('nothing was recorded twice').waitFor();
    const { entries } = await officer.ask<{ entries: unknown[] }>('history/post-far-desk');
    expect(entries).toHaveLength(2);
  }, 60_000);

  it('which of two facts came first, where the dates leave it open', async () => {
    await officer.tell('posts/cold-desk/establish', { title: 'Cold desk', occupancy: 'vacant' });
    await officer.tell('posts/cold-desk/freeze', { effective: { phrase: 'early 2008' } });
    const page = await officer.open('/record?stream=post-cold-desk&command=posts_fill');
    await when(page).fill('early 2008');
    await knowing(page);
    await page.getByRole('button', { name: 'Show what will change' }).click();
    await page.getByText('The dates leave the order open').waitFor();
    await page.getByRole('button', { name: 'It came before:' }).first().click();
    await page.getByRole('button', { name: 'Record this' }).click();
    await page.getByRole('heading', { name: 'Recorded' }).waitFor();
  }, 60_000);

  it('on what was seen: when somebody else was faster, the change is shown and looked at again', async () => {
    await officer.tell('posts/busy-desk/establish', { title: 'Busy desk', occupancy: 'vacant' });
    const page = await officer.open('/record?stream=post-busy-desk&command=posts_fill');
    await when(page).fill('2008-02-01');
    await knowing(page);
    await page.getByRole('button', { name: 'Show what will change' }).click();
    await page.getByRole('button', { name: 'Record this' }).waitFor();
    await officer.tell('posts/busy-desk/reclassify', { to: 'P-5' });
    await page.getByRole('button', { name: 'Record this' }).click();
    await page.getByText('Since you looked, this was recorded:').waitFor();
    await page.getByText('Post busy-desk (“Busy desk”) reclassified to P-5').waitFor();
    await page.getByRole('button', { name: 'Look again' }).click();
    await page.getByRole('button', { name: 'Record this' }).click();
    await page.getByRole('heading', { name: 'Recorded' }).waitFor();
  }, 60_000);

  it('one arrival after the other without touching the mouse: date, source and command stay', async () => {
    const desks = ['row-desk-1', 'row-desk-2', 'row-desk-3'];
    for (const id of desks) await officer.tell(`posts/${id}/establish`, { title: `Row ${id}`, occupancy: 'vacant' });
    const page = await officer.open(`/record?stream=post-${desks[0]}&command=posts_fill`);
    await when(page).fill('2007-11-15');
    await knowing(page);
    await page.getByLabel('Person (optional)').fill('arrival-0');
    for (const [i, id] of desks.entries()) {
      if (i > 0) {
        await page.keyboard.press('Enter');
        await focused(thing(page));
        await page.keyboard.type(id);
        await page.keyboard.press('Enter'); // before anything is found: the first that is found is meant
        await focused(page.getByLabel('Person (optional)'));
        await page.keyboard.type(`arrival-${i}`);
      } else await page.getByLabel('Person (optional)').focus();
      await page.keyboard.press('Enter');
      await focused(page.getByRole('button', { name: 'Record this' }));
      await page.keyboard.press('Enter');
      await focused(page.getByRole('button', { name: 'Record the next' }));
    }
    const { count } = await officer.ask<Count>(`incumbency?person_id=arrival-0,arrival-1,arrival-2`);
    expect(count.atLeast).toBe(3);
  }, 90_000);

  const thing = (page: Page) => page.getByRole('combobox', { name: 'Post, unit, team, promise' });
  const when = (page: Page) => page.getByLabel('Date, as the source says it');

  async function typeInto(page: Page, label: string, text: string): Promise<void> {
    await tabTo(page.getByLabel(label, { exact: true }));
    await page.keyboard.type(text);
  }

  /** Gives somebody's own knowledge as the source. */
  async function knowing(page: Page): Promise<void> {
    await page.getByRole('radio', { name: 'Somebody’s own knowledge' }).check();
    await page.getByLabel('Whose knowledge').fill('the desk officer');
  }
});
