/** What is told over HTTP beside the content of a command; the rest is filled in. */
export interface Telling {
  /** A day, or whatever a request takes for its window. */
  readonly on: string | object;
}

/** Tells a running Cadre things as an officer would; rejects with what it answered when it refuses. */
export function teller(url: string): (path: string, said: object, telling: Telling) => Promise<void> {
  let commands = 0;
  return async (path, said, { on }) => {
    commands += 1;
    const answer = await fetch(`${url}/api/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        commandId: `told-${String(commands).padStart(6, '0')}`,
        actor: { id: 'officer-7', role: 'hr-officer' },
        effective: typeof on === 'string' ? { on } : on,
        source: { localKnowledge: 'the desk officer' },
        ...said,
      }),
    });
    if (answer.status !== 201) throw new Error(`${path}: ${await answer.text()}`);
  };
}
