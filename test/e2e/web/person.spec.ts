import { webPages } from '../../support/web-page.js';

describe('the page of a person', () => {
  const { open, go, violations } = webPages(false, async (tell) => {
    for (const [id, title] of [
      ['desk-1', 'Desk Officer'],
      ['chief-1', 'Chief of Section'],
      ['head-1', 'Head of Office'],
    ])
      await tell(`posts/${id}/establish`, { title, grade: 'P-4', occupancy: 'vacant' }, { on: '2006-01-01' });
    await tell('posts/desk-1/fill', { personId: 'p-0042' }, { on: '2006-03-01' });
    await tell('posts/desk-1/vacate', { personId: 'p-0042' }, { on: { phrase: 'June 2007' } });
    await tell('posts/chief-1/fill', { personId: 'p-0042', share: 50 }, { on: '2007-07-01' });
    await tell('posts/head-1/officer-in-charge', { personId: 'p-0042', grade: 'P-4' }, { on: '2007-09-01' });
    await tell('teams/one/plan', { name: 'Team one' }, { on: '2007-01-01' });
    await tell('teams/one/assign-member', { personId: 'p-0042', function: 'planning' }, { on: '2007-10-01' });
    await tell('cases/head/open', { name: 'Head of Office', postIds: ['head-1'] }, { on: '2007-10-01' });
    await tell('cases/head/nominate', { candidateId: 'p-0042' }, { on: '2007-11-01' });
    await tell('cases/head/nominate', { candidateId: 'p-0099' }, { on: '2007-11-01' });
  });

  it('an officer reads a person’s page', async () => {
    const page = await open('/people?validOn=2007-12-31');
    await page.getByRole('searchbox', { name: 'Search people by id' }).fill('42');
    await page.getByRole('link', { name: 'p-0099' }).waitFor({ state: 'detached' });
    await page.getByRole('link', { name: 'p-0042' }).click();
    await page.waitForURL(/\/people\/p-0042/);
    const told = page.locator('ol.periods li');
    await told.nth(3).waitFor();
    const texts = await told.allInnerTexts();
    expect(texts[0]).toMatch(
      /Held Desk Officer[\s\S]*Since: 1 March 2006[\s\S]*Until: June 2007[\s\S]*457 to 486 days/,
    );
    expect(texts[1]).toMatch(/Held Chief of Section[\s\S]*No end is told of[\s\S]*50% of full time/);
    expect(texts[2]).toMatch(/Officer-in-charge of Head of Office[\s\S]*Own grade: P-4/);
    expect(texts[3]).toMatch(/Member of Team one[\s\S]*Function: planning/);
    await page.getByRole('heading', { name: 'Candidacies' }).waitFor();
    await page.getByRole('list', { name: 'Everything recorded in person-p-0042' }).waitFor();
    await page.getByRole('link', { name: 'Chief of Section' }).click();
    await page.waitForURL(/\/staffing\/chief-1/);
  });

  it('says only what had happened by the day asked for', async () => {
    const page = await open('/people/p-0042?validOn=2006-06-30');
    await page.getByText('Held').waitFor();
    expect(await page.locator('ol.periods li').count()).toBe(1);
    await go(page, `/people/p-0042?knownAt=2006-06-30`);
    await page.getByText('Nothing is told of a person “p-0042” by these two dates.').waitFor();
  });

  it.each(['/people', '/people/p-0042'])('is accessible: %s', async (path) => {
    expect(await violations(await open(`${path}?validOn=2007-12-31`))).toEqual([]);
  });
});
