import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inFolder, openCadre } from '@cadre/composition';
import { fixedClock } from '@cadre/kernel/testing';
import { loadExample } from '../../apps/api/src/example.js';
import { serve } from '../../apps/api/src/server.module.js';

/** A whole Cadre in this process, answering over HTTP on a free loopback port, whose clock the test moves. */
export interface ServedCadre {
  readonly url: string;
  readonly clock: ReturnType<typeof fixedClock>;
  stop(): Promise<void>;
}

const EXAMPLE = new URL('../../data/a-62-627', import.meta.url).pathname;

/** Opens a fresh data folder at a moment, with A/62/627 carried over when asked for, and serves it. */
export async function serveCadre({ now, example = false }: { now: string; example?: boolean }): Promise<ServedCadre> {
  const folder = mkdtempSync(join(tmpdir(), 'cadre-'));
  const clock = fixedClock(now);
  const cadre = await openCadre(inFolder(folder), clock);
  if (example) await loadExample(cadre.environment, EXAMPLE, () => undefined);
  const stop = new AbortController();
  const following = cadre.follow(stop.signal);
  const server = await serve(cadre, { host: '127.0.0.1', port: 0, isContained: false });
  return {
    url: server.url,
    clock,
    stop: async () => {
      await server.close();
      stop.abort();
      await following;
      await cadre.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
