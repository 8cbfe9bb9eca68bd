import { type PostEvent } from '@cadre/domain';
import { type CivilDate, laterDay, notAfter, notBefore, type Told } from '@cadre/kernel';
import { blank, type Columns, FLAG, readModel, type Values } from '../read-model.js';

const columns = {
  block_id: 'text',
  number: 'text',
  title: 'text',
  grade: 'text',
  unit_id: 'text',
  seniority: 'text',
  /** live, frozen, lapsed or abolished */
  standing: 'text',
  /** not reported, vacant or filled; acting cover leaves it as it is */
  occupancy: 'text',
  /** Holders by id, null for one not named. */
  person_ids: 'json',
  case_ids: 'json',
  /** When the present holder came, as told. */
  filled_earliest: 'text',
  filled_latest: 'text',
  filled_phrase: 'text',
  /** When a vacant post became so: as told, held within what came before and after. */
  vacant_earliest: 'text',
  vacant_latest: 'text',
  vacant_phrase: 'text',
  acting: 'int',
  acting_person_id: 'text',
  acting_grade: 'text',
  double_fill_until: 'text',
  extended_until: 'text',
} as const satisfies Columns;

type Row = Values<typeof columns>;
type Post = Omit<Row, 'person_ids' | 'case_ids'> & {
  readonly person_ids: readonly (string | null)[];
  readonly case_ids: readonly string[];
  /** The first day on which all that is told so far can have happened; null when no day is told. */
  readonly told_from: CivilDate | null;
};

const initial: Post = {
  ...blank(columns),
  told_from: null,
  acting: 0,
  person_ids: [],
  case_ids: [],
};

/** Single posts: what they are, whether they stand, who holds them. */
export const posts = readModel<Post, PostEvent, typeof columns>({
  table: 'posts',
  category: 'post',
  columns,
  progress: ['standing', 'occupancy', 'acting', 'person_ids'],
  words: {
    standing: ['live', 'frozen', 'lapsed', 'abolished'],
    occupancy: ['not reported', 'vacant', 'filled'],
    acting: FLAG,
  },
  initial,
  evolve: (post, told) => sinceVacant(post, evolve(post, told), told),
  rows: (post) => (post.standing === null ? [] : [{ item: '', ...post }]),
});

function evolve(post: Post, told: Told<PostEvent>): Post {
  const { event } = told;
  switch (event.type) {
    case 'PostEstablished': {
      const { blockId, number, title, grade, unitId, seniority, occupancy } = event.data;
      const is = { block_id: blockId, number, title, grade, unit_id: unitId, seniority };
      return { ...post, ...is, standing: 'live', occupancy };
    }
    case 'PostFilled':
      return filled(post, event.data, told);
    case 'PostVacated':
      return vacated(post, event.data.personId);
    case 'PostFrozen':
      return { ...post, standing: 'frozen' };
    case 'PostUnfrozen':
      return { ...post, standing: 'live' };
    case 'PostReclassified':
      return { ...post, grade: event.data.to };
    case 'PostRedeployed':
      return { ...post, unit_id: event.data.toUnitId };
    case 'PostReassigned':
      return { ...post, title: event.data.toTitle };
    case 'PostExtended':
      return { ...post, extended_until: event.data.until };
    case 'PostLapsed':
      return { ...post, standing: 'lapsed' };
    case 'PostAbolished':
      return { ...post, standing: 'abolished' };
    case 'OfficerInChargeDesignated': {
      const { personId, grade } = event.data;
      const occupancy = post.occupancy === 'not reported' ? 'vacant' : post.occupancy;
      return { ...post, occupancy, acting: 1, acting_person_id: personId, acting_grade: grade };
    }
    case 'OfficerInChargeEnded':
      return { ...post, ...NOBODY_ACTING };
    case 'DoubleFillAuthorised':
      return { ...post, double_fill_until: event.data.until };
  }
}

/** Keeps since when a post has been vacant. Acting cover tells that it is, and not since when. */
function sinceVacant(before: Post, after: Post, { event, effective }: Told<PostEvent>): Post {
  const told_from = laterDay(before.told_from, effective.earliest);
  if (after.occupancy !== 'vacant') return { ...after, ...NOT_VACANT, told_from };
  if (before.occupancy === 'vacant') {
    const { vacant_earliest: earliest, vacant_latest: latest, vacant_phrase } = before;
    const held = notAfter(effective.latest, { earliest, latest });
    return { ...after, vacant_earliest: held.earliest, vacant_latest: held.latest, vacant_phrase, told_from };
  }
  const isTold = event.type !== 'OfficerInChargeDesignated';
  const { earliest, latest, phrase } = isTold ? notBefore(told_from, effective) : { ...effective, earliest: null };
  return { ...after, vacant_earliest: earliest, vacant_latest: latest, vacant_phrase: phrase, told_from };
}

const NOT_VACANT = { vacant_earliest: null, vacant_latest: null, vacant_phrase: null };
const NOBODY_ACTING = { acting: 0, acting_person_id: null, acting_grade: null };
const NOT_DATED = { filled_earliest: null, filled_latest: null, filled_phrase: null };

function filled(
  post: Post,
  { personId, caseId }: { readonly personId: string | null; readonly caseId: string | null },
  { effective: { earliest, latest, phrase } }: Told,
): Post {
  return {
    ...post,
    ...NOBODY_ACTING,
    occupancy: 'filled',
    person_ids: [...post.person_ids, personId],
    case_ids: caseId === null ? post.case_ids : [...post.case_ids, caseId],
    filled_earliest: earliest,
    filled_latest: latest,
    filled_phrase: phrase,
  };
}

function vacated(post: Post, personId: string | null): Post {
  const gone = leaving(post.person_ids, personId);
  const left = post.person_ids.filter((_, i) => i !== gone);
  if (left.length > 0) return { ...post, person_ids: left };
  return { ...post, ...NOT_DATED, occupancy: 'vacant', person_ids: [], case_ids: [] };
}

/** Which of the holders leaves: the one named, else one not named, else the only one; -1 when nobody does. */
export function leaving(holders: readonly (string | null)[], personId: string | null): number {
  const named = holders.indexOf(personId);
  return named >= 0 ? named : holders.findIndex((held) => held === null || personId === null);
}
