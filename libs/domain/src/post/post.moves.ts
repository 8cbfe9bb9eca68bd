import { addDays, type CivilDate, type Samples } from '@cadre/kernel';
import { type Post, type PostCommand } from './post.js';

const authority = { kind: 'decision', reference: 'decision' } as const;
const later = (until: CivilDate | null, on: CivilDate): CivilDate =>
  until === null || until < on ? on : addDays(until, 1);

/** The plainest content of each command on a post. */
export const postSamples: Samples<Post, PostCommand> = {
  EstablishPost: () => [
    { blockId: null, number: null, title: 'post', grade: null, unitId: null, seniority: null, occupancy: 'vacant' },
  ],
  // Whoever takes the least share of it.
  FillPost: () => [{ personId: null, share: 1, caseId: null }],
  VacatePost: ({ incumbents }) => {
    const holders = (incumbents ?? []).map(({ personId }) => ({ personId, cause: null }));
    return holders.length > 0 ? holders : [{ personId: null, cause: null }];
  },
  FreezePost: () => [{ authority: null }],
  UnfreezePost: () => [{ authority: null }],
  ReclassifyPost: () => [{ to: 'grade' }],
  RedeployPost: () => [{ toUnitId: 'unit' }],
  ReassignPost: () => [{ toTitle: 'title' }],
  ExtendPost: ({ until }, on) => [{ until: later(until, on), authority: null }],
  LapsePost: () => [{}],
  AbolishPost: () => [{ authority: null }],
  DesignateOfficerInCharge: () => [{ personId: null, grade: null }],
  EndOfficerInCharge: () => [{}],
  AuthoriseDoubleFill: (_, on) => [{ until: on, authority }],
};
