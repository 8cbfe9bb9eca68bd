import { client } from '../api/client';
import type { components } from '../api/schema';
import { type Refusal, refusalOf } from './problem';

export type Receipt = components['schemas']['Receipt'];

/** What became of a command that was sent; `lost` when nobody can say, and sending it again is safe. */
export type Sent = { readonly receipt: Receipt } | { readonly refusal: Refusal } | { readonly lost: true };

/** Where a command goes; with `preview`, the day its numbers are asked for, or `dryRun`, nothing is recorded. */
export interface Address {
  readonly path: string;
  readonly preview?: string;
  readonly dryRun?: boolean;
}

/** Sends a command. The same command id may be sent again and again: it is recorded once. */
export async function send({ path, preview, dryRun = false }: Address, body: object): Promise<Sent> {
  const query = preview === undefined ? { dryRun } : { preview: true, validOn: preview };
  try {
    // Every command has the same answers; which one it is, the address and the body say.
    const { data, error, response } = await client.POST(path as '/api/posts/{id}/fill', {
      params: { path: { id: '' }, query },
      body: body as never,
    });
    if (data !== undefined) return { receipt: data };
    if (response.status >= 500) return { lost: true };
    return { refusal: refusalOf((error ?? {}) as object) };
  } catch {
    return { lost: true };
  }
}
