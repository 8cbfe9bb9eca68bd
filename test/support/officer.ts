import { type Browser, type Locator, type Page } from 'playwright-core';

let commands = 0;

/** What an HR officer does on the page and beside it: opens views as somebody who has said who they are, and tells facts over HTTP. */
export function officerAt(url: string, browser: Browser) {
  return {
    /** Opens a view in a tab of its own, by somebody who records on this machine already. */
    async open(address: string): Promise<Page> {
      const context = await browser.newContext({ locale: 'en-US', viewport: { width: 1440, height: 1000 } });
      await context.addInitScript(() => localStorage.setItem('cadre.actor', '{"id":"officer-7","role":"hr-officer"}'));
      const page = await context.newPage();
      await page.goto(`${url}${address}`);
      return page;
    },
    /** Tells a fact; throws when it is refused. */
    async tell(path: string, said: object): Promise<void> {
      const answer = await fetch(`${url}/api/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          commandId: `officer-${String(++commands).padStart(4, '0')}`,
          actor: { id: 'officer-8', role: 'hr-officer' },
          effective: { on: '2007-10-01' },
          source: { localKnowledge: 'the desk officer' },
          ...said,
        }),
      });
      if (!answer.ok) throw new Error(await answer.text());
    },
    /** An answer of the API. */
    async ask<T>(path: string): Promise<T> {
      const answer = await fetch(`${url}/api/${path}`);
      if (!answer.ok) throw new Error(await answer.text());
      return (await answer.json()) as T;
    },
  };
}

/** Waits until something has the focus. */
export async function focused(wanted: Locator): Promise<void> {
  await wanted.and(wanted.page().locator(':focus')).waitFor();
}

/** Presses Tab until something has the focus; throws when the keyboard never gets there. */
export async function tabTo(wanted: Locator): Promise<void> {
  const page = wanted.page();
  await wanted.waitFor();
  for (let presses = 0; presses < 60; presses++) {
    if ((await wanted.and(page.locator(':focus')).count()) === 1) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`the keyboard does not reach ${wanted.toString()}`);
}
