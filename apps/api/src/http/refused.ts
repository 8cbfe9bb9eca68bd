import { isRefusal, type Refusal } from '@cadre/kernel';

/** Carries a refusal through Nest to the problem filter; thrown nowhere but in controllers. */
export class Refused extends Error {
  override readonly name = 'Refused';
  constructor(readonly refusal: Refusal) {
    super(refusal.sentence);
  }
}

/** The value, unless it is a refusal. @throws Refused */
export function accepted<T>(answer: T | Refusal): T {
  if (isRefusal(answer)) throw new Refused(answer);
  return answer;
}
