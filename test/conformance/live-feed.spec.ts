import { type Deployment, deployments, embedded, stopServers } from '../support/deployments.js';
import { serveCadre } from '../support/serve-cadre.js';

// Whoever keeps the tables, an open page is told by the process it asks.
const NOW = '2026-01-15T10:00:00.000Z';
const WAIT_MS = 180_000;

afterAll(stopServers, WAIT_MS);

it.each<readonly [string, Deployment]>([
  ['the server keeps the tables', embedded],
  ['a projector keeps them', deployments.at(-1)!],
])(
  'an open page hears of what is recorded where %s',
  async (_, on) => {
    const cadre = await serveCadre({ now: NOW, on });
    const leaving = new AbortController();
    const events = eventsOf(await fetch(`${cadre.url}/api/live`, { signal: leaving.signal }));
    expect(await events.next()).toMatchObject({ value: { position: 0 } });
    const { position } = await planUnit(cadre.url);
    let heard = 0;
    while (heard < position) heard = ((await events.next()).value as { position: number }).position;
    expect(heard).toBe(position);
    leaving.abort();
    await cadre.stop();
  },
  WAIT_MS,
);

/** The positions that a stream of events tells, one after the other. */
async function* eventsOf(response: Response): AsyncGenerator<{ readonly position: number }> {
  let text = '';
  for await (const chunk of response.body!) {
    text += new TextDecoder().decode(chunk as Uint8Array);
    const messages = text.split('\n\n');
    text = messages.pop()!;
    for (const message of messages) {
      const data = /^data: (.*)$/m.exec(message)?.[1];
      if (data !== undefined) yield JSON.parse(data) as { position: number };
    }
  }
}

async function planUnit(url: string): Promise<{ readonly position: number }> {
  const answer = await fetch(`${url}/api/units/registry/plan`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      commandId: 'live-feed-0001',
      actor: { id: 'officer-7', role: 'hr-officer' },
      effective: { on: '2026-01-01' },
      source: { localKnowledge: 'the desk officer' },
      name: 'Registry',
    }),
  });
  return (await answer.json()) as { position: number };
}
