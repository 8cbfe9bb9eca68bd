/** What a command that was taken came to. */
export interface Receipt {
  readonly position: number;
  readonly settledPosition: number;
  readonly eventIds: readonly string[];
}

/** What was sent and what came back, and everything that should not have. */
export interface Tally {
  /** Receipts by command id. */
  readonly acknowledged: Map<string, Receipt>;
  /** How many requests were answered so: "taken", "read", "unavailable", or a refusal's code. */
  readonly answers: Map<string, number>;
  readonly breaches: string[];
  /** What was waited for longest, and how long, in ms. */
  slowest: { readonly what: string; readonly ms: number };
}

export const newTally = (): Tally => ({
  acknowledged: new Map(),
  answers: new Map(),
  breaches: [],
  slowest: { what: '', ms: 0 },
});

/** An answer as it was judged. */
export type Judged =
  | { readonly kind: 'well'; readonly body: unknown }
  | { readonly kind: 'unavailable'; readonly retryAfterMs: number }
  | { readonly kind: 'refused'; readonly code: string }
  | { readonly kind: 'breach' };

const ANSWER_MS = 30_000;

/**
 * Sends one request and judges the answer: well, a refusal of the business, or 503 with Retry-After; all else is a breach,
 * and so is no answer within 30 s. A body makes it a command, without one it is a question.
 */
export async function exchange(tally: Tally, url: string, body: object | null): Promise<Judged> {
  const began = Date.now();
  try {
    const response = await fetch(url, {
      ...(body === null ? {} : { method: 'POST', body: JSON.stringify(body) }),
      headers: { 'content-type': 'application/json' },
      signal: AbortSignal.timeout(ANSWER_MS),
    });
    const text = await response.text();
    return judged(tally, url, response, text, body === null ? 'read' : 'taken');
  } catch (error) {
    const { message, cause } = error as Error;
    return breach(tally, `${url} did not answer: ${message}${cause instanceof Error ? `, ${cause.message}` : ''}`);
  } finally {
    const ms = Date.now() - began;
    if (ms > tally.slowest.ms) tally.slowest = { what: new URL(url).pathname, ms };
  }
}

function judged(tally: Tally, url: string, { status, headers }: Response, text: string, well: string): Judged {
  if (status === 200 || status === 201) {
    count(tally, well);
    return { kind: 'well', body: JSON.parse(text) as unknown };
  }
  const retryAfter = headers.get('retry-after');
  if (status === 503 && /^\d+$/.test(retryAfter ?? '')) {
    count(tally, 'unavailable');
    return { kind: 'unavailable', retryAfterMs: Number(retryAfter) * 1_000 };
  }
  if (status === 409) {
    const { code } = JSON.parse(text) as { code: string };
    count(tally, code);
    return { kind: 'refused', code };
  }
  return breach(tally, `${url} answered ${status} (Retry-After ${retryAfter}): ${text.slice(0, 300)}`);
}

function breach(tally: Tally, sentence: string): Judged {
  tally.breaches.push(`${new Date().toISOString().slice(11, 23)} ${sentence}`);
  return { kind: 'breach' };
}

function count({ answers }: Tally, kind: string): void {
  answers.set(kind, (answers.get(kind) ?? 0) + 1);
}
