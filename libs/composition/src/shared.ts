import {
  type Leases,
  openLeases,
  openPool,
  openPostgresReadModels,
  openSharedPolicyMemory,
  type ProjectorStatus,
  type ReadModels,
  type SharedTurns,
  type StoredPolicyMemory,
  turnsInPostgres,
} from '@cadre/read-models';

/** What processes share in PostgreSQL. Nothing is asked of it before it is needed: each call says when it cannot be reached. */
export interface Shared {
  readonly tables: ReadModels;
  readonly policyMemory: StoredPolicyMemory;
  readonly turns: SharedTurns;
  /** Takes part in the division of the work under a name of its own. @throws Unavailable */
  leases(holder: string): Promise<Leases>;
  projectors(): Promise<readonly ProjectorStatus[]>;
  close(): Promise<void>;
}

/** Connections for working together, beside those for questions: a crowd of questions must not hold up a heartbeat. */
const TOGETHER = 4;

/** Opens what is shared at a postgres:// address. */
export function openShared(url: string): Shared {
  const [asking, together] = [openPool(url), openPool(url, { most: TOGETHER })];
  const memory = whenAsked(() => openSharedPolicyMemory(together));
  const onlooker = whenAsked(() => openLeases(together, 'onlooker'));
  return {
    tables: openPostgresReadModels(asking),
    policyMemory: {
      checkpoints: async () => (await memory()).checkpoints(),
      keep: async (step) => (await memory()).keep(step),
      followed: async (because) => (await memory()).followed(because),
      forget: async () => (await memory()).forget(),
      alarms: async () => (await memory()).alarms(),
      close: async () => undefined, // the pool is closed below
    },
    turns: turnsInPostgres(together),
    leases: (holder) => openLeases(together, holder),
    projectors: async () => (await onlooker()).status(),
    close: async () => {
      await asking.end();
      await together.end();
    },
  };
}

/** Opens something once it is asked for; what could not be opened is tried again with the next call. */
function whenAsked<T>(open: () => Promise<T>): () => Promise<T> {
  let opened: Promise<T> | null = null;
  return () => {
    opened ??= open().catch((error: unknown) => {
      opened = null;
      throw error;
    });
    return opened;
  };
}
