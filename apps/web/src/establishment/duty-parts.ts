import type { BlockAnswer } from '../api/client';

/** What can be said of some of a block's posts; from what is sure to what is not. */
export type DutyPart = 'onDuty' | 'possibly' | 'off' | 'offOrSilent' | 'silent' | 'maybe';

/** How many posts a part has. */
export interface DutyShare {
  readonly part: DutyPart;
  readonly count: number;
}

/**
 * A block's posts by what is known of duty, adding up to all that are possibly approved; empty where nothing bounds them.
 * What nobody reports is a part of its own, never among those not on duty.
 */
export function dutyShares({ approved, onDuty, unreported }: Counts): readonly DutyShare[] {
  if (approved.atMost === null || approved.atLeast === null) return [];
  let left = approved.atMost;
  const take = (wanted: number): number => {
    const taken = Math.max(0, Math.min(wanted, left));
    left -= taken;
    return taken;
  };
  const sure = take(onDuty.atLeast ?? 0);
  const silent = take(unreported.atLeast ?? 0);
  const possibly = take((onDuty.atMost ?? 0) - sure - silent);
  const rest = take(approved.atLeast - sure - silent - possibly);
  const shares: readonly DutyShare[] = [
    { part: 'onDuty', count: sure },
    { part: 'possibly', count: possibly },
    { part: unreported.certain ? 'off' : 'offOrSilent', count: rest },
    { part: 'silent', count: silent },
    { part: 'maybe', count: left },
  ];
  return shares.filter(({ count }) => count > 0);
}

type Ends = Pick<BlockAnswer['approved'], 'atLeast' | 'atMost' | 'certain'>;
type Counts = Readonly<Record<'approved' | 'onDuty' | 'unreported', Ends>>;
