import type { BlockAnswer, EstablishmentAnswer, PromisesAnswer, TeamsAnswer } from '@cadre/contract';
import { clipped, inColumns } from './columns.js';
import { sayCount, sayNumber } from './count.js';
import { sayAsOf } from './day.js';
import { saySources } from './source.js';
import { sayWhen } from './when.js';

/** Teams of one kind; null for those whose kind is not told. */
export interface TeamsOfKind {
  readonly kind: string | null;
  readonly answer: TeamsAnswer;
}

/** The answers that show where things stand. */
export interface Overview {
  readonly establishment: EstablishmentAnswer;
  readonly teams: readonly TeamsOfKind[];
  readonly promises: PromisesAnswer;
}

/** Where things stand, in lines. */
export function sayOverview({ establishment, teams, promises }: Overview): readonly string[] {
  const { asOf, overdue, open } = promises;
  return [
    sayAsOf(asOf),
    '',
    'Posts, block by block (only blocks of one group are added up)',
    ...sayBlocks(establishment),
    '',
    ...teams.flatMap((ofKind) => [...sayTeams(ofKind), '']),
    `Promises overdue: ${sayCount(overdue, asOf.validOn)}`,
    `Promises open: ${sayCount(open, asOf.validOn)}`,
    ...sayPromises(promises),
  ];
}

function sayBlocks({ blocks, groups }: EstablishmentAnswer): readonly string[] {
  if (blocks.length === 0) return ['  nothing told of'];
  const heads = ['  ', 'status', 'proposed', 'approved', 'identified', 'advertised', 'selected', 'on duty', 'sources'];
  const rows = blocks.map((block) => [
    `  ${clipped(block.name)}`,
    block.statuses.join(' or '),
    ...numbersOf(block),
    saySources(block.because),
  ]);
  const totals = groups.map(({ group, approved }) => `  ${group}, approved in all: ${sayNumber(approved)}`);
  return [...inColumns([heads, ...rows]), ...totals];
}

const numbersOf = ({ proposed, approved, identified, advertised, selected, onDuty }: BlockAnswer): readonly string[] =>
  [proposed, approved, identified, advertised, selected, onDuty].map(sayNumber);

function sayTeams({ kind, answer: { asOf, standing, known, teams } }: TeamsOfKind): readonly string[] {
  const rows = teams.map(({ name, unitName, unitId, statuses, stoodUp, because }) => [
    `  ${clipped(name)}`,
    unitName ?? unitId ?? 'unit not reported',
    statuses.join(' or '),
    stoodUp === null ? '' : `stood up ${sayWhen(stoodUp)}`,
    saySources(because),
  ]);
  const which = kind === null ? 'Teams' : `Teams of the kind "${kind}"`;
  return [`${which}, standing: ${sayCount(standing, asOf.validOn, known)}`, ...inColumns(rows)];
}

function sayPromises({ promises }: PromisesAnswer): readonly string[] {
  const rows = promises.map(({ what, statuses, due, overdue, because }) => [
    `  ${clipped(what)}`,
    statuses.join(' or '),
    `due ${sayWhen(due)}`,
    { yes: 'overdue', possibly: 'possibly overdue', no: '' }[overdue],
    saySources(because),
  ]);
  return inColumns(rows);
}
