import { type DynamicModule, Module, type Provider } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import * as domain from '@cadre/domain';
import { APPLICATION, type Application } from './application.js';
import { commandHandlers } from './command-handlers.js';
import { FillPostHandler } from './post.handler.js';
import { CorrectStreamHandler } from './correct-stream.handler.js';

/** One handler for every command; all are stamped by one factory but those that take more than one stream to finish. */
const handlers: readonly Provider[] = [
  FillPostHandler,
  CorrectStreamHandler,
  ...commandHandlers(domain.block, [
    domain.ProposePosts,
    domain.ApprovePosts,
    domain.RevisePostApproval,
    domain.RecordNonRecommendation,
    domain.DeclinePosts,
    domain.IdentifyPost,
    domain.ReportBlockProgress,
  ]),
  ...commandHandlers(domain.post, [
    domain.EstablishPost,
    domain.VacatePost,
    domain.FreezePost,
    domain.UnfreezePost,
    domain.ReclassifyPost,
    domain.RedeployPost,
    domain.ReassignPost,
    domain.ExtendPost,
    domain.LapsePost,
    domain.AbolishPost,
    domain.DesignateOfficerInCharge,
    domain.EndOfficerInCharge,
    domain.AuthoriseDoubleFill,
  ]),
  ...commandHandlers(domain.recruitmentCase, [
    domain.OpenRecruitment,
    domain.ApproveCriteria,
    domain.AdvertiseVacancy,
    domain.RequestNominations,
    domain.NominateCandidate,
    domain.ReviewCandidates,
    domain.ShortlistCandidate,
    domain.RecommendCandidate,
    domain.EndorseRecommendation,
    domain.SelectCandidate,
    domain.AnnounceCandidate,
    domain.WithdrawCandidate,
    domain.AcceptOffer,
    domain.ReportCandidate,
    domain.CancelRecruitment,
  ]),
  ...commandHandlers(domain.person, [domain.ErasePerson]),
  ...commandHandlers(domain.unit, [
    domain.PlanUnit,
    domain.EstablishUnit,
    domain.RenameUnit,
    domain.TransferUnit,
    domain.MergeUnits,
    domain.SplitUnit,
    domain.RelocateUnit,
    domain.AbolishUnit,
  ]),
  ...commandHandlers(domain.team, [
    domain.PlanTeam,
    domain.ApproveTeam,
    domain.RenameTeam,
    domain.ReassignTeam,
    domain.StandUpTeam,
    domain.AddSubTeam,
    domain.AssignTeamMember,
    domain.ReleaseTeamMember,
    domain.DeployTeam,
    domain.StandDownTeam,
  ]),
  ...commandHandlers(domain.evaluation, [
    domain.PlanEvaluation,
    domain.StartEvaluation,
    domain.CompleteEvaluation,
    domain.ReportEvaluation,
    domain.DeferEvaluation,
    domain.CancelEvaluation,
  ]),
  ...commandHandlers(domain.commitment, [
    domain.MakeCommitment,
    domain.RedateCommitment,
    domain.MeetCommitment,
    domain.MissCommitment,
    domain.DropCommitment,
  ]),
  ...commandHandlers(domain.source, [domain.RegisterSource, domain.RecordStatement, domain.RecordAlias]),
];

/** The command side: give it what the app has composed and send commands over the bus. */
@Module({})
export class ApplicationModule {
  static with(application: Application): DynamicModule {
    return {
      module: ApplicationModule,
      imports: [CqrsModule.forRoot()],
      providers: [{ provide: APPLICATION, useValue: application }, ...handlers],
      exports: [CqrsModule, APPLICATION],
    };
  }
}
