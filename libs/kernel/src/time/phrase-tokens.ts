import { type PhraseWords } from './phrase-words.js';

/** A word as it is looked for, and the token it stands for; the empty token drops it. */
type Vocabulary = ReadonlyMap<string, string>;

interface Tokeniser {
  readonly atStart: RegExp;
  readonly startTokens: Vocabulary;
  readonly anywhere: RegExp;
  readonly tokens: Vocabulary;
  readonly dayMarks: RegExp | null;
}

const made = new Map<PhraseWords, Tokeniser>();

/**
 * A phrase in the words of one language as tokens, the same for all languages: "fin d'octobre 2007" and "end of October
 * 2007" are both "LATE M10 2007". Tokens are in capitals, so a small letter that is left over is a word nobody knows.
 */
export function tokensOf(phrase: string, language: PhraseWords): string {
  const tokeniser = made.get(language) ?? newTokeniser(language);
  made.set(language, tokeniser);
  const { atStart, startTokens, anywhere, tokens, dayMarks } = tokeniser;
  const folded = foldLetters(phrase);
  const plain = dayMarks === null ? folded : folded.replace(dayMarks, '$1 ');
  return joined(
    plain
      .trim()
      .replace(atStart, (word) => startTokens.get(word)!)
      .trim()
      .replace(anywhere, (word) => tokens.get(word)!),
    language.signs,
  );
}

/** Accents, vowel signs and the stops of abbreviations make no difference to what a date says; Arabic writes "and" on to the next word. */
function foldLetters(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\p{M}\u0640]/gu, '')
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[,\u060c]/g, ' ')
    .replace(/(?<=\p{L})\./gu, ' ')
    .replace(/(?<= )\u0648(?=[\p{L}\d])/gu, '\u0648 ')
    .replace(/(?<=\p{L})-(?=\p{L})/gu, ' - ')
    .replace(/ +/g, ' ');
}

/** What tokens say together: a month named twice in two sets of names, an ordinal and its quarter or half. */
function joined(text: string, signs: PhraseWords['signs']): string {
  return text
    .replace(/ +/g, ' ')
    .replace(/ ?\/ ?/g, '/')
    .trim()
    .replace(/\b(EARLY|MID|LATE) ?- ?/g, '$1 ')
    .replace(/\b(M\d+)\/\1\b/g, '$1')
    .replace(/(?<![\d.-])N?([1-4L]) (QUARTER|HALF)|(QUARTER|HALF) N?([1-4L])(?!\d)/g, (_, a, one, other, b) =>
      numbered((one ?? other) as string, (a ?? b) as string),
    )
    .replace(new RegExp(`(?<!\\p{L})${signs.quarter}([1-4])(?!\\d)`, 'gu'), 'Q$1')
    .replace(new RegExp(`(?<!\\p{L})${signs.half}([12])(?!\\d)`, 'gu'), 'H$1');
}

function numbered(period: string, nth: string): string {
  if (period === 'QUARTER') return `Q${nth === 'L' ? '4' : nth}`;
  return `H${nth === 'L' ? '2' : nth}`;
}

function newTokeniser(language: PhraseWords): Tokeniser {
  const tokens = vocabulary([
    ...language.months.map((names, i): readonly [string, readonly string[]] => [`M${i + 1}`, names]),
    ...language.nth.map((names, i): readonly [string, readonly string[]] => [`N${'1234L'[i]}`, names]),
    ['EARLY', language.early],
    ['MID', language.mid],
    ['LATE', language.late],
    ['QUARTER', language.quarter],
    ['HALF', language.half],
    ['BUDGET', language.budgetYear],
    ['FISCAL', language.budgetYearByItsEnd],
    ['BIENNIUM', language.biennium],
    ['ONWARDS', language.onwards],
    ['AND', language.and],
    ['TO', language.to],
    ['UNTIL', language.until],
    ['', language.fillers],
  ]);
  const startTokens = vocabulary([
    ['BY', language.by],
    ['SINCE', language.since],
    ['UNTIL', language.until],
    ['BETWEEN', language.between],
    ['FROM', language.from],
    ['AT', language.asAt],
    ['', language.opening],
  ]);
  const marks = language.dayMarks.map((mark) => escaped(foldLetters(mark).trim())).toSorted(longerFirst);
  return {
    atStart: new RegExp(`^${oneOf(startTokens)}`, 'u'),
    startTokens,
    anywhere: new RegExp(`(?<!\\p{L})${oneOf(tokens)}`, 'gu'),
    tokens,
    dayMarks: marks.length === 0 ? null : new RegExp(`(?<!\\d)(\\d{1,2})\\.?(?:${marks.join('|')})(?!\\p{L})`, 'gu'),
  };
}

/** The first to name a word keeps it. */
function vocabulary(rows: readonly (readonly [token: string, names: readonly string[]])[]): Vocabulary {
  const all = new Map<string, string>();
  for (const [token, names] of rows) {
    for (const name of names) {
      const folded = foldLetters(name).trim();
      if (!all.has(folded)) all.set(folded, ` ${token} `);
    }
  }
  return all;
}

/** A word ends where no letter follows, unless it is elided before one. */
function oneOf(tokens: Vocabulary): string {
  const names = [...tokens.keys()]
    .toSorted(longerFirst)
    .map((name) => `${escaped(name)}${/'$/.test(name) ? '' : '(?!\\p{L})'}`);
  return `(?:${names.join('|')})`;
}

const longerFirst = (a: string, b: string): number => b.length - a.length;
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
