import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Refusal } from './problem';
import { type Receipt, send } from './send';

/** How far the sending of a command has come. */
export type Sending =
  | { readonly at: 'nothing' }
  | { readonly at: 'asking' | 'recording' }
  | { readonly at: 'previewed'; readonly receipt: Receipt; readonly body: object }
  | { readonly at: 'refused'; readonly refusal: Refusal }
  | { readonly at: 'lost'; readonly body: object | null }
  | { readonly at: 'recorded'; readonly receipt: Receipt };

/** Previews a command, then records just what was previewed. What is on the page follows what was recorded. */
export function useSending() {
  const [sending, setSending] = useState<Sending>({ at: 'nothing' });
  const queries = useQueryClient();

  async function preview(path: string, validOn: string, body: object): Promise<Sending> {
    setSending({ at: 'asking' });
    const sent = await send({ path, preview: validOn }, body);
    return settled(sent, (receipt) => ({ at: 'previewed', receipt, body }), null);
  }

  /** Refused as stale when the record has moved since the preview. */
  async function record(path: string, body: object, expectedRevision: number | undefined): Promise<Sending> {
    setSending({ at: 'recording' });
    const whole = expectedRevision === undefined ? body : { ...body, expectedRevision };
    const sent = await send({ path }, whole);
    const next = settled(sent, (receipt) => ({ at: 'recorded', receipt }), whole);
    if (next.at === 'recorded') {
      queries.setQueryData(['moved-to'], next.receipt.settledPosition);
      await queries.invalidateQueries({
        predicate: ({ queryKey }) => !['health', 'moved-to', 'window'].includes(String(queryKey[0])),
      });
    }
    return next;
  }

  function settled(
    sent: Awaited<ReturnType<typeof send>>,
    accepted: (receipt: Receipt) => Sending,
    body: object | null,
  ): Sending {
    const next: Sending =
      'receipt' in sent
        ? accepted(sent.receipt)
        : 'refusal' in sent
          ? { at: 'refused', refusal: sent.refusal }
          : { at: 'lost', body };
    setSending(next);
    return next;
  }

  return { sending, preview, record, forget: () => setSending({ at: 'nothing' }) };
}
