import { envelopeOf, leafHash } from '@cadre/audit';
import { type Entry } from '@cadre/kernel';
import { type Page } from 'playwright-core';
import { serverAndBrowser, tell, violations as found } from '../../support/web-page.js';

const REPORT = 'knownAt=2007-12-31';
/** How the screens call the number of teams of the kind that the document counts. */
const TEAMS = 'Teams standing: integrated operational team';

const at = serverAndBrowser(true);

describe('an auditor', () => {
  it('replays from 15 to 31 October 2007, step by step, and sees the first team stand', async () => {
    const page = await open(`replay?validOn=2007-10-15&${REPORT}`);
    await number(page, TEAMS, '0').waitFor();
    await stepTo(page, '2007-10-21');
    await number(page, TEAMS, '0 or 1').waitFor();
    await stepTo(page, '2007-10-31');
    await number(page, TEAMS, '1').waitFor();
    const changes = page.getByRole('list', { name: 'What says something else' });
    await changes.getByRole('link', { name: 'Darfur team' }).waitFor();
    await changes.getByText('planned or standing').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.goBack();
    await page.waitForURL(/validOn=2007-10-2/);
  }, 60_000);

  it('lets it play by the keyboard; the address follows without a history of every step', async () => {
    const page = await open(`replay?validOn=2007-10-15&${REPORT}&speed=4`);
    await number(page, TEAMS, '0').waitFor();
    const before = await page.evaluate(() => history.length);
    await page.getByRole('button', { name: 'Play', exact: true }).focus();
    await page.keyboard.press('Enter');
    await number(page, TEAMS, '1').waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Play', exact: true }).waitFor();
    expect(await page.evaluate(() => history.length)).toBe(before);
    expect(new URL(page.url()).searchParams.get('validOn')! >= '2007-10-31').toBe(true);
    const slider = page.getByRole('slider', { name: 'True on' });
    await slider.focus();
    await page.keyboard.press('Home');
    await page.waitForURL(/validOn=2006-12-31/);
    await number(page, TEAMS, '0').waitFor();
  }, 60_000);

  it('finds the entry behind a number, and its hash, which anyone can compute again', async () => {
    const page = await open(`replay?validOn=2007-10-31&${REPORT}`);
    await number(page, TEAMS, '1').click();
    const drawer = page.getByRole('dialog', { name: `Why: ${TEAMS}` });
    await drawer.getByRole('link', { name: 'Show in the log' }).first().click();
    const panel = page.getByRole('region', { name: 'Entry', exact: true });
    await panel.getByText('Team “Darfur team” stood up').first().waitFor();
    await panel.getByText('A/62/627, paragraph 19').waitFor();
    const eventId = new URL(page.url()).searchParams.get('entry')!;
    const answer = await (await fetch(`${at.cadre.url}/api/entries/${eventId}`)).text();
    const { stored } = JSON.parse(answer) as { stored: Entry };
    await panel.getByText(leafHash(envelopeOf(stored)), { exact: true }).waitFor();
    await panel.getByText('As stored').click();
    expect(JSON.parse(await panel.getByRole('group', { name: 'As stored' }).innerText())).toEqual(stored);
    expect(await violations(page)).toEqual([]);
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  }, 60_000);

  it('narrows the log down by filters that stand in the address, and goes through its pages', async () => {
    const page = await open('log');
    const pages = page.getByRole('navigation', { name: 'Pages of entries' });
    await pages.getByText(/^1–50 of \d+$/).waitFor();
    await pages.getByRole('button', { name: 'Next' }).click();
    await pages.getByText(/^51–100 of \d+$/).waitFor();
    await page.getByLabel('Fact').fill('T07');
    await pages.getByText('1–1 of 1').waitFor();
    await page.waitForURL(/fact=T07/);
    await page.getByRole('button', { name: 'Clear' }).click();
    await page.getByLabel('Kind of record').selectOption('team');
    await page.getByRole('rowheader').first().waitFor();
    await page.waitForURL(/kind=team/);
  }, 60_000);

  it('prints the explanation of a number: both dates, what it rests on, and from how much of the log', async () => {
    const page = await open(`explain?validOn=2007-10-31&${REPORT}`);
    await page.getByRole('link', { name: TEAMS, exact: true }).click();
    const sheet = page.getByRole('article', { name: TEAMS });
    await sheet.getByText('As of 31 October 2007, as known on 31 December 2007', { exact: true }).waitFor();
    await sheet.getByText('Team “Darfur team” stood up').waitFor();
    await sheet.getByText('A/62/627, paragraph 19').first().waitFor();
    expect(await violations(page)).toEqual([]);
    await page.emulateMedia({ media: 'print' });
    expect(await sheet.getByRole('button', { name: 'Print' }).isVisible()).toBe(false);
    expect(await page.getByRole('navigation', { name: 'Views' }).isVisible()).toBe(false);
    expect(await sheet.getByText(/Log position [\d,]+\./).isVisible()).toBe(true);
  }, 60_000);

  it('prints the exact dates where the page stands at today and now', async () => {
    const page = await open('explain?number=teams.standing');
    const sheet = page.getByRole('article', { name: 'Teams standing' });
    await sheet.getByText(/^As of \d+ \w+ \d{4}, as known at \d+ \w+ \d{4}, \d\d:\d\d:\d\d UTC$/).waitFor();
    await sheet.getByText(/validOn=\d{4}-\d\d-\d\d&knownAt=\d{4}-/).waitFor();
  });

  it('has the count of any table explained, with the things counted', async () => {
    const page = await open(`explain?table=teams&status=standing&validOn=2007-12-31&${REPORT}`);
    const sheet = page.getByRole('article', { name: /^Teams/ });
    await sheet.getByRole('rowheader', { name: /Darfur team/ }).waitFor();
    await sheet.getByRole('cell', { name: 'surely' }).first().waitFor();
  }, 60_000);

  it('lists back-dated entries, by days late, and tells carried-over ones apart', async () => {
    const page = await open('exceptions');
    await page.getByRole('button', { name: /Back-dated/ }).click();
    await page.waitForURL(/kinds=back-dated/);
    const list = page.getByRole('list', { name: 'Exceptions' });
    await list
      .getByText(/^Recorded \d+ days after the last day on which it can have become true\.$/)
      .first()
      .waitFor();
    const pages = page.getByRole('navigation', { name: 'Pages of exceptions' });
    const all = await pages.getByRole('status').innerText();
    expect(await violations(page)).toEqual([]);
    await page.getByLabel('Late after (days)').fill('200');
    await page.waitForURL(/days=200/);
    await pages.getByText(all).waitFor({ state: 'hidden' });
    await page.getByLabel('Leave out carried-over records').check();
    await page.getByText('There are no exceptions of this kind for these dates.').waitFor();
  }, 60_000);

  it('lists the exceptions of a unit that is found by its name', async () => {
    const page = await open('exceptions');
    await page.getByRole('combobox', { name: 'Unit', exact: true }).fill('Department of Peacekeeping');
    await page.locator('.ant-select-item-option').first().waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(/unit=dpko/);
    await page.getByLabel('With its sub-units').check();
    await page.waitForURL(/within=true/);
    expect(await violations(page)).toEqual([]);
  }, 60_000);
});

describe('while something is recorded', () => {
  it('an open page is told by the server and shows it', async () => {
    const page = await open('log');
    await page.getByText(/^1–50 of \d+$/).waitFor();
    await planUnit('told-live', 'Told live');
    await page.getByText('Unit “Told live” planned').waitFor();
  }, 60_000);

  it('a page that cannot be told asks by itself', async () => {
    const context = await at.browser.newContext();
    const page = await context.newPage();
    await page.route('**/api/live', (route) => route.abort());
    await page.goto(`${at.cadre.url}/log`);
    await page.getByText(/^1–50 of \d+$/).waitFor();
    await planUnit('asked-for', 'Asked for');
    await page.getByText('Unit “Asked for” planned').waitFor();
  }, 60_000);

  it('what was learned and what was corrected between two known dates are told apart', async () => {
    const [entry] = await entriesOf('fact=T07');
    const on = { on: '2007-11-15' };
    const source = { localKnowledge: 'the desk officer' };
    await tell(at.cadre.url, 'streams/team-darfur/corrections', {
      effective: on,
      corrections: [
        {
          eventId: entry!.eventId,
          reason: 'The month was misread.',
          retelling: { event: { type: 'TeamStoodUp', data: {} }, effective: on, source },
        },
      ],
    });
    await planUnit('learned', 'Learned lately');
    const page = await open('compare?validOn=2007-10-31&against=2007-12-31');
    const numbers = page.getByRole('region', { name: 'Numbers that changed' });
    const row = numbers.getByRole('row', { name: new RegExp(TEAMS) });
    await row.getByRole('button', { name: `why? ${TEAMS}: 1` }).waitFor();
    await row.getByRole('button', { name: `why? ${TEAMS}: 0` }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: /^\d+\s*Corrected$/ }).click();
    await page.getByText('Reason: The month was misread.').waitFor();
    await page.getByText('Taken back:').waitFor();
    await page.getByText('Told instead:').waitFor();
    await page.getByRole('button', { name: /^\d+\s*Learned$/ }).click();
    await page.getByText('Unit “Learned lately” planned').waitFor();
    await page.getByRole('button', { name: /^\d+\s*Records that say something else$/ }).click();
    await page.getByRole('list', { name: 'What says something else' }).getByText('Darfur team').waitFor();
    expect(await violations(page)).toEqual([]);
  }, 60_000);
});

async function open(path: string): Promise<Page> {
  const page = await (await at.browser.newContext()).newPage();
  await page.goto(`${at.cadre.url}/${path}`);
  return page;
}

const number = (page: Page, label: string, text: string) =>
  page.getByRole('button', { name: `why? ${label}: ${text}`, exact: true });

/** Goes from change to change until the day in the world is the one asked for. */
async function stepTo(page: Page, day: string): Promise<void> {
  for (let on = ''; on < day;) {
    const before = page.url();
    await page.getByRole('button', { name: 'Next change' }).click();
    await page.waitForURL((url) => url.href !== before);
    on = new URL(page.url()).searchParams.get('validOn')!;
  }
  expect(new URL(page.url()).searchParams.get('validOn')).toBe(day);
}

/** What axe finds once everything asked for is shown: figures on their way out are dimmed. */
async function violations(page: Page): Promise<readonly string[]> {
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
  return found(page);
}

async function entriesOf(query: string): Promise<readonly { readonly eventId: string }[]> {
  const response = await fetch(`${at.cadre.url}/api/entries?${query}`);
  return ((await response.json()) as { entries: { eventId: string }[] }).entries;
}

const planUnit = (id: string, name: string): Promise<void> =>
  tell(at.cadre.url, `units/${id}/plan`, { effective: { on: '2026-01-01' }, name });
