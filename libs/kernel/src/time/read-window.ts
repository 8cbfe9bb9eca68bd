import { isRefusal, refuse, type Refusal } from '../refusal.js';
import { type CivilDate, isCivilDate } from './civil-date.js';
import { windowOfEdtf } from './edtf.js';
import { plainDigits, readingsOf, serialReadings, withoutFullWidth } from './numeric-date.js';
import { windowOfPhrase } from './phrase.js';
import { type PhraseSettings, type Span } from './span.js';
import { checkWindow, isNarrower, type Window } from './window.js';

/** A window as a form, a file or a request gives it. An end left out is not given; null says it is unknown (open). */
export interface WindowInput {
  readonly earliest?: string | null;
  readonly latest?: string | null;
  readonly phrase?: string | null;
  readonly edtf?: string | null;
}

/**
 * Reads a window: ends as given, else from EDTF, else from the phrase under the settings. Never guesses, and never
 * narrows what the phrase says: ends that lie within the phrase's own window are refused.
 */
export function readWindow(input: WindowInput, settings: PhraseSettings, pointer = '/effective'): Window | Refusal {
  const phrase = input.phrase?.trim() ? input.phrase : null;
  const ends = readEnds(input, pointer);
  if (isRefusal(ends)) return ends;
  const meant = phrase === null ? null : windowOfPhrase(phrase, settings);
  if (ends === null) return meant ? { ...meant, phrase } : unreadable(phrase, settings, pointer);
  const window = { ...ends, phrase };
  const wrong = checkWindow(window, pointer);
  if (wrong) return wrong;
  if (meant && isNarrower(window, meant)) {
    const [from, to] = [meant.earliest ?? 'an open start', meant.latest ?? 'an open end'];
    return refuse(
      'WINDOW_NARROWED',
      `"${phrase}" means ${from} to ${to}; these ends are narrower. Give those ends, or the wording that says more.`,
      { pointer: `${pointer}/phrase`, details: { earliest: meant.earliest, latest: meant.latest } },
    );
  }
  return window;
}

function readEnds({ earliest, latest, edtf }: WindowInput, pointer: string): Span | Refusal | null {
  const given = earliest !== undefined || latest !== undefined;
  const start = readEnd(earliest ?? null, `${pointer}/earliest`);
  if (isRefusal(start)) return start;
  const end = readEnd(latest ?? null, `${pointer}/latest`);
  if (isRefusal(end)) return end;
  const ends = given ? { earliest: start, latest: end } : null;
  if (edtf === undefined || edtf === null) return ends;
  const hazard = hazardOf(edtf, `${pointer}/edtf`);
  if (hazard) return hazard;
  const span = windowOfEdtf(edtf.trim());
  if (!span) {
    return refuse('EDTF_NOT_READABLE', `"${edtf}" is not a date this system reads as EDTF; give earliest and latest.`, {
      pointer: `${pointer}/edtf`,
    });
  }
  if (ends && (ends.earliest !== span.earliest || ends.latest !== span.latest)) {
    return refuse('EDTF_DISAGREES', `"${edtf}" and the ends given are different days; give one of them.`, {
      pointer: `${pointer}/edtf`,
    });
  }
  return span;
}

/** A civil date, null for an end said to be unknown, or what is wrong with the text. */
function readEnd(text: string | null, pointer: string): CivilDate | Refusal | null {
  if (text === null || isCivilDate(text)) return text;
  return (
    hazardOf(text, pointer) ??
    refuse('DATE_NOT_READABLE', `"${String(text)}" is not a calendar day; write YYYY-MM-DD.`, { pointer })
  );
}

/** What a copied date can hide: a blank, another script's digits, a day count, an order of day and month nobody wrote down. */
function hazardOf(text: string, pointer: string): Refusal | null {
  if (text.trim() === '') {
    return refuse('DATE_BLANK', 'A blank is not a date: send null when the day is unknown, or leave the field out.', {
      pointer,
    });
  }
  const plain = withoutFullWidth(text);
  if (plain !== null) {
    return refuse('FULL_WIDTH_DIGITS', `"${text}" is written in full-width characters; write ${plain}.`, {
      pointer,
      details: { plain },
    });
  }
  const serial = serialReadings(text);
  if (serial) {
    return refuse(
      'DATE_IS_SERIAL',
      `"${text}" is a spreadsheet's day count (${serial[0]} from 1900, ${serial[1]} from 1904); write the date.`,
      {
        pointer,
        details: { readings: serial },
      },
    );
  }
  const readings = readingsOf(text);
  if (readings.length < 2) return null;
  return refuse('DATE_AMBIGUOUS', `"${text}" can be ${readings.join(' or ')}; write the one it is.`, {
    pointer,
    details: { readings },
  });
}

/** Why a phrase alone gives no window. */
function unreadable(phrase: string | null, settings: PhraseSettings, pointer: string): Refusal {
  if (phrase === null) {
    return refuse('WINDOW_MISSING', 'Say when: give earliest and latest (null for an unknown end), or a phrase.', {
      pointer,
    });
  }
  const at = `${pointer}/phrase`;
  return (
    hazardOf(plainDigits(phrase), at) ??
    withoutYear(phrase, settings, at) ??
    refuse(
      'PHRASE_NOT_READABLE',
      `"${phrase}" does not say days this system can read; give earliest and latest beside it.`,
      { pointer: at },
    )
  );
}

/** A phrase that says days once it is given a year, a leap year as likely as another. */
function withoutYear(phrase: string, settings: PhraseSettings, pointer: string): Refusal | null {
  if (!windowOfPhrase(phrase, settings, { year: 2008 })) return null;
  return refuse('PHRASE_WITHOUT_YEAR', `"${phrase}" does not say of which year. Name the year.`, { pointer });
}
