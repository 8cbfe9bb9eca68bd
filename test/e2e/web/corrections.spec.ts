import { type Page } from 'playwright-core';
import { focused, officerAt, serverAndBrowser } from '../../support/web-page.js';

interface History {
  readonly entries: readonly { readonly eventId: string; readonly type: string; readonly reason: string | null }[];
}

describe('an HR officer corrects', () => {
  const at = serverAndBrowser(false);
  let officer: ReturnType<typeof officerAt>;
  beforeAll(async () => {
    officer = officerAt(at.cadre.url, at.browser);
  });

  it('a mistake openly: the first telling stays in sight, and the reason beside it', async () => {
    await desk('mistaken', { personId: 'p-1' });
    const page = await officer.open('/corrections');
    await page.getByRole('combobox', { name: 'Post, unit, team, promise' }).fill('Desk mistaken');
    await page.getByRole('option', { name: 'Desk mistaken' }).click();
    await page
      .getByRole('listitem')
      .filter({ hasText: 'incumbent: p-1' })
      .getByRole('link', { name: /^Mend this .*incumbent: p-1/ })
      .click();
    await page.getByRole('region', { name: 'As it stands' }).getByText('incumbent: p-1').waitFor();
    await page.getByText('So far it says just what stands.').waitFor();
    await page.getByLabel('Person', { exact: true }).fill('p-2');
    await page.getByText('Otherwise than it stands: Person').waitFor();
    await look(page);
    await page.getByText('This is needed.').waitFor();
    await focused(page.getByLabel('Reason for the correction'));
    await page.keyboard.type('The letter names somebody else.');
    await page.keyboard.press('Enter');
    await focused(page.getByRole('button', { name: 'Record this' }));
    await page.getByRole('region', { name: 'What will change' }).getByText('incumbent: p-2').waitFor();
    await page.keyboard.press('Enter');
    await page.locator('del').getByText('incumbent: p-1').waitFor();
    await page.getByText('told anew').waitFor();
    const { entries } = await officer.ask<History>('history/post-mistaken');
    expect(entries.slice(-2)).toMatchObject([
      { type: 'EntryRetracted', reason: 'The letter names somebody else.' },
      { type: 'PostFilled', retells: entries[1]!.eventId, data: { personId: 'p-2' } },
    ]);
    await page.goto(`${at.cadre.url}/corrections`);
    await page.getByText('The letter names somebody else.').first().waitFor();
  }, 60_000);

  it('a date alone, in words, and sees how the numbers were and will be', async () => {
    await desk('early', { personId: 'p-3' });
    const page = await officer.open(await mending('post-early', 'PostFilled'));
    await page.getByLabel('Date, as the source says it').fill('end of November 2007');
    await page.getByText('21 November 2007 to 30 November 2007').waitFor();
    await page.getByLabel('Reason for the correction').fill('Misread.');
    await look(page);
    const since = page.getByRole('region', { name: 'What will change' }).getByText('Since', { exact: true });
    await since.first().waitFor();
    await page.getByRole('button', { name: 'Record this' }).click();
    await page.getByRole('heading', { name: 'Recorded' }).waitFor();
  }, 60_000);

  it('knowing which facts rest on the entry', async () => {
    await desk('left', { personId: 'p-4' });
    await officer.tell('posts/left/vacate', { personId: 'p-4', effective: { on: '2008-05-01' } });
    const page = await officer.open(await mending('post-left', 'PostFilled'));
    await page.getByRole('heading', { name: 'What rests on it' }).waitFor();
    const resting = page.getByRole('region', { name: 'As it stands' }).getByRole('listitem');
    await resting.filter({ hasText: 'vacated' }).waitFor();
    await page.getByRole('radio', { name: 'Only take it back' }).check();
    await page.getByLabel('Reason for the correction').fill('It never was.');
    await look(page);
    await page.getByRole('heading', { name: 'Not recorded' }).waitFor();
    await page.getByRole('link', { name: 'Correct it' }).click();
    await page.getByRole('region', { name: 'As it stands' }).getByText('vacated').first().waitFor();
    await page.getByRole('radio', { name: 'Only take it back' }).check();
    await page.getByLabel('Reason for the correction').fill('It never was.');
    await look(page);
    await page.getByRole('button', { name: 'Record this' }).click();
    await page.getByText('This entry was taken back and counts no more.').waitFor();
  }, 60_000);

  it('what a new record would contradict, led there from its refusal', async () => {
    await desk('frozen-late', { personId: 'p-5' });
    const page = await officer.open('/record?stream=post-frozen-late&command=posts_freeze');
    await page.getByLabel('Date, as the source says it').fill('2007-10-10');
    await page.getByRole('radio', { name: 'Somebody’s own knowledge' }).check();
    await page.getByLabel('Whose knowledge').fill('the desk officer');
    await look(page);
    await page.getByText('A fact recorded before could no longer stand:').waitFor();
    await page.getByRole('link', { name: 'Correct it' }).click();
    await page.getByRole('region', { name: 'As it stands' }).getByText('incumbent: p-5').waitFor();
  }, 60_000);

  const look = (page: Page) => page.getByRole('button', { name: 'Show what will change' }).click();

  /** A post that stands since October 2007 and was filled in November. */
  async function desk(id: string, filled: object): Promise<void> {
    await officer.tell(`posts/${id}/establish`, { title: `Desk ${id}`, occupancy: 'vacant' });
    await officer.tell(`posts/${id}/fill`, { effective: { on: '2007-11-01' }, ...filled });
  }

  /** Where the first entry of a type is mended. */
  async function mending(stream: string, type: string): Promise<string> {
    const { entries } = await officer.ask<History>(`history/${stream}`);
    return `/corrections/${stream}?entry=${entries.find((it) => it.type === type)!.eventId}`;
  }
});
