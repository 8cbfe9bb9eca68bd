import { type Command, exactCount } from '@cadre/kernel';
import fc from 'fast-check';
import { type Category, type CommandOf } from './streams.js';

// Contents of every command, made of a few ids, days and words that meet again and again, so that commands get in each
// other's way; most of them are refused somewhere.

type Contents<C extends Command> = { readonly [T in C['type']]: fc.Arbitrary<Extract<C, { type: T }>['data']> };

const one = <const T>(...values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);
const nothing = one<Record<string, never>>({});
const day = one('2007-10-03', '2007-10-06', '2007-10-09', '2007-12-31');
const due = day.map((it) => ({ earliest: it, latest: it, phrase: null }));
const count = fc.integer({ min: 0, max: 3 }).map(exactCount);
const range = fc.oneof(count, one({ atLeast: 1, atMost: null }));
const authority = one<{ readonly kind: 'memo' | 'recommendation'; readonly reference: string }>(
  { kind: 'memo', reference: 'Memo 12' },
  { kind: 'memo', reference: 'Memo 13' },
  { kind: 'recommendation', reference: 'Advice 1' },
);
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value);
const personId = one('pat', 'kim');
const someone = one('pat', 'kim', null);
const postId = one('one', 'two');
const unitId = one('north', 'south');
const someUnit = one('north', 'south', null);
const described = fc.record({
  ...{ name: one('posts', null), group: one(null), grade: one(null), unitIds: one([]), breakdown: one([]) },
});
const unitDescribed = fc.record({ name: one('Office', 'Bureau'), kind: one(null), parentId: someUnit });
const candidate = fc.record({ candidateId: someone });
const named = fc.record({ candidateId: personId });

/** Contents of every command by kind of stream; the compiler refuses a missing one. */
export const randomContents: { readonly [K in Category]: Contents<CommandOf<K>> } = {
  block: {
    ProposePosts: described.chain((it) => maybe(range).map((many) => ({ ...it, count: many }))),
    ApprovePosts: fc
      .tuple(described, range, authority)
      .map(([it, many, by]) => ({ ...it, count: many, authority: by })),
    RevisePostApproval: fc.record({ count: range, authority }),
    RecordNonRecommendation: fc.record({ body: one('Committee'), reference: one(null) }),
    DeclinePosts: fc.record({ authority }),
    IdentifyPost: fc.record({ postId, number: one(null), title: one('Adviser'), grade: one(null), unitId: someUnit }),
    ReportBlockProgress: fc.record({
      stage: one('advertised', 'selected', 'on duty'),
      ...{ count: maybe(range), wording: one('most', null) },
    }),
  },
  post: {
    EstablishPost: fc.record({
      ...{ blockId: one(null), number: one(null), title: one('Adviser'), grade: one('D-1'), unitId: someUnit },
      ...{ seniority: one(null), occupancy: one('vacant', 'not reported') },
    }),
    FillPost: fc.record({ personId: someone, share: one(50, 100), caseId: one(null, null, 'hiring') }),
    VacatePost: fc.record({ personId: someone, cause: one(null) }),
    FreezePost: fc.record({ authority: maybe(authority) }),
    UnfreezePost: fc.record({ authority: one(null) }),
    ReclassifyPost: fc.record({ to: one('D-1', 'D-2') }),
    RedeployPost: fc.record({ toUnitId: unitId }),
    ReassignPost: fc.record({ toTitle: one('Adviser', 'Chief') }),
    ExtendPost: fc.record({ until: day, authority: one(null) }),
    LapsePost: nothing,
    AbolishPost: fc.record({ authority: maybe(authority) }),
    DesignateOfficerInCharge: fc.record({ personId: someone, grade: one(null) }),
    EndOfficerInCharge: nothing,
    AuthoriseDoubleFill: fc.record({ until: day, authority }),
  },
  case: {
    OpenRecruitment: fc.record({
      ...{ name: one('case', null), postIds: one([], ['one'], ['one', 'two']), blockId: one(null) },
      openings: maybe(range),
    }),
    ApproveCriteria: nothing,
    AdvertiseVacancy: fc.record({ channel: one(null), closesOn: maybe(day) }),
    RequestNominations: fc.record({ askedOf: one('Members'), askedCount: one(null, 0, 3) }),
    NominateCandidate: fc.record({ candidateId: personId, nominatedBy: one(null) }),
    ReviewCandidates: nothing,
    ShortlistCandidate: named,
    RecommendCandidate: named,
    EndorseRecommendation: named,
    SelectCandidate: fc.record({ candidateId: someone, postId: one('one', 'two', null) }),
    AnnounceCandidate: candidate,
    WithdrawCandidate: candidate,
    AcceptOffer: candidate,
    ReportCandidate: candidate,
    CancelRecruitment: nothing,
  },
  person: {
    ReservePerson: fc.record({ postId, share: one(50, 100), caseId: one(null), before: one([]) }),
    ReleaseReservation: fc.record({ postId, because: one('POST_FROZEN') }),
    ConfirmEncumbrance: fc.record({ postId, share: one(50, 100) }),
    ReleaseFromPost: fc.record({ postId }),
    ErasePerson: nothing,
  },
  unit: {
    PlanUnit: unitDescribed,
    EstablishUnit: unitDescribed,
    RenameUnit: fc.record({ to: one('Office', 'Bureau') }),
    TransferUnit: fc.record({ toParentId: someUnit }),
    MergeUnits: fc.record({ absorbedUnitIds: one([], ['south']), absorbedCapacities: one([], ['a desk']) }),
    SplitUnit: fc.record({
      into: one([], [{ unitId: 'east', name: 'East', kind: null, parentId: null }]),
      ends: fc.boolean(),
    }),
    RelocateUnit: fc.record({ place: one('New York', 'Brindisi') }),
    AbolishUnit: fc.record({ successorIds: one([], ['south']) }),
  },
  team: {
    PlanTeam: fc.record({
      ...{ name: one('Team'), kind: one(null, 'desk'), unitId: someUnit, composition: one([]) },
      strengthWording: one(null),
    }),
    ApproveTeam: fc.record({ reference: one(null) }),
    RenameTeam: fc.record({ to: one('Team', 'Other team') }),
    ReassignTeam: fc.record({ toUnitId: unitId }),
    StandUpTeam: nothing,
    AddSubTeam: fc.record({ subTeamId: one('a', 'b'), name: one('Part'), sharesPool: fc.boolean() }),
    AssignTeamMember: fc.record({ personId, function: one(null), postId: one(null) }),
    ReleaseTeamMember: fc.record({ personId }),
    DeployTeam: fc.record({ to: one('El Fasher'), count: maybe(range) }),
    StandDownTeam: nothing,
  },
  evaluation: {
    PlanEvaluation: fc.record({ subject: one('Office', null), evaluator: one(null), due: maybe(due) }),
    StartEvaluation: nothing,
    CompleteEvaluation: fc.record({ subject: one('Office', null) }),
    ReportEvaluation: fc.record({ reference: one(null) }),
    DeferEvaluation: fc.record({ due: maybe(due) }),
    CancelEvaluation: nothing,
  },
  commitment: {
    MakeCommitment: fc.record({
      ...{ what: one('a report'), ownerUnitId: someUnit, due, about: one([], ['post-one']), measure: one(null) },
    }),
    RedateCommitment: fc.record({ due }),
    MeetCommitment: nothing,
    MissCommitment: nothing,
    DropCommitment: nothing,
  },
  source: {
    RegisterSource: fc.record({
      ...{ document: one('TEST/1'), title: one(null), dated: maybe(day), datedHow: one('stated', null) },
      language: one(null),
    }),
    RecordStatement: fc.record({
      ...{ statementId: one('s-1', 's-2'), category: one('context'), text: one('As told.'), about: one([]) },
      ...{ topic: one(null), figures: one([]) },
    }),
    RecordAlias: fc.record({ alias: one('the Office', 'it'), about: one('north', 'south'), note: one(null) }),
  },
};

/** A command of a kind of stream: its type and content. */
export interface RandomCommand {
  readonly category: Category;
  readonly type: string;
  readonly data: object;
}

/** Commands of one kind of stream, each as often as any other. */
export function randomCommands(category: Category): fc.Arbitrary<RandomCommand> {
  const contents = Object.entries<fc.Arbitrary<object>>(randomContents[category]);
  return fc.oneof(...contents.map(([type, data]) => data.map((it) => ({ category, type, data: it }))));
}
