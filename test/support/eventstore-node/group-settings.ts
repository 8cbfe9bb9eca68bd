import type persistent from '@eventstore/db-client/generated/persistent_pb.js';
import { type FilterRule } from './filters.js';
import { type Place } from './group-feed.js';

export type Strategy = 'DispatchToSingle' | 'RoundRobin' | 'Pinned';

export interface GroupSettings {
  readonly resolveLinks: boolean;
  readonly extraStatistics: boolean;
  /** 0: a subscriber may take for ever. */
  readonly messageTimeoutMs: number;
  readonly maxRetryCount: number;
  readonly checkpointAfterMs: number;
  readonly minCheckpointCount: number;
  readonly maxCheckpointCount: number;
  /** 0: as many as come. */
  readonly maxSubscriberCount: number;
  readonly liveBufferSize: number;
  readonly readBatchSize: number;
  readonly historyBufferSize: number;
  readonly strategy: Strategy;
}

/** A persistent subscription as it was asked for; kept in the log. */
export interface GroupConfig {
  /** A stream, or `$all`. */
  readonly source: string;
  readonly group: string;
  /** The first place to be handed out. */
  readonly startFrom: Place | 'end';
  readonly filter: FilterRule | null;
  readonly settings: GroupSettings;
}

const STRATEGIES: readonly Strategy[] = ['DispatchToSingle', 'RoundRobin', 'Pinned'];
const TICKS_PER_MS = 10_000;

type Settings = persistent.CreateReq.Settings | persistent.UpdateReq.Settings;

export function settingsIn(given: Settings): GroupSettings {
  const ticks = (value: string): number => Math.round(Number(value) / TICKS_PER_MS);
  return {
    resolveLinks: given.getResolveLinks(),
    extraStatistics: given.getExtraStatistics(),
    messageTimeoutMs: given.hasMessageTimeoutMs() ? given.getMessageTimeoutMs() : ticks(given.getMessageTimeoutTicks()),
    maxRetryCount: given.getMaxRetryCount(),
    checkpointAfterMs: given.hasCheckpointAfterMs()
      ? given.getCheckpointAfterMs()
      : ticks(given.getCheckpointAfterTicks()),
    minCheckpointCount: given.getMinCheckpointCount(),
    maxCheckpointCount: given.getMaxCheckpointCount(),
    maxSubscriberCount: given.getMaxSubscriberCount(),
    liveBufferSize: given.getLiveBufferSize(),
    readBatchSize: Math.max(1, given.getReadBatchSize()),
    historyBufferSize: given.getHistoryBufferSize(),
    strategy: STRATEGIES[given.getNamedConsumerStrategy()] ?? 'RoundRobin',
  };
}
