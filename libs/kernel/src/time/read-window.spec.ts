import { isRefusal } from '../refusal.js';
import { readWindow, type WindowInput } from './read-window.js';
import { DEFAULT_PHRASE_SETTINGS } from './span.js';

const read = (input: WindowInput) => readWindow(input, DEFAULT_PHRASE_SETTINGS);

/** Code and pointer of the refusal, and its details where they matter. */
const refusal = (input: WindowInput) => {
  const answer = read(input);
  return isRefusal(answer) ? [answer.code, answer.pointer] : answer;
};

describe('a phrase', () => {
  it('alone gives its window under the settings and is kept as it was written', () =>
    expect(read({ phrase: '２００７ 年 10 月底' })).toEqual({
      earliest: '2007-10-21',
      latest: '2007-10-31',
      phrase: '２００７ 年 10 月底',
    }));

  it('that no one can read needs its ends beside it', () => {
    expect(refusal({ phrase: 'as soon as possible' })).toEqual(['PHRASE_NOT_READABLE', '/effective/phrase']);
    const given = { earliest: null, latest: '2007-12-31', phrase: 'as soon as possible' };
    expect(read(given)).toEqual(given);
  });

  it.each(['end of October', '10月底', 'by 30 June', '二月二十九日'])('of no year asks for the year: %s', (phrase) =>
    expect(refusal({ phrase })).toEqual(['PHRASE_WITHOUT_YEAR', '/effective/phrase']),
  );

  it('narrower than which the ends are is refused: nothing narrows a window silently', () => {
    const phrase = 'end of October 2007';
    const narrowed = ['WINDOW_NARROWED', '/effective/phrase'];
    expect(refusal({ earliest: '2007-10-28', latest: '2007-10-31', phrase })).toEqual(narrowed);
    expect(refusal({ earliest: '2007-10-31', latest: '2007-10-31', phrase })).toEqual(narrowed);
    expect(refusal({ earliest: '2008-06-01', latest: '2008-06-30', phrase: 'by 30 June 2008' })).toEqual(narrowed);
    expect(refusal({ earliest: '2007-10-21', latest: '2007-10-31', phrase })).toMatchObject({ phrase });
    expect(refusal({ earliest: '2007-10-01', latest: '2007-10-31', phrase })).toMatchObject({ phrase });
    expect(refusal({ earliest: '2007-10-21', latest: null, phrase })).toMatchObject({ phrase });
  });

  it('is required as soon as the ends differ', () => {
    const ends = { earliest: '2007-10-21', latest: '2007-10-31' };
    expect(refusal(ends)).toEqual(['WINDOW_WITHOUT_PHRASE', '/effective/phrase']);
    expect(refusal({ ...ends, phrase: ' ' })).toEqual(['WINDOW_WITHOUT_PHRASE', '/effective/phrase']);
    expect(refusal({ earliest: '2007-10-21' })).toEqual(['WINDOW_WITHOUT_PHRASE', '/effective/phrase']);
    expect(read({ earliest: '2007-10-21', latest: '2007-10-21' })).toMatchObject({ phrase: null });
  });
});

describe('ends', () => {
  it('that are reversed or no days are refused', () => {
    const phrase = 'undated';
    expect(refusal({ earliest: '2008-01-02', latest: '2008-01-01', phrase })).toEqual([
      'WINDOW_REVERSED',
      '/effective/earliest',
    ]);
    expect(refusal({ earliest: '2007-02-30', phrase })).toEqual(['DATE_NOT_READABLE', '/effective/earliest']);
    expect(refusal({ latest: '9999-12-31', phrase })).toEqual(['DATE_NOT_READABLE', '/effective/latest']);
  });

  it('left blank are not unknown', () => {
    expect(refusal({ earliest: '', latest: '2008-01-01' })).toEqual(['DATE_BLANK', '/effective/earliest']);
    expect(refusal({ latest: ' ', phrase: 'early 2008' })).toEqual(['DATE_BLANK', '/effective/latest']);
  });

  it('that read two ways are refused with both readings', () => {
    const answer = read({ earliest: '03/04/2008', latest: null, phrase: 'x' });
    expect(answer).toMatchObject({ code: 'DATE_AMBIGUOUS', pointer: '/effective/earliest' });
    expect(answer).toMatchObject({ details: { readings: ['2008-04-03', '2008-03-04'] } });
    expect(refusal({ phrase: '03/04/2008' })).toEqual(['DATE_AMBIGUOUS', '/effective/phrase']);
    expect(refusal({ earliest: '25/04/2008' })).toEqual(['DATE_NOT_READABLE', '/effective/earliest']);
  });

  it('copied from a spreadsheet as a day count are refused', () => {
    expect(read({ earliest: '39539' })).toMatchObject({
      code: 'DATE_IS_SERIAL',
      details: { readings: ['2008-04-01', '2012-04-02'] },
    });
    expect(refusal({ phrase: '39539' })).toEqual(['DATE_IS_SERIAL', '/effective/phrase']);
  });

  it('in full-width digits are refused with the plain form', () => {
    expect(read({ latest: '２００８-01-01' })).toMatchObject({
      code: 'FULL_WIDTH_DIGITS',
      details: { plain: '2008-01-01' },
    });
    expect(refusal({ edtf: '２００８' })).toEqual(['FULL_WIDTH_DIGITS', '/effective/edtf']);
  });
});

describe('EDTF', () => {
  it('gives the ends', () =>
    expect(read({ edtf: '2008-33', phrase: 'Q1 2008' })).toEqual({
      earliest: '2008-01-01',
      latest: '2008-03-31',
      phrase: 'Q1 2008',
    }));

  it('must be readable, and agree with ends given beside it', () => {
    expect(refusal({ edtf: '2008-21', phrase: 'spring' })).toEqual(['EDTF_NOT_READABLE', '/effective/edtf']);
    expect(refusal({ edtf: '2008', earliest: '2008-01-01', phrase: '2008' })).toEqual([
      'EDTF_DISAGREES',
      '/effective/edtf',
    ]);
  });
});

it('nothing given at all is refused', () => expect(refusal({})).toEqual(['WINDOW_MISSING', '/effective']));
