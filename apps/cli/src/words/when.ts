import type { WindowAnswer } from '@cadre/contract';

/** A window in words and as the source has it: 'end of October 2007 ("2007年10月底")'. */
export function sayWhen({ inWords, phrase }: WindowAnswer): string {
  return phrase === null || phrase === inWords ? inWords : `${inWords} ("${phrase}")`;
}
