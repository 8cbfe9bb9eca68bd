import type { CountAnswer } from '@cadre/contract';
import { sayWhen } from './when.js';

type Bounds = Pick<CountAnswer, 'atLeast' | 'atMost' | 'notReported'>;

const MOST_WINDOWS = 3;

/** "1 (certain)", "0 or 1 (uncertain: end of October 2007)", "not reported"; `of` names the whole: "1 of 6 (certain)". */
export function sayCount(count: CountAnswer, validOn: string, of?: CountAnswer): string {
  const number = sayNumber(count);
  const words = count.wording === null ? '' : `, in words: ${count.wording}`;
  if (isNotReported(count)) return `not reported${words}`;
  const whole = of && !isNotReported(of) ? ` of ${sayWhole(of)}` : '';
  return `${number}${whole} (${count.certain ? 'certain' : `uncertain: ${whyUncertain(count, validOn)}`}${words})`;
}

/** The number alone: "6", "0 or 1", "10 to 12", "at least 77"; what is not reported is never a number. */
export function sayNumber({ atLeast, atMost, notReported }: Bounds): string {
  if (notReported || (atLeast === null && atMost === null)) return 'not reported';
  if (atLeast === null) return `at most ${atMost}`;
  if (atMost === null) return `at least ${atLeast}`;
  if (atLeast === atMost) return `${atLeast}`;
  return atMost === atLeast + 1 ? `${atLeast} or ${atMost}` : `${atLeast} to ${atMost}`;
}

const sayWhole = (of: CountAnswer): string => (of.certain || of.atMost === null ? sayNumber(of) : `up to ${of.atMost}`);

const isNotReported = ({ atLeast, atMost, notReported }: Bounds): boolean =>
  notReported || (atLeast === null && atMost === null);

/** The windows that the day asked for lies within; else it is the number itself that the source leaves open. */
function whyUncertain({ because }: CountAnswer, validOn: string): string {
  const open = because.filter(({ effective: { earliest, latest } }) => {
    return (earliest === null || earliest <= validOn) && (latest === null || validOn < latest);
  });
  const windows = [...new Set(open.map(({ effective }) => sayWhen(effective)))];
  if (windows.length === 0) return 'the sources leave the number open';
  const more = windows.length - MOST_WINDOWS;
  return [...windows.slice(0, MOST_WINDOWS), ...(more > 0 ? [`and ${more} more`] : [])].join('; ');
}
