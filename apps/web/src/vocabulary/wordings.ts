import { apart } from './apart';
import type { Means } from './values';

const SUM = /^sum of (\d+) (blocks|teams)$/;
const SILENT = /^not reported for (\d+) of (\d+) (blocks|teams)$/;

/** How a number was derived, in the reader's language; a source's own wording comes back as it is. */
export function wordingInWords(wording: string, { t, language }: Means): string {
  const sum = SUM.exec(wording);
  if (sum) return t(`sums.${sum[2]}`, { all: Number(sum[1]) });
  const silent = SILENT.exec(wording);
  if (silent) return t(`silent.${silent[3]}`, { silent: Number(silent[1]), all: Number(silent[2]) });
  const isPhrase = /^[a-z ]+$/.test(wording);
  return (isPhrase && t(`derivations.${wording}`, { defaultValue: '' })) || apart(wording, language.dir);
}
