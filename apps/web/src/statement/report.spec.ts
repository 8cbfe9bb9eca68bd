import type { NarrativeAnswer, NarrativeSentence } from '../api/client';
import { windowInWords } from '../dates/window-words';
import arabicDates from '../dates/words/ar.json' with { type: 'json' };
import englishDates from '../dates/words/en.json' with { type: 'json' };
import spanishDates from '../dates/words/es.json' with { type: 'json' };
import frenchDates from '../dates/words/fr.json' with { type: 'json' };
import russianDates from '../dates/words/ru.json' with { type: 'json' };
import chineseDates from '../dates/words/zh.json' with { type: 'json' };
import { formatsOf } from '../language/formats';
import { wordsFor } from '../language/testing';
import { countInWords } from '../lineage/count-words';
import arabicCounts from '../lineage/words/ar.json' with { type: 'json' };
import englishCounts from '../lineage/words/en.json' with { type: 'json' };
import spanishCounts from '../lineage/words/es.json' with { type: 'json' };
import frenchCounts from '../lineage/words/fr.json' with { type: 'json' };
import russianCounts from '../lineage/words/ru.json' with { type: 'json' };
import chineseCounts from '../lineage/words/zh.json' with { type: 'json' };
import { runsOf } from '../vocabulary/apart';
import { vocabularyIn } from '../vocabulary/vocabulary';
import arabicVocabulary from '../vocabulary/words/ar.json' with { type: 'json' };
import englishVocabulary from '../vocabulary/words/en.json' with { type: 'json' };
import spanishVocabulary from '../vocabulary/words/es.json' with { type: 'json' };
import frenchVocabulary from '../vocabulary/words/fr.json' with { type: 'json' };
import russianVocabulary from '../vocabulary/words/ru.json' with { type: 'json' };
import chineseVocabulary from '../vocabulary/words/zh.json' with { type: 'json' };
import { plainText } from './plain-text';
import { reportOf } from './report';
import { sentenceInWords, type Wording } from './sentences';
import arabic from './words/ar.json' with { type: 'json' };
import english from './words/en.json' with { type: 'json' };
import spanish from './words/es.json' with { type: 'json' };
import french from './words/fr.json' with { type: 'json' };
import russian from './words/ru.json' with { type: 'json' };
import chinese from './words/zh.json' with { type: 'json' };

const WORDS = {
  ar: [arabic, arabicVocabulary, arabicCounts, arabicDates],
  en: [english, englishVocabulary, englishCounts, englishDates],
  es: [spanish, spanishVocabulary, spanishCounts, spanishDates],
  fr: [french, frenchVocabulary, frenchCounts, frenchDates],
  ru: [russian, russianVocabulary, russianCounts, russianDates],
  zh: [chinese, chineseVocabulary, chineseCounts, chineseDates],
} as const;
type Language = keyof typeof WORDS;

function wordingIn(code: Language): Wording {
  const [own, vocabulary, counts, dates] = WORDS[code];
  const language = formatsOf(code);
  const [tCounts, tDates] = [wordsFor(code, counts), wordsFor(code, dates)];
  const worded = {
    language,
    countWords: (count: Parameters<Wording['countWords']>[0]) => countInWords(count, tCounts, language.number),
    windowWords: (window: Parameters<Wording['windowWords']>[0]) => windowInWords(window, tDates, language),
  };
  const problems = { problem: () => '', warning: () => '' };
  const means = { t: wordsFor(code, vocabulary), ...worded };
  return { t: wordsFor(code, own), ...worded, vocabulary: vocabularyIn(means, problems) };
}

const when = {
  ...{ earliest: '2007-10-21', latest: '2007-10-31', phrase: '2007年10月底', inWords: 'end of October 2007' },
  shape: { form: 'partOfMonth', year: 2007, month: 10, quarter: null, part: 'last' } as const,
};
const rests = (document: string | null, paragraph: string | null): NarrativeSentence['because'][number] => ({
  ...{
    eventId: `${document} ${paragraph}`,
    stream: 'team-a',
    name: 'Darfur',
    type: 'TeamStoodUp',
    sentence: '',
    data: {},
    windows: {},
  },
  ...{ document, paragraph, localKnowledge: document === null ? 'desk officer' : null, effective: when },
  ...{ recordedAt: '2007-12-31T00:00:00.000Z', carriedOver: true, fact: null },
});
const sentence = (more: Partial<NarrativeSentence> & Pick<NarrativeSentence, 'key'>): NarrativeSentence => ({
  ...{ section: 'teams', certain: true, counts: {}, windows: {}, texts: {}, lists: {}, words: {}, figures: [] },
  ...{ sentence: 'As the server says it.', because: [], restsOn: more.because?.length ?? 0 },
  ...more,
});
const count = (atLeast: number | null, atMost = atLeast) => ({ atLeast, atMost, notReported: atLeast === null });

const firstTeam = sentence({
  key: 'firstTeam',
  texts: { kind: 'oversight team', team: 'Darfur team' },
  windows: { when },
  because: [rests('A/62/627', '19'), rests('A/62/627', '8,19')],
});
const block = sentence({
  key: 'block',
  section: 'posts',
  texts: { name: 'More posts' },
  counts: { approved: count(152), onDuty: count(null) },
});

/** What a reader sees: without marks of direction, and every space a plain one. */
const read = (text: string): string =>
  runsOf(text)
    .map((run) => run.text)
    .join('')
    .replaceAll(/[\u00a0\u202f]/g, ' ');
const said = (code: Language, of: NarrativeSentence): string => read(sentenceInWords(of, wordingIn(code)));

describe('a sentence of the report', () => {
  it.each<[Language, string]>([
    ['ar', 'بدأ أول فريق من نوع «oversight team» عمله (أواخر تشرين الأول/أكتوبر ٢٠٠٧): Darfur team.'],
    ['en', 'The first oversight team was established (end of October 2007): Darfur team.'],
    ['es', 'Se constituyó el primer equipo del tipo «oversight team» (finales de octubre de 2007): Darfur team.'],
    ['fr', 'La première équipe du type « oversight team » a été mise en place (fin octobre 2007) : Darfur team.'],
    ['ru', 'Сформирована первая группа вида «oversight team» (конец октября 2007 г.): Darfur team.'],
    ['zh', '首个“oversight team”类小组成立（2007年10月下旬）：Darfur team。'],
  ])('in %s says when the first team stood up', (code, words) => {
    expect(said(code, firstTeam)).toBe(words);
  });

  it.each<[Language, string]>([
    ['ar', 'More posts: الوظائف الموافق عليها: ١٥٢؛ في الخدمة: غير مبلَّغ عنه.'],
    ['en', 'More posts: posts approved: 152; on duty: not reported.'],
    ['fr', 'More posts : postes approuvés : 152 ; en fonctions : non communiqué.'],
    ['ru', 'More posts: утверждено должностей: 152; приступило к работе: не сообщалось.'],
  ])('in %s never turns what is not reported into a number', (code, words) => {
    expect(said(code, block)).toBe(words);
  });

  it('gives every word a thing possibly is', () => {
    const words = { occupancy: { table: 'posts', words: ['vacant', 'filled'] } };
    const uncertain = sentence({ key: 'seniorUncertain', certain: false, texts: { post: 'Adviser' }, words });
    expect(said('en', uncertain)).toBe('Adviser: vacant or filled; the dates leave it open.');
    expect(said('es', uncertain)).toContain('vacante u ocupado');
  });

  it('sets the figures of disagreeing sources side by side', () => {
    const figures = [
      {
        what: 'staff',
        said: [
          { value: 40, unit: 'people', qualifier: 'about' },
          { value: 25, unit: 'people', qualifier: 'exactly' },
        ],
      },
    ];
    const apart = sentence({
      ...{ key: 'disagreeOn', section: 'disagreements', texts: { topic: 'moving' }, figures },
      because: [rests('Gazette', '1'), rests('Plan', '7')],
    });
    expect(said('en', apart)).toBe(
      'Sources disagree on “moving”: Gazette, paragraph 1; Plan, paragraph 7 (staff: about 40 people or 25 people).',
    );
  });

  it('falls back on the server’s English for a sentence this page does not know', () => {
    expect(said('zh', sentence({ key: 'ofTomorrow' }))).toBe('As the server says it.');
  });
});

describe('the report', () => {
  const answer: NarrativeAnswer = {
    asOf: { validOn: '2007-12-31', knownAt: '2007-12-31T23:59:59.999Z', position: 251 },
    sentences: [
      block,
      firstTeam,
      { ...firstTeam, certain: false },
      sentence({
        key: 'teamsStillToStand',
        texts: { kind: 'x' },
        lists: { teams: ['A', 'B'] },
        because: [rests(null, null)],
      }),
    ],
    sources: [{ document: 'A/62/627', title: 'A report', dated: '2007-12-31', datedHow: 'inferred', language: 'zh' }],
  };

  it('numbers its paragraphs through all parts and gives like citations one note', () => {
    const { parts, notes } = reportOf(answer, wordingIn('en'));
    expect(parts.map(({ title, paragraphs }) => [title, paragraphs.map(({ number, note }) => [number, note])])).toEqual(
      [
        ['Posts and senior appointments', [[1, null]]],
        [
          'Teams',
          [
            [2, 1],
            [3, 1],
            [4, 2],
          ],
        ],
      ],
    );
    expect(notes).toEqual(['A/62/627, paragraphs 8 and 19', 'Local knowledge of desk officer']);
  });

  it('is copied whole: dates, paragraphs with their notes, what is uncertain, sources', () => {
    const wording = wordingIn('en');
    expect(plainText(reportOf(answer, wording), answer, wording).split('\n')).toEqual([
      'Status report as of 31 December 2007',
      'As known on 31 December 2007; log position 251.',
      '',
      'Posts and senior appointments',
      '1. More posts: posts approved: 152; on duty: not reported.',
      '',
      'Teams',
      '2. The first oversight team was established (end of October 2007): Darfur team. [1]',
      '3. (Possibly so by then) The first oversight team was established (end of October 2007): Darfur team. [1]',
      '4. Planned and not yet standing (x): A; B. [2]',
      '',
      'Notes',
      '1. A/62/627, paragraphs 8 and 19',
      '2. Local knowledge of desk officer',
      '',
      'Sources',
      'A/62/627; A report; 31 December 2007 (inferred)',
      '',
      'This report is written from the recorded entries alone. What no entry speaks of is not reported, never zero.',
    ]);
  });

  it('counts its paragraphs and cites in Arabic digits', () => {
    const { notes } = reportOf(answer, wordingIn('ar'));
    expect(read(notes[0]!)).toBe('A/62/627، الفقرات ٨ و١٩');
  });
});
