import type { RecruitmentTargetsAnswer } from '@cadre/contract';
import { type CountRange } from '@cadre/kernel';
import { STAGES } from '../establishment/recruitment.rows.js';

/** How many days a recruitment should take, in all and stage by stage. */
export interface RecruitmentTargets {
  readonly overallDays: number;
  /** By stage; a stage not named has no target. */
  readonly stageDays: Readonly<Record<string, number>>;
}

/** 120 days in all, and how long each stage should take; the operations page lists them, and an organisation can set its own. */
export const DEFAULT_RECRUITMENT_TARGETS: RecruitmentTargets = {
  overallDays: 120,
  stageDays: {
    opened: 10,
    'criteria approved': 5,
    advertised: 45,
    'nominations requested': 45,
    'under review': 25,
    shortlisted: 15,
    recommended: 10,
    endorsed: 5,
    selected: 5,
    announced: 15,
    accepted: 60,
    withdrawn: 10,
  },
};

/** Every stage that can have a target. */
export const STAGES_WITH_TARGET: readonly string[] = [...STAGES.filter((it) => it !== 'reported'), 'withdrawn'];

/** Whether a time is longer than it should be; possibly also when nobody says how long it is. */
export function isOver(days: CountRange | null, target: number | null): 'yes' | 'possibly' | 'no' {
  if (target === null) return 'no';
  if (days === null) return 'possibly';
  if (days.atLeast > target) return 'yes';
  return days.atMost === null || days.atMost > target ? 'possibly' : 'no';
}

/** Over in every case, in some, or in none. */
export function overall(verdicts: readonly ('yes' | 'possibly' | 'no')[]): 'yes' | 'possibly' | 'no' {
  if (verdicts.every((it) => it === 'no')) return 'no';
  return verdicts.every((it) => it === 'yes') ? 'yes' : 'possibly';
}

/** As an answer shows them, in the order of the stages. */
export function targetsAnswer({ overallDays, stageDays }: RecruitmentTargets): RecruitmentTargetsAnswer {
  const stages = STAGES_WITH_TARGET.flatMap((stage) =>
    stage in stageDays ? [{ stage, days: stageDays[stage]! }] : [],
  );
  return { overallDays, stages };
}
