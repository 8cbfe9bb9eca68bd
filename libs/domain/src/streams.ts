import { type Command, type Decider, type DomainEvent, partsOf, type Telling } from '@cadre/kernel';
import * as blocks from './block/block.js';
import * as cases from './case/case.js';
import * as commitments from './commitment/commitment.js';
import * as evaluations from './evaluation/evaluation.js';
import * as persons from './person/person.js';
import * as posts from './post/post.js';
import * as sources from './source/source.js';
import * as teams from './team/team.js';
import * as units from './unit/unit.js';

/** A decider of whichever stream kind, for code that treats all alike. */
export type AnyDecider = Decider<unknown, Command, DomainEvent>;

/** The nine kinds of stream. */
export type Category = keyof typeof deciders;

/** The class of a command. */
export type CommandClass<C extends Command = Command> = new (id: string, data: C['data'], telling: Telling) => C;

const deciders = {
  block: blocks.block,
  post: posts.post,
  case: cases.recruitmentCase,
  person: persons.person,
  unit: units.unit,
  team: teams.team,
  evaluation: evaluations.evaluation,
  commitment: commitments.commitment,
  source: sources.source,
};

/** The one table of streams: how each kind decides. */
export const streams: Readonly<Record<Category, AnyDecider>> = deciders;

/** Every command there is, by stream kind and type; the compiler refuses a missing, misplaced or misnamed one. */
export const commandTypes = {
  block: {
    ProposePosts: blocks.ProposePosts,
    ApprovePosts: blocks.ApprovePosts,
    RevisePostApproval: blocks.RevisePostApproval,
    RecordNonRecommendation: blocks.RecordNonRecommendation,
    DeclinePosts: blocks.DeclinePosts,
    IdentifyPost: blocks.IdentifyPost,
    ReportBlockProgress: blocks.ReportBlockProgress,
  },
  post: {
    EstablishPost: posts.EstablishPost,
    FillPost: posts.FillPost,
    VacatePost: posts.VacatePost,
    FreezePost: posts.FreezePost,
    UnfreezePost: posts.UnfreezePost,
    ReclassifyPost: posts.ReclassifyPost,
    RedeployPost: posts.RedeployPost,
    ReassignPost: posts.ReassignPost,
    ExtendPost: posts.ExtendPost,
    LapsePost: posts.LapsePost,
    AbolishPost: posts.AbolishPost,
    DesignateOfficerInCharge: posts.DesignateOfficerInCharge,
    EndOfficerInCharge: posts.EndOfficerInCharge,
    AuthoriseDoubleFill: posts.AuthoriseDoubleFill,
  },
  case: {
    OpenRecruitment: cases.OpenRecruitment,
    ApproveCriteria: cases.ApproveCriteria,
    AdvertiseVacancy: cases.AdvertiseVacancy,
    RequestNominations: cases.RequestNominations,
    NominateCandidate: cases.NominateCandidate,
    ReviewCandidates: cases.ReviewCandidates,
    ShortlistCandidate: cases.ShortlistCandidate,
    RecommendCandidate: cases.RecommendCandidate,
    EndorseRecommendation: cases.EndorseRecommendation,
    SelectCandidate: cases.SelectCandidate,
    AnnounceCandidate: cases.AnnounceCandidate,
    WithdrawCandidate: cases.WithdrawCandidate,
    AcceptOffer: cases.AcceptOffer,
    ReportCandidate: cases.ReportCandidate,
    CancelRecruitment: cases.CancelRecruitment,
  },
  person: {
    ReservePerson: persons.ReservePerson,
    ReleaseReservation: persons.ReleaseReservation,
    ConfirmEncumbrance: persons.ConfirmEncumbrance,
    ReleaseFromPost: persons.ReleaseFromPost,
    ErasePerson: persons.ErasePerson,
  },
  unit: {
    PlanUnit: units.PlanUnit,
    EstablishUnit: units.EstablishUnit,
    RenameUnit: units.RenameUnit,
    TransferUnit: units.TransferUnit,
    MergeUnits: units.MergeUnits,
    SplitUnit: units.SplitUnit,
    RelocateUnit: units.RelocateUnit,
    AbolishUnit: units.AbolishUnit,
  },
  team: {
    PlanTeam: teams.PlanTeam,
    ApproveTeam: teams.ApproveTeam,
    RenameTeam: teams.RenameTeam,
    ReassignTeam: teams.ReassignTeam,
    StandUpTeam: teams.StandUpTeam,
    AddSubTeam: teams.AddSubTeam,
    AssignTeamMember: teams.AssignTeamMember,
    ReleaseTeamMember: teams.ReleaseTeamMember,
    DeployTeam: teams.DeployTeam,
    StandDownTeam: teams.StandDownTeam,
  },
  evaluation: {
    PlanEvaluation: evaluations.PlanEvaluation,
    StartEvaluation: evaluations.StartEvaluation,
    CompleteEvaluation: evaluations.CompleteEvaluation,
    ReportEvaluation: evaluations.ReportEvaluation,
    DeferEvaluation: evaluations.DeferEvaluation,
    CancelEvaluation: evaluations.CancelEvaluation,
  },
  commitment: {
    MakeCommitment: commitments.MakeCommitment,
    RedateCommitment: commitments.RedateCommitment,
    MeetCommitment: commitments.MeetCommitment,
    MissCommitment: commitments.MissCommitment,
    DropCommitment: commitments.DropCommitment,
  },
  source: {
    RegisterSource: sources.RegisterSource,
    RecordStatement: sources.RecordStatement,
    RecordAlias: sources.RecordAlias,
  },
} satisfies { readonly [K in Category]: ClassesOf<CommandOf<K>> };

/** The commands of a kind of stream. */
export type CommandOf<K extends Category> = Parameters<(typeof deciders)[K]['decide']>[0];
/** What a thing of that kind can be. */
export type StateOf<K extends Category> = (typeof deciders)[K]['initial'];
type ClassesOf<C extends Command> = { readonly [T in C['type']]: CommandClass<Extract<C, { readonly type: T }>> };

/** The decider of a stream, told by its name ("unit-field-support"); null when there is no such kind. */
export function deciderOf(stream: string): AnyDecider | null {
  const { category } = partsOf(stream);
  return Object.hasOwn(streams, category) ? streams[category as Category] : null;
}
