// The loopback node as a process of its own, to be killed by tests: started and told its faults over IPC (see launch.ts).
import { type NodeOptions, type RunningNode, startNode } from './node.js';

/** First of all the options; then, as often as wanted, a fault by its name. */
export type ToNode =
  { readonly start: NodeOptions } | { readonly fault: keyof RunningNode['faults']; readonly argument?: number };

export type FromNode =
  | { readonly started: { readonly port: number; readonly connectionString: string } }
  | { readonly done: true }
  | { readonly failed: string };

let node: RunningNode | null = null;

process.on('message', (message: ToNode) => {
  void handle(message)
    .catch((error: unknown): FromNode => ({ failed: error instanceof Error ? error.message : String(error) }))
    .then((answer) => process.send?.(answer));
});
for (const end of ['SIGTERM', 'SIGINT', 'disconnect'] as const) {
  process.on(end, () => void (node?.stop() ?? Promise.resolve()).then(() => process.exit(0)));
}

async function handle(message: ToNode): Promise<FromNode> {
  if ('start' in message) {
    node = await startNode(message.start);
    return { started: { port: node.port, connectionString: node.connectionString } };
  }
  if (node === null) throw new Error('not started yet');
  const cause = node.faults[message.fault] as (argument?: number) => void | Promise<void>;
  await cause(message.argument);
  return { done: true };
}
