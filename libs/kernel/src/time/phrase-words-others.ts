import { forms, type PhraseWords, words } from './phrase-words.js';

const SOFT = 'ь я ю ем е';
const HARD = '_ а у ом е';

/** Russian, in every case a date takes. */
export const RUSSIAN: PhraseWords = {
  months: [
    [...forms('январ', SOFT), 'янв'],
    [...forms('феврал', SOFT), 'февр', 'фев'],
    [...forms('март', HARD), 'мар'],
    [...forms('апрел', SOFT), 'апр'],
    forms('ма', 'й я ю ем е'),
    [...forms('июн', SOFT)],
    [...forms('июл', SOFT)],
    [...forms('август', HARD), 'авг'],
    [...forms('сентябр', SOFT), 'сент', 'сен'],
    [...forms('октябр', SOFT), 'окт'],
    [...forms('ноябр', SOFT), 'нояб', 'ноя'],
    [...forms('декабр', SOFT), 'дек'],
  ],
  early: [...forms('начал', 'о а у е'), 'первая декада', 'в первой декаде'],
  mid: [...forms('середин', 'а ы у е'), 'вторая декада', 'во второй декаде'],
  late: [...forms('кон', 'ец ца цу це'), 'третья декада', 'в третьей декаде', 'последняя декада'],
  nth: [
    [...forms('перв', 'ый ого ом ая ой ую ое'), 'i'],
    [...forms('втор', 'ой ого ом ая ую ое'), 'ii'],
    [...forms('трет', 'ий ьего ьем'), 'iii'],
    [...forms('четверт', 'ый ого ом'), 'iv'],
    forms('последн', 'ий его ем яя ей юю ее'),
  ],
  quarter: forms('квартал', HARD),
  half: [...forms('полугоди', 'е я ю и'), ...forms('половин', 'а ы у е')],
  signs: { quarter: 'q', half: 'h' },
  budgetYear: ['финансовый год', 'финансового года', 'финансовом году', 'финансовому году', 'бюджетный год'],
  budgetYearByItsEnd: [],
  biennium: ['двухгодичный период', 'двухгодичного периода', 'двухгодичном периоде'],
  to: words('по'),
  until: words('до'),
  between: words('между'),
  and: words('и'),
  by: words('к|ко|не позднее|не позже|по состоянию на|на|до истечения'),
  since: words('с|со|начиная с|после|не ранее|не раньше'),
  onwards: [],
  from: [],
  asAt: [],
  opening: words('в|во|в течение'),
  fillers: words('год|года|году|годом|годы|годов|гг|г'),
  dayMarks: words('-го|-е|-й|-ое|-го числа'),
};

/** The months as the Levant and as Egypt and the Gulf name them; documents of the United Nations write both, with a slash. */
const ARABIC_MONTHS = [
  ...['كانون الثاني|يناير', 'شباط|فبراير', 'آذار|مارس', 'نيسان|أبريل|إبريل', 'أيار|مايو', 'حزيران|يونيه|يونيو'],
  ...[
    'تموز|يوليه|يوليو',
    'آب|أغسطس',
    'أيلول|سبتمبر',
    'تشرين الأول|أكتوبر',
    'تشرين الثاني|نوفمبر',
    'كانون الأول|ديسمبر',
  ],
].map(words);

/** Arabic. */
export const ARABIC: PhraseWords = {
  months: ARABIC_MONTHS,
  early: words('أوائل|بداية|مطلع|مستهل'),
  mid: words('منتصف|أواسط'),
  late: words('أواخر|نهاية|آخر'),
  nth: [
    words('الأول|الأولى'),
    words('الثاني|الثانية'),
    words('الثالث|الثالثة'),
    words('الرابع|الرابعة'),
    words('الأخير|الأخيرة'),
  ],
  quarter: words('الربع|ربع'),
  half: words('النصف|نصف'),
  signs: { quarter: 'q', half: 'h' },
  budgetYear: words('السنة المالية|الفترة المالية'),
  budgetYearByItsEnd: [],
  biennium: words('فترة السنتين'),
  to: words('إلى'),
  until: words('حتى|لغاية'),
  between: words('بين|ما بين|في الفترة ما بين|في الفترة بين'),
  and: words('و'),
  by: words('قبل|بحلول|في موعد أقصاه|في موعد لا يتجاوز|في أجل أقصاه|حتى تاريخ'),
  since: words('منذ|بعد|اعتبارا من|ابتداء من|من|في موعد لا يسبق'),
  onwards: words('فصاعدا'),
  from: [],
  asAt: [],
  opening: words('في|خلال|أثناء|في غضون'),
  fillers: words('من|عام|العام|لعام|سنة|شهر|يوم'),
  dayMarks: [],
};
