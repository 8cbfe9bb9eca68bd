import { wordsFor } from '../language/testing';
import { daysInWords } from './use-days';
import arabic from './words/ar.json' with { type: 'json' };
import english from './words/en.json' with { type: 'json' };
import russian from './words/ru.json' with { type: 'json' };

const say = (atLeast: number, atMost: number | null, language = 'en', words: object = english): string =>
  daysInWords({ atLeast, atMost }, wordsFor(language, words as never));

it('days are said as people say them', () => {
  expect(say(1, 1)).toBe('1 day');
  expect(say(1_500, 1_500)).toBe('1,500 days');
  expect(say(30, 40)).toBe('30 to 40 days');
  expect(say(30, null)).toBe('at least 30 days');
});

it('what nobody reports is no number', () => {
  expect(say(0, null)).toBe('how long is not reported');
  expect(daysInWords(null, wordsFor('en', english as never))).toBe('since when is not reported');
});

it('each language has its own plural forms and digits', () => {
  expect(say(1, 21, 'ru', russian)).toBe('от 1 до 21 дня');
  expect(say(3, 3, 'ru', russian)).toBe('3 дня');
  expect(say(2, 2, 'ar', arabic)).toBe('يومان');
  expect(say(11, 11, 'ar', arabic)).toBe('١١ يوما');
});
