// A recorded name in a sentence keeps its own direction by the two characters of Unicode made for it. Where the
// sentence is markup they become an element of its own, which can say its language as well.
const [OPEN, CLOSE] = ['\u2068', '\u2069'];
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;

/** A recorded text to stand in a sentence; set apart where it or the sentence runs from right to left. */
export function apart(text: string, dir: 'ltr' | 'rtl'): string {
  return dir === 'rtl' || RIGHT_TO_LEFT.test(text) ? `${OPEN}${text}${CLOSE}` : text;
}

/** One run of a sentence: words of the page, or something recorded. */
interface Run {
  readonly text: string;
  readonly isRecorded: boolean;
}

/** The runs of a sentence. Marks within marks are those of a name in a longer text: only what holds none is recorded. */
export function runsOf(sentence: string): readonly Run[] {
  return sentence
    .split(/(\u2068[^\u2068\u2069]*\u2069)/)
    .map((run) => ({
      text: run.replaceAll(/[\u2068\u2069]/g, ''),
      isRecorded: run.startsWith(OPEN!) && run.endsWith(CLOSE!),
    }))
    .filter(({ text }) => text !== '');
}
