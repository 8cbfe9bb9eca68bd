import {
  type CommitmentEvent,
  type EvaluationEvent,
  type SourceEvent,
  type TeamEvent,
  type UnitEvent,
} from '@cadre/domain';
import { sayWindow, type Window } from '@cadre/kernel';
import { type Clauses, list, quote, sayCount, sayParts, when } from './words.js';

export const unitClauses: Clauses<UnitEvent> = {
  OrgUnitPlanned: ({ name, parentId }) => `Unit ${quote(name)} planned${when(parentId, (it) => ` in ${it}`)}`,
  OrgUnitEstablished: ({ name, parentId }) => `Unit ${quote(name)} established${when(parentId, (it) => ` in ${it}`)}`,
  OrgUnitRenamed: ({ from, to }, id) => `Unit ${from === null ? id : quote(from)} renamed ${quote(to)}`,
  OrgUnitTransferred: ({ fromParentId, toParentId }, id) =>
    `Unit ${id} transferred${when(fromParentId, (it) => ` from ${it}`)} to ${toParentId ?? 'the top of the organisation'}`,
  OrgUnitsMerged: ({ absorbedUnitIds, absorbedCapacities }, id) =>
    `${list([...absorbedUnitIds, ...absorbedCapacities])} merged into ${id}`,
  OrgUnitSplit: ({ into, ends }, id) =>
    `Unit ${id} split into ${list(into.map(({ name, parentId }) => `${quote(name)}${when(parentId ?? null, (it) => ` in ${it}`)}`))}${ends ? ' and ended' : ''}`,
  OrgUnitRelocated: ({ place }, id) => `Unit ${id} relocated to ${place}`,
  OrgUnitAbolished: ({ successorIds }, id) =>
    `Unit ${id} abolished${successorIds.length === 0 ? '' : `; succeeded by ${list(successorIds)}`}`,
};

export const teamClauses: Clauses<TeamEvent> = {
  TeamPlanned: ({ name, kind, composition }) =>
    `Team ${quote(name)}${when(kind, (it) => `, ${it},`)} planned${sayParts(composition)}`,
  TeamApproved: ({ reference }, id) => `Team ${id} approved${when(reference, (it) => ` (${it})`)}`,
  TeamRenamed: ({ from, to }, id) => `Team ${from === null ? id : quote(from)} renamed ${quote(to)}`,
  TeamReassigned: ({ fromUnitId, toUnitId }, id) =>
    `Team ${id} reassigned${when(fromUnitId, (it) => ` from ${it}`)} to ${toUnitId}`,
  TeamStoodUp: (_data, id) => `Team ${id} stood up`,
  SubTeamAdded: ({ name, sharesPool }, id) =>
    `Sub-team ${quote(name)} added to team ${id}${sharesPool ? ', sharing its specialists' : ''}`,
  TeamMemberAssigned: ({ personId, function: role }, id) =>
    `${personId} joined team ${id}${when(role, (it) => ` (${it})`)}`,
  TeamMemberReleased: ({ personId }, id) => `${personId} left team ${id}`,
  TeamDeployed: ({ to, count }, id) =>
    `${count === null ? `Team ${id}` : `${sayCount(count, 'member')} of team ${id}`} deployed to ${to}`,
  TeamStoodDown: (_data, id) => `Team ${id} stood down`,
};

const due = (window: Window | null): string => when(window && sayWindow(window), (it) => `, due ${it}`);

export const evaluationClauses: Clauses<EvaluationEvent> = {
  EvaluationPlanned: ({ subject, due: window }, id) =>
    `Evaluation ${id} of ${subject ?? 'a subject not named'} planned${due(window)}`,
  EvaluationStarted: (_data, id) => `Evaluation ${id} started`,
  EvaluationCompleted: ({ subject }, id) => `Evaluation ${id}${when(subject, (it) => ` of ${it}`)} completed`,
  EvaluationReported: ({ reference }, id) => `Report on evaluation ${id} issued${when(reference, (it) => ` (${it})`)}`,
  EvaluationDeferred: ({ due: window }, id) => `Evaluation ${id} deferred${due(window)}`,
  EvaluationCancelled: (_data, id) => `Evaluation ${id} cancelled`,
};

export const commitmentClauses: Clauses<CommitmentEvent> = {
  CommitmentMade: ({ what, due: window }) => `Promised: ${what}${due(window)}`,
  CommitmentRedated: ({ due: window }, id) => `Promise ${id} given a new date${due(window)}`,
  CommitmentMet: (_data, id) => `Promise ${id} met`,
  CommitmentMissed: (_data, id) => `Promise ${id} missed`,
  CommitmentDropped: (_data, id) => `Promise ${id} dropped`,
};

export const sourceClauses: Clauses<SourceEvent> = {
  SourceRegistered: ({ document, dated, datedHow }) =>
    `Document ${document} registered${when(dated, (it) => `, dated ${it} (${datedHow})`)}`,
  StatementRecorded: ({ category, text }) => `Stated (${category}): ${text.replace(/[.。]$/, '')}`,
  AliasRecorded: ({ alias, about }) => `${quote(alias)} is another name of ${about}`,
};
