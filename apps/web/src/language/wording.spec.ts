import { wordsFor } from './testing';

const words = {
  said: '«{{name}}»',
  late_one: '{{count}} день',
  late_few: '{{count}} дня',
  late_many: '{{count}} дней',
  late_other: '{{count}} дня',
};

describe('the holes of a sentence', () => {
  it('set text apart that runs the other way', () => {
    expect(wordsFor('ar', words)('said', { name: 'Darfur team' })).toBe('«\u2068Darfur team\u2069»');
    expect(wordsFor('ar', words)('said', { name: 'فريق' })).toBe('«فريق»');
    expect(wordsFor('en', words)('said', { name: 'فريق' })).toBe('«\u2068فريق\u2069»');
    expect(wordsFor('en', words)('said', { name: 'Darfur team' })).toBe('«Darfur team»');
  });

  it.each([
    [1, '1 день'],
    [3, '3 дня'],
    [11, '11 дней'],
    [21, '21 день'],
    [2500, '2\u00a0500 дней'],
  ])('%i takes its plural form', (count, said) => {
    expect(wordsFor('ru', words)('late', { count })).toBe(said);
  });

  it('take what is recorded as text, whatever it looks like', () => {
    expect(wordsFor('en', words)('said', { name: '$t(late) {{count}} <b>' })).toBe('«$t(late) {{count}} <b>»');
  });
});
