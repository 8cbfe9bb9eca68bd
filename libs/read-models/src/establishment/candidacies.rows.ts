import { type CaseEvent } from '@cadre/domain';
import { type CivilDate, laterDay, notBefore, type Told } from '@cadre/kernel';
import { type Columns, readModel } from '../read-model.js';

const columns = {
  /** Null for a candidate not named. */
  candidate_id: 'text',
  /** The post selected for, or the only one of the case; null when that is open. */
  post_id: 'text',
  /** One of CANDIDACY_STAGES, 'withdrawn' or 'cancelled'. */
  stage: 'text',
  /** When the present stage was reached: as told, and not before what came before it. */
  since_earliest: 'text',
  since_latest: 'text',
  since_phrase: 'text',
} as const satisfies Columns;

/** How far a candidate has come, in order. */
const CANDIDACY_STAGES = [
  ...(['nominated', 'shortlisted', 'recommended', 'endorsed'] as const),
  ...(['selected', 'announced', 'accepted', 'reported'] as const),
];
type Stage = (typeof CANDIDACY_STAGES)[number] | 'withdrawn' | 'cancelled';
type Since = Told['effective'];

interface Candidacy {
  readonly candidateId: string | null;
  readonly postId: string | null;
  readonly stage: Stage;
  readonly since: Since;
}

interface Candidates {
  readonly onlyPost: string | null;
  readonly toldFrom: CivilDate | null;
  readonly candidacies: readonly Candidacy[];
}

/** Candidates of recruitment cases: a row per case and candidate, those not named apart. */
export const candidacies = readModel<Candidates, CaseEvent, typeof columns>({
  table: 'candidacies',
  category: 'case',
  columns,
  progress: ['stage', 'post_id'],
  words: { stage: [...CANDIDACY_STAGES, 'withdrawn', 'cancelled'] },
  initial: { onlyPost: null, toldFrom: null, candidacies: [] },
  evolve: (it, told) => {
    const toldFrom = laterDay(it.toldFrom, told.effective.earliest);
    return { ...evolve(it, { ...told, effective: notBefore(toldFrom, told.effective) }), toldFrom };
  },
  rows: ({ onlyPost, candidacies: all }) => {
    const notNamed = all.filter(({ candidateId }) => candidateId === null);
    return all.map((one) => ({
      item: one.candidateId ?? unnamed(notNamed.indexOf(one)),
      candidate_id: one.candidateId,
      post_id: one.postId ?? onlyPost,
      stage: one.stage,
      since_earliest: one.since.earliest,
      since_latest: one.since.latest,
      since_phrase: one.since.phrase,
    }));
  },
});

function evolve(it: Candidates, { event, effective: since }: Told<CaseEvent>): Candidates {
  switch (event.type) {
    case 'RecruitmentOpened':
      return { ...it, onlyPost: event.data.postIds.length === 1 ? event.data.postIds[0]! : null };
    case 'CandidateNominated':
      return reached(it, { ...event.data, postId: null, stage: 'nominated', since });
    case 'CandidateShortlisted':
      return reached(it, { ...event.data, postId: null, stage: 'shortlisted', since });
    case 'CandidateRecommended':
      return reached(it, { ...event.data, postId: null, stage: 'recommended', since });
    case 'RecommendationEndorsed':
      return reached(it, { ...event.data, postId: null, stage: 'endorsed', since });
    case 'CandidateSelected':
      return reached(it, { ...event.data, stage: 'selected', since });
    case 'CandidateAnnounced':
      return moved(it, event.data.candidateId, 'announced', since);
    case 'OfferAccepted':
      return moved(it, event.data.candidateId, 'accepted', since);
    case 'CandidateReported':
      return moved(it, event.data.candidateId, 'reported', since);
    case 'CandidateWithdrew':
      return moved(it, event.data.candidateId, 'withdrawn', since);
    case 'RecruitmentCancelled':
      return { ...it, candidacies: it.candidacies.map((one) => (isOver(one) ? one : cancelled(one, since))) };
    case 'CriteriaApproved':
    case 'VacancyAdvertised':
    case 'NominationsRequested':
    case 'CandidatesUnderReview':
      return it;
  }
}

const rank = (stage: Stage): number => (CANDIDACY_STAGES as readonly Stage[]).indexOf(stage);
const isOver = ({ stage }: Candidacy): boolean => stage === 'reported' || rank(stage) < 0;
const cancelled = (one: Candidacy, since: Since): Candidacy => ({ ...one, stage: 'cancelled', since });

/** A step of a candidate; steps told late take nobody back, and one who withdrew begins anew. */
function reached(it: Candidates, step: Candidacy): Candidates {
  const before = step.candidateId === null ? null : it.candidacies.find((one) => one.candidateId === step.candidateId);
  if (!before) return { ...it, candidacies: [...it.candidacies, step] };
  if (rank(before.stage) >= rank(step.stage)) return it;
  return { ...it, candidacies: it.candidacies.map((one) => (one === before ? step : one)) };
}

/** Moves the selection meant: the named candidate's, else that of one not named; a name told later is kept. */
function moved(it: Candidates, candidateId: string | null, stage: Stage, since: Since): Candidates {
  const selected = it.candidacies.filter((one) => rank(one.stage) >= rank('selected'));
  const named = selected.filter((one) => candidateId === null || one.candidateId === candidateId);
  const among = named.length > 0 ? named : selected.filter((one) => one.candidateId === null);
  const meant = among.toSorted((a, b) => rank(a.stage) - rank(b.stage))[0];
  if (!meant || (stage === 'announced' && meant.stage === 'accepted')) return it;
  const changed = { ...meant, candidateId: meant.candidateId ?? candidateId, stage, since };
  const isSame = (one: Candidacy): boolean => one !== meant && one.candidateId === changed.candidateId;
  const others = changed.candidateId === null ? it.candidacies : it.candidacies.filter((one) => !isSame(one));
  return { ...it, candidacies: others.map((one) => (one === meant ? changed : one)) };
}

const unnamed = (place: number): string => (place === 0 ? 'not named' : `not named, ${place + 1}`);
