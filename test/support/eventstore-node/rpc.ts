// The three shapes of a call, around handlers that return or throw.
import { once } from 'node:events';
import {
  type handleClientStreamingCall,
  type handleServerStreamingCall,
  type handleUnaryCall,
  type sendUnaryData,
  type ServerReadableStream,
  type ServerUnaryCall,
  type ServerWritableStream,
} from '@grpc/grpc-js';
import { asRpcFailure } from './failures.js';

/** Stands for an answer that nobody is there to hear, because a fault cut the connection. */
export const UNHEARD = Symbol('unheard');

type Answer<R> = R | typeof UNHEARD;

export const unary =
  <Q, R>(handle: (call: ServerUnaryCall<Q, R>) => Answer<R> | Promise<Answer<R>>): handleUnaryCall<Q, R> =>
  (call, callback) =>
    void respond(async () => handle(call), callback);

export const clientStream =
  <Q, R>(handle: (call: ServerReadableStream<Q, R>) => Promise<Answer<R>>): handleClientStreamingCall<Q, R> =>
  (call, callback) =>
    void respond(() => handle(call), callback);

async function respond<R>(handle: () => Promise<Answer<R>>, callback: sendUnaryData<R>): Promise<void> {
  try {
    const answer = await handle();
    if (answer !== UNHEARD) callback(null, answer);
  } catch (error) {
    callback(asRpcFailure(error));
  }
}

/** Sends what the handler yields, no faster than the client takes it; `signal` aborts when the client has gone. */
export const serverStream =
  <Q, R>(
    handle: (call: ServerWritableStream<Q, R>, signal: AbortSignal) => AsyncIterable<R>,
  ): handleServerStreamingCall<Q, R> =>
  (call) =>
    void (async () => {
      const { signal } = abortWith(call);
      try {
        for await (const message of handle(call, signal)) {
          if (signal.aborted) return;
          if (!call.write(message)) await drained(call, signal);
        }
        call.end();
      } catch (error) {
        if (!signal.aborted) call.emit('error', asRpcFailure(error));
      }
    })();

/** Aborts when the client cancels, its deadline passes or the connection ends. */
export function abortWith(call: NodeJS.EventEmitter): AbortController {
  const gone = new AbortController();
  for (const event of ['cancelled', 'close']) call.once(event, () => gone.abort());
  return gone;
}

/** Waits until a stream takes more, or the client has gone. */
export async function drained(stream: NodeJS.EventEmitter, signal: AbortSignal): Promise<void> {
  await once(stream, 'drain', { signal }).catch((error: unknown) => {
    if (!signal.aborted) throw error;
  });
}
