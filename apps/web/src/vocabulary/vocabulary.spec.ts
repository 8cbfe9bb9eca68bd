import { formatsOf } from '../language/formats';
import { wordsFor } from '../language/testing';
import { countInWords } from '../lineage/count-words';
import arabicCounts from '../lineage/words/ar.json' with { type: 'json' };
import englishCounts from '../lineage/words/en.json' with { type: 'json' };
import spanishCounts from '../lineage/words/es.json' with { type: 'json' };
import frenchCounts from '../lineage/words/fr.json' with { type: 'json' };
import russianCounts from '../lineage/words/ru.json' with { type: 'json' };
import chineseCounts from '../lineage/words/zh.json' with { type: 'json' };
import { runsOf } from './apart';
import { rowInWords } from './columns';
import { detailsInWords, eventInWords, type Told } from './events';
import { type Means, valueInWords } from './values';
import { wordingInWords } from './wordings';
import arabic from './words/ar.json' with { type: 'json' };
import english from './words/en.json' with { type: 'json' };
import spanish from './words/es.json' with { type: 'json' };
import french from './words/fr.json' with { type: 'json' };
import russian from './words/ru.json' with { type: 'json' };
import chinese from './words/zh.json' with { type: 'json' };

const WORDS = {
  ar: [arabic, arabicCounts],
  en: [english, englishCounts],
  es: [spanish, spanishCounts],
  fr: [french, frenchCounts],
  ru: [russian, russianCounts],
  zh: [chinese, chineseCounts],
} as const;
type Language = keyof typeof WORDS;

function means(code: Language): Means {
  const [words, counts] = WORDS[code];
  const language = formatsOf(code);
  const t = wordsFor(code, counts);
  return {
    t: wordsFor(code, words),
    language,
    countWords: (count) => countInWords(count, t, language.number),
    windowWords: ({ inWords }) => inWords,
  };
}

const told = (stream: string, type: string, data: Record<string, unknown>, name: string | null = null): Told => ({
  stream,
  name,
  type,
  data,
  windows: {},
  sentence: 'As the server says it.',
});
const proposed = (count: number | null, atMost = count): Told =>
  told('block-x', 'PostProposed', {
    ...{ name: 'Analysts', group: null, grade: null, unitIds: [], breakdown: [] },
    count: count === null ? null : { atLeast: count, atMost },
  });
/** What a reader sees: without the characters that set recorded names apart. */
const read = (sentence: string): string =>
  runsOf(sentence)
    .map(({ text }) => text)
    .join('');
const said = (code: Language, event: Told): string => read(eventInWords(event, means(code)));

describe('an entry in one sentence', () => {
  it.each<[Language, string]>([
    ['ar', 'اقتراح ٢٥ وظيفة: «Analysts»'],
    ['en', '25 posts proposed: “Analysts”'],
    ['es', 'Propuesta de 25 puestos: «Analysts»'],
    ['fr', 'Proposition\u00a0: 25 postes («\u00a0Analysts\u00a0»)'],
    ['ru', 'Предложено: 25 должностей («Analysts»)'],
    ['zh', '提议25 个员额：“Analysts”'],
  ])('in %s says how many posts are proposed', (code, sentence) => {
    expect(said(code, proposed(25))).toBe(sentence);
  });

  it.each([
    [1, 'Предложено: 1 должность («Analysts»)'],
    [2, 'Предложено: 2 должности («Analysts»)'],
    [5, 'Предложено: 5 должностей («Analysts»)'],
    [21, 'Предложено: 21 должность («Analysts»)'],
    [112, 'Предложено: 112 должностей («Analysts»)'],
  ])('gives Russian posts the form that goes with %i', (count, sentence) => {
    expect(said('ru', proposed(count))).toBe(sentence);
  });

  it.each([
    [1, 'اقتراح وظيفة واحدة: «Analysts»'],
    [2, 'اقتراح وظيفتين: «Analysts»'],
    [3, 'اقتراح ٣ وظائف: «Analysts»'],
    [11, 'اقتراح ١١ وظيفة: «Analysts»'],
    [152, 'اقتراح ١٥٢ وظيفة: «Analysts»'],
  ])('gives Arabic posts the form that goes with %i, in Arabic digits', (count, sentence) => {
    expect(said('ar', proposed(count))).toBe(sentence);
  });

  it('keeps a range a range, and a number nobody gave no number', () => {
    expect(said('en', proposed(10, 12))).toBe('10 to 12 posts proposed: “Analysts”');
    expect(said('en', proposed(77, null))).toBe('at least 77 posts proposed: “Analysts”');
    expect(said('fr', proposed(null))).toContain('postes (nombre non communiqué)');
  });

  it('names a person not named as such', () => {
    const filled = told('post-adviser', 'PostFilled', { personId: null, share: 100, caseId: null });
    expect(said('en', filled)).toBe('Post adviser filled; incumbent not named');
    expect(said('zh', filled)).toBe('员额adviser已填补；未指明任职者');
  });

  it.each<[Language, string]>([
    ['ar', 'بدأ الفريق «Darfur» عمله'],
    ['en', 'Team “Darfur” stood up'],
  ])('in %s calls a thing by its name', (code, sentence) => {
    expect(said(code, told('team-a', 'TeamStoodUp', {}, 'Darfur'))).toBe(sentence);
  });

  it('tells posts of one title apart by their ids, and gives no name twice', () => {
    const unnamed = { personId: null, share: 100, caseId: null };
    const filled = told('post-7', 'PostFilled', unnamed, 'Adviser');
    expect(said('en', filled)).toBe('Post 7 (“Adviser”) filled; incumbent not named');
    const reassigned = told('post-7', 'PostReassigned', { toTitle: 'Planner' }, 'Planner');
    expect(said('en', reassigned)).toBe('Post 7 reassigned to “Planner”');
  });

  it('falls back on what the server says of an event this page does not know', () => {
    expect(said('ru', told('post-x', 'PostLoaned', {}))).toBe('As the server says it.');
  });

  it('takes a key hidden in a recorded name for a name', () => {
    const named = told('unit-x', 'OrgUnitEstablished', { name: '{{id}} $t(events.PostLapsed)', kind: null });
    expect(said('en', named)).toBe('Unit “{{id}} $t(events.PostLapsed)” established');
  });

  it('sets recorded names apart where the sentence runs the other way', () => {
    const [, name] = runsOf(eventInWords(proposed(25), means('ar')));
    expect(name).toEqual({ text: 'Analysts', isRecorded: true });
  });

  it('takes for recorded only the names in a longer text that is set apart as a whole', () => {
    expect(runsOf('\u2068filled: \u2068\u2068Adviser\u2069\u2069.\u2069')).toEqual([
      { text: 'filled: ', isRecorded: false },
      { text: 'Adviser', isRecorded: true },
      { text: '.', isRecorded: false },
    ]);
  });
});

describe('what an entry says beyond its sentence', () => {
  const established = told('post-x', 'PostEstablished', {
    ...{ blockId: null, number: '30012345', title: 'Adviser', grade: 'P-4', unitId: 'police-division' },
    ...{ seniority: null, occupancy: 'vacant' },
  });

  it('is listed in the words of the language; what was not reported is left out', () => {
    expect(detailsInWords(established, means('fr')).map(({ label, text }) => [label, text])).toEqual([
      ['Numéro', '30012345'],
      ['Classe', 'P-4'],
      ['Unité', 'police-division'],
      ['Occupation', 'vacant'],
    ]);
  });

  it('does not repeat the number that the sentence gives', () => {
    expect(detailsInWords(proposed(25), means('en'))).toEqual([]);
  });
});

describe('a value in words', () => {
  it.each<[Language, string, unknown, string]>([
    ['en', 'until', '2008-06-30', '30 June 2008'],
    ['zh', 'closesOn', '2008-06-30', '2008年6月30日'],
    ['es', 'sharesPool', true, 'sí'],
    ['fr', 'grade', null, 'non communiqué'],
    ['en', 'unitIds', [], 'none'],
    ['en', 'person_ids', ['a', null], 'a and not named'],
    ['fr', 'language', 'zh', 'chinois'],
    ['en', 'authority', { kind: 'resolution', reference: 'A/RES/1' }, 'resolution A/RES/1'],
    ['en', 'composition', [{ what: 'police', count: { atLeast: 2, atMost: 2 } }], 'police: 2'],
    ['en', 'figures', [{ what: 'women', value: 17, unit: 'percent', qualifier: 'about' }], 'women: about 17%'],
    ['en', 'measure', { wording: 'majority', of: 152, arithmeticMinimum: 77 }, 'majority (of 152; at least 77)'],
    ['ru', 'stage', 'on duty', 'приступили к работе'],
    ['en', 'category', 'a.b: c', 'a.b: c'],
  ])('in %s %s reads well', (code, name, value, words) => {
    expect(read(valueInWords(name, value, means(code)))).toBe(words);
  });

  it('joins the columns of a row that belong together', () => {
    const values = { status: 'partly approved', approved_at_least: 25, approved_at_most: 25, selected_wording: 'most' };
    const row = rowInWords({ values, windows: {} }, 'blocks', means('es'));
    expect(row.map(({ label, text }) => [label, text])).toEqual([
      ['Situación', 'aprobados en parte'],
      ['Aprobados', '25'],
      ['Personas seleccionadas', '«most»'],
    ]);
  });
});

describe('what stands beside a number', () => {
  it.each<[Language, string, string]>([
    ['fr', 'proposed less approved', 'proposés moins approuvés'],
    ['zh', 'sum of 2 blocks', '2 个员额组之和'],
    ['es', 'not reported for 1 of 6 teams', 'no comunicado en 1 de 6 equipos'],
    ['ru', 'more than half of them', 'more than half of them'],
  ])('in %s "%s" says how it was derived, or is the source’s own wording', (code, wording, words) => {
    expect(read(wordingInWords(wording, means(code)))).toBe(words);
  });
});
