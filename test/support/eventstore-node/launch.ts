// Starts the loopback node as a process of its own. Nothing here is imported but types and Node's own modules, so that
// plain Node 24 runs this file as it is, from a script as well as from a test.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { FromNode, ToNode } from './main.js';
import type { Faults, NodeOptions } from './node.js';

export interface LaunchedNode {
  /** The same after every restart. */
  readonly port: number;
  readonly connectionString: string;
  /** The process it runs as now. */
  process(): ChildProcess;
  /** Makes a fault happen, by its name in `Faults`; resolves when it has begun. */
  fault(name: keyof Faults, argument?: number): Promise<void>;
  /** Ends it as a power cut would, by SIGKILL. */
  kill(): Promise<void>;
  /** Ends it as an operator would; what waits is written first. */
  stop(): Promise<void>;
  /** Starts it again, after `kill` or `stop`, with its folder and on its port. */
  start(): Promise<void>;
}

/** Starts the node; the options are those of `startNode`. @throws with what it said, when it cannot start */
export async function launchNode(options: NodeOptions): Promise<LaunchedNode> {
  let child = spawnNode();
  const { port, connectionString } = await started(child, options);

  async function end(signal: NodeJS.Signals): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    await once(child, 'exit');
  }

  return {
    port,
    connectionString,
    process: () => child,
    async fault(name, argument) {
      await ask(child, argument === undefined ? { fault: name } : { fault: name, argument });
    },
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
    async start() {
      child = spawnNode();
      await started(child, { ...options, port });
    },
  };
}

function spawnNode(): ChildProcess {
  const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
  const args = ['--import', new URL('sources.mjs', import.meta.url).href, here('main.ts')];
  // Ctrl-C in a terminal is for whoever started it, who then ends it in order; "disconnect" ends it when he is gone.
  return spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'], detached: true });
}

async function started(child: ChildProcess, options: NodeOptions) {
  try {
    const answer = await ask(child, { start: options });
    if ('started' in answer) return answer.started;
    throw new Error('the node answered something else than that it has started');
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  }
}

/** One question at a time. */
async function ask(child: ChildProcess, question: ToNode): Promise<FromNode> {
  const answered = new AbortController();
  const died = once(child, 'exit', { signal: answered.signal }).then(([code, signal]) => {
    throw new Error(`the node ended with ${String(code ?? signal)}`);
  });
  died.catch(() => {});
  child.send(question);
  const [answer] = (await Promise.race([once(child, 'message'), died])) as [FromNode];
  answered.abort();
  if ('failed' in answer) throw new Error(answer.failed);
  return answer;
}
