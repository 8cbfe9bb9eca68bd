import type { ExceptionAnswer, ExceptionCount, ExceptionKind } from '@cadre/contract';
import { type Instant } from '@cadre/kernel';
import { type AsOfDates } from '../as-of.js';
import { type Snapshot } from '../tables/tables.js';

/** A question with everything decided that was left open. */
export interface Sought extends AsOfDates {
  /** Null for any stream. */
  readonly streams: readonly string[] | null;
  readonly live: boolean;
  readonly backDatedDays: number;
  readonly knownAfter: Instant | null;
}

/** How exceptions of a kind are counted, and shown a page at a time, in an order that stays. */
export interface KindOfException {
  readonly kind: ExceptionKind;
  count(snapshot: Snapshot, sought: Sought): Promise<Omit<ExceptionCount, 'kind'>>;
  page(snapshot: Snapshot, sought: Sought, offset: number, limit: number): Promise<readonly ExceptionAnswer[]>;
}
