import { type Page } from 'playwright-core';
import { officerAt, serverAndBrowser } from '../../support/web-page.js';
import { sayerOf } from '../../support/web-words.js';

/** A language, the way it runs, and "end of October 2007" in it. */
const LANGUAGES = [
  ['ar', 'rtl', 'نهاية تشرين الأول/أكتوبر 2007'],
  ['en', 'ltr', 'end of October 2007'],
  ['es', 'ltr', 'finales de octubre de 2007'],
  ['fr', 'ltr', 'fin octobre 2007'],
  ['ru', 'ltr', 'конец октября 2007 года'],
  ['zh', 'ltr', '2007年10月底'],
] as const;

const REPORT = 'validOn=2007-10-25&knownAt=2007-12-31';

describe('the first thing each user does', () => {
  const at = serverAndBrowser(true);

  it.each(LANGUAGES)(
    'in %s: a manager asks how many of the six teams stand, and why',
    async (language, dir) => {
      const page = await open(`/teams?${REPORT}&lang=${language}`);
      const [lineage, teams] = [sayerOf(language, 'lineage'), sayerOf(language, 'teams')];
      const number = digitsOf(language);
      await page.locator(`html[lang="${language}"][dir="${dir}"]`).waitFor();
      const text = lineage('count.outOf', {
        part: lineage('count.eitherOr', { one: number(0), other: number(1) }),
        whole: number(6),
      });
      const ask = lineage('why.ask', { label: teams('standing'), text });
      await page.getByRole('button', { name: ask, exact: true }).click();
      const drawer = page.getByRole('dialog');
      await drawer
        .getByText(/A\/62\/627.*19/)
        .first()
        .waitFor();
      await drawer.getByText('2007 年 10 月底').first().waitFor(); // the source's words stay as they are
    },
    60_000,
  );

  it.each(LANGUAGES)(
    'in %s: an officer records a team planned for a fuzzy date, after seeing what that changes',
    async (language, _dir, phrase) => {
      const stream = `team-flow-${language}`;
      const page = await open(`/record?stream=${stream}&command=teams_plan&lang=${language}`);
      const record = sayerOf(language, 'record');
      const number = digitsOf(language);
      await page.getByLabel(record('when.label')).fill(phrase);
      await page
        .getByText(new RegExp(`${number(21)}.*${number(31)}`))
        .first()
        .waitFor();
      await page.getByLabel(sayerOf(language, 'vocabulary')('fields.name'), { exact: true }).fill(`Flow ${language}`);
      await page.getByText(record('source.kinds.local'), { exact: true }).click();
      await page.getByLabel(record('source.who'), { exact: true }).fill('the desk officer');
      await page.getByRole('button', { name: record('preview.ask') }).click();
      await page.getByRole('button', { name: record('preview.record') }).click();
      await page.getByRole('heading', { name: record('receipt.recorded') }).waitFor();
      const officer = officerAt(at.cadre.url, at.browser);
      expect((await officer.ask<{ entries: object[] }>(`history/${stream}`)).entries).toMatchObject([
        { type: 'TeamPlanned', effective: { earliest: '2007-10-21', latest: '2007-10-31', phrase } },
      ]);
    },
    60_000,
  );

  it.each(LANGUAGES)(
    'in %s: an auditor steps to the day on which the first team may stand',
    async (language) => {
      const page = await open(`/replay?validOn=2007-10-15&knownAt=2007-12-31&lang=${language}`);
      const replay = sayerOf(language, 'replay');
      const next = page.getByRole('button', { name: replay('player.next') });
      for (let steps = 0; steps < 10 && !page.url().includes('validOn=2007-10-21'); steps++) {
        const before = page.url();
        await next.click();
        await page.waitForURL((it) => it.href !== before);
      }
      expect(new URL(page.url()).searchParams.get('validOn')).toBe('2007-10-21');
      await page.getByText(replay('changes'), { exact: true }).waitFor();
      await page.getByRole('link', { name: 'Darfur team' }).first().waitFor();
    },
    60_000,
  );

  function open(address: string): Promise<Page> {
    return officerAt(at.cadre.url, at.browser).open(address);
  }
});

/** Whole numbers as the page writes them: in Arabic with its digits. */
function digitsOf(language: string): (value: number) => string {
  const format = new Intl.NumberFormat(language === 'ar' ? 'ar-EG' : language);
  return (value) => format.format(value);
}
