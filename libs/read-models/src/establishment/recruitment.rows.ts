import { type CaseEvent } from '@cadre/domain';
import { type CivilDate, type CountRange, laterDay, notBefore, type Told } from '@cadre/kernel';
import { type Columns, type ItemRow, readModel } from '../read-model.js';

const columns = {
  name: 'text',
  /** The post this row is about; null for a case that names none. */
  post_id: 'text',
  block_id: 'text',
  openings_at_least: 'int',
  openings_at_most: 'int',
  /** Where the post stands in this attempt: one of STAGES, 'withdrawn' or 'cancelled'. */
  stage: 'text',
  candidate_id: 'text',
  channel: 'text',
  closes_on: 'text',
  /** Of whom nominations were requested, in words, and of how many. */
  asked_of: 'text',
  asked_count: 'int',
  /** Candidates put forward so far; null when none was told of. */
  nominated: 'int',
  shortlisted: 'int',
  /** Candidates selected who withdrew again. */
  withdrawals: 'int',
  /** When the case was opened, as told. */
  opened_earliest: 'text',
  opened_latest: 'text',
  opened_phrase: 'text',
  /** When the present stage was reached: as told, and not before what came before it. */
  since_earliest: 'text',
  since_latest: 'text',
  since_phrase: 'text',
} as const satisfies Columns;

/** The stages of filling a post, in order. */
export const STAGES = [
  ...(['opened', 'criteria approved', 'advertised', 'nominations requested', 'under review', 'shortlisted'] as const),
  ...(['recommended', 'endorsed', 'selected', 'announced', 'accepted', 'reported'] as const),
];
type Stage = (typeof STAGES)[number] | 'withdrawn' | 'cancelled';

type Said = Omit<
  ItemRow<typeof columns>,
  'item' | 'post_id' | 'stage' | 'candidate_id' | 'since_earliest' | 'since_latest' | 'since_phrase'
>;
type Since = Told['effective'];

/** Someone selected: for a post, or for one not told. */
interface Selection {
  readonly candidateId: string | null;
  readonly postId: string | null;
  readonly stage: Stage;
  readonly since: Since;
}

interface Case {
  readonly isOpen: boolean;
  readonly postIds: readonly string[];
  /** Where the case as a whole stands. */
  readonly stage: Stage;
  readonly since: Since;
  /** The first day on which all that is told so far can have happened; null when no day is told. */
  readonly toldFrom: CivilDate | null;
  readonly selections: readonly Selection[];
  /** Withdrawals since the last step: for one post, or (null) for whatever the case is for. */
  readonly withdrawn: readonly { readonly postId: string | null; readonly since: Since }[];
  readonly said: Said;
}

const UNDATED: Since = { earliest: null, latest: null, phrase: null };
const initial: Case = {
  isOpen: false,
  postIds: [],
  stage: 'opened',
  since: UNDATED,
  toldFrom: null,
  selections: [],
  withdrawn: [],
  said: {
    ...{ name: null, block_id: null, openings_at_least: null, openings_at_most: null, channel: null, closes_on: null },
    ...{ opened_earliest: null, opened_latest: null, opened_phrase: null },
    ...{ asked_of: null, asked_count: null, nominated: null, shortlisted: null, withdrawals: 0 },
  },
};

/** Recruitment cases: a row per case and post, one with no post when the case names none. */
export const recruitment = readModel<Case, CaseEvent, typeof columns>({
  table: 'recruitment',
  category: 'case',
  columns,
  progress: ['stage', 'candidate_id', 'nominated', 'shortlisted', 'withdrawals'],
  words: { stage: [...STAGES, 'withdrawn', 'cancelled'] },
  initial,
  evolve: (it, told) => {
    const toldFrom = laterDay(it.toldFrom, told.effective.earliest);
    return { ...evolve(it, { ...told, effective: notBefore(toldFrom, told.effective) }), toldFrom };
  },
  rows: (it) =>
    it.isOpen ? [...(it.postIds.length > 0 ? it.postIds : [null])].map((postId) => rowOf(it, postId)) : [],
});

function evolve(it: Case, { event, effective }: Told<CaseEvent>): Case {
  switch (event.type) {
    case 'RecruitmentOpened': {
      const { name, postIds, blockId, openings } = event.data;
      return {
        ...it,
        isOpen: true,
        postIds,
        since: effective,
        said: { ...it.said, name, block_id: blockId, ...counted(openings), ...opened(effective) },
      };
    }
    case 'CriteriaApproved':
      return reached(it, 'criteria approved', effective);
    case 'VacancyAdvertised':
      return reached(it, 'advertised', effective, { channel: event.data.channel, closes_on: event.data.closesOn });
    case 'NominationsRequested':
      return reached(it, 'nominations requested', effective, {
        asked_of: event.data.askedOf,
        asked_count: event.data.askedCount,
      });
    case 'CandidateNominated':
      return { ...it, said: { ...it.said, nominated: (it.said.nominated ?? 0) + 1 } };
    case 'CandidatesUnderReview':
      return reached(it, 'under review', effective);
    case 'CandidateShortlisted':
      return reached(it, 'shortlisted', effective, { shortlisted: (it.said.shortlisted ?? 0) + 1 });
    case 'CandidateRecommended':
      return reached(it, 'recommended', effective);
    case 'RecommendationEndorsed':
      return reached(it, 'endorsed', effective);
    case 'CandidateSelected':
      return { ...it, selections: [...it.selections, { ...event.data, stage: 'selected', since: effective }] };
    case 'CandidateAnnounced':
      return moved(it, event.data.candidateId, 'announced', effective);
    case 'OfferAccepted':
      return moved(it, event.data.candidateId, 'accepted', effective);
    case 'CandidateReported':
      return moved(it, event.data.candidateId, 'reported', effective);
    case 'CandidateWithdrew':
      return withdrawnFrom(it, event.data.candidateId, effective);
    case 'RecruitmentCancelled':
      return { ...it, stage: 'cancelled', since: effective };
  }
}

function counted(count: CountRange | null): Pick<Said, 'openings_at_least' | 'openings_at_most'> {
  return { openings_at_least: count?.atLeast ?? null, openings_at_most: count?.atMost ?? null };
}

function opened({ earliest, latest, phrase }: Since): Partial<Said> {
  return { opened_earliest: earliest, opened_latest: latest, opened_phrase: phrase };
}

/** A step of the case as a whole; it does not fall back, save that after a withdrawal it begins again. */
function reached(it: Case, stage: Stage, since: Since, said: Partial<Said> = {}): Case {
  const isFurther = it.withdrawn.length > 0 || rank(stage) > rank(it.stage);
  const step = isFurther ? { stage, since, withdrawn: [] } : {};
  return { ...it, ...step, said: { ...it.said, ...said } };
}

/** Moves the selection meant; a name told later is kept. */
function moved(it: Case, candidateId: string | null, stage: Stage, since: Since): Case {
  const meant = concerned(it, candidateId);
  if (meant === null || (stage === 'announced' && meant.stage === 'accepted')) return it;
  const changed = { ...meant, candidateId: meant.candidateId ?? candidateId, stage, since };
  return { ...it, selections: it.selections.map((selection) => (selection === meant ? changed : selection)) };
}

function withdrawnFrom(it: Case, candidateId: string | null, since: Since): Case {
  const postId = it.postIds.length > 1 ? (concerned(it, candidateId)?.postId ?? null) : null;
  return {
    ...moved(it, candidateId, 'withdrawn', since),
    withdrawn: [...it.withdrawn, { postId, since }],
    said: { ...it.said, withdrawals: (it.said.withdrawals ?? 0) + 1 },
  };
}

/** The selection an event speaks of: the named candidate's, else one whose name was not told; the least advanced of them. */
function concerned(it: Case, candidateId: string | null): Selection | null {
  const standing = it.selections.filter((selection) => selection.stage !== 'withdrawn');
  const named = standing.filter((selection) => candidateId === null || selection.candidateId === candidateId);
  const among = named.length > 0 ? named : standing.filter((selection) => selection.candidateId === null);
  return among.toSorted((a, b) => rank(a.stage) - rank(b.stage))[0] ?? null;
}

const rank = (stage: Stage): number => (STAGES as readonly Stage[]).indexOf(stage);

/** What the case says of one post: its furthest selection, else where the case as a whole stands. */
function rowOf(it: Case, postId: string | null): ItemRow<typeof columns> {
  const isOnly = it.postIds.length <= 1;
  const own = it.selections.filter(
    (selection) => selection.stage !== 'withdrawn' && (isOnly || selection.postId === postId),
  );
  const furthest = own.toSorted((a, b) => rank(b.stage) - rank(a.stage))[0];
  const withdrawal = it.withdrawn.findLast((other) => other.postId === null || other.postId === postId);
  const isCancelled = it.stage === 'cancelled' && furthest?.stage !== 'reported';
  const { stage, since } = isCancelled ? it : (furthest ?? (withdrawal ? { ...withdrawal, stage: 'withdrawn' } : it));
  return {
    item: postId ?? '',
    post_id: postId,
    ...it.said,
    stage,
    candidate_id: furthest?.candidateId ?? null,
    since_earliest: since.earliest,
    since_latest: since.latest,
    since_phrase: since.phrase,
  };
}
