import type { TFunction } from 'i18next';
import type { WindowWords } from '../dates/window-words';
import type { Cell } from './csv';
import { eitherOf } from './post-state';
import type { StaffingAnswer, StaffingRow } from './staffing.queries';

/** What an exported row is worded with. */
export interface RowWords {
  readonly t: TFunction<'staffing'>;
  readonly states: (states: StaffingRow['states']) => string;
  readonly stage: (word: string) => string;
  readonly when: WindowWords;
}

/** Names of the columns; the two dates and the log position stand in every row, so that rows can be cut out and still be told from one another. */
const COLUMNS = [
  ...(['id', 'number', 'title', 'grade', 'unit', 'unitId', 'state', 'certain'] as const),
  ...([
    'vacantAtLeast',
    'vacantAtMost',
    'vacantSince',
    'vacantPhrase',
    'holders',
    'heldSince',
    'officerInCharge',
  ] as const),
  ...(['cases', 'block', 'until', 'validOn', 'knownAt', 'position'] as const),
];

/** The first line of an export. */
export function exportHead(t: TFunction<'staffing'>): readonly string[] {
  return COLUMNS.map((column) => t(`export.columns.${column}`));
}

/** A line for each post. Names stay as recorded; what is uncertain says every possibility. */
export function exportRows({ posts, asOf }: StaffingAnswer, words: RowWords): readonly (readonly Cell[])[] {
  const { t } = words;
  return posts.map((post): readonly Cell[] => [
    post.id,
    post.number,
    eitherOf(post.titles, t),
    eitherOf(
      post.grades.map((it) => it ?? t('notReported')),
      t,
    ),
    eitherOf(
      post.units.map(({ id, names }) => names.at(-1) ?? id ?? t('notReported')),
      t,
    ),
    eitherOf(
      post.units.map(({ id }) => id ?? t('notReported')),
      t,
    ),
    words.states(post.states),
    post.certain ? t('yes') : t('no'),
    post.vacantDays?.atLeast ?? null,
    post.vacantDays?.atMost ?? null,
    post.vacantSince === null ? null : words.when(post.vacantSince),
    post.vacantSince?.phrase ?? null,
    post.incumbents.map(({ personId }) => personId ?? t('notNamed')).join('; ') || null,
    post.incumbents.map(({ since }) => (since === null ? t('notReported') : words.when(since))).join('; ') || null,
    post.officerInCharge === null ? null : (post.officerInCharge.personId ?? t('notNamed')),
    post.cases
      .map(({ caseId, stages }) => t('export.case', { caseId, stage: eitherOf(stages.map(words.stage), t) }))
      .join('; ') || null,
    post.block?.name ?? post.block?.id ?? null,
    post.until,
    asOf.validOn,
    asOf.knownAt,
    asOf.position,
  ]);
}
