import AxeBuilder from '@axe-core/playwright';
import { type Locator, type Page } from 'playwright-core';

/** The button beside a number; its name says the number, as "Teams standing: 1 of 6". */
export function why(within: Page | Locator, number: string | RegExp): Locator {
  const name = typeof number === 'string' ? `why? ${number}` : number;
  return within.getByRole('button', { name, exact: true });
}

/** Rules of accessibility that a page breaks, each with the places. */
export async function violations(page: Page): Promise<readonly string[]> {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map((it) => it.target.join(' ')).join(', ')}`);
}

/** Presses Tab until something has the focus; throws when the keyboard never gets there. */
export async function tabTo(page: Page, wanted: Locator): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press('Tab');
    if (await hasFocus(page, wanted)) return;
  }
  throw new Error(`the keyboard does not reach ${wanted.toString()}`);
}

export async function hasFocus(page: Page, wanted: Locator): Promise<boolean> {
  return (await wanted.and(page.locator(':focus')).count()) === 1;
}

/** Records something as a desk officer would through the API. @throws Error with the answer when it is refused. */
export async function tell(url: string, path: string, said: object): Promise<void> {
  const answer = await fetch(`${url}/api/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      commandId: crypto.randomUUID(),
      actor: { id: 'officer-7', role: 'hr-officer' },
      source: { localKnowledge: 'the desk officer' },
      ...said,
    }),
  });
  if (answer.status !== 201) throw new Error(await answer.text());
}
