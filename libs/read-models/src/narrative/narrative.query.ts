import type Database from 'better-sqlite3';
import {
  type BlockAnswer,
  type CountAnswer,
  type NarrativeAnswer,
  type NarrativeSentence,
  type PromisesAnswer,
  type TeamAnswer,
  type TeamsAnswer,
  type WindowAnswer,
} from '../answers.js';
import { type AsOfDates } from '../as-of.js';
import { establishmentAnswer } from '../establishment/establishment.query.js';
import { groupBy } from '../group-by.js';
import { promisesAnswer } from '../promises/promises.query.js';
import { asOfAnswer } from '../table/possible.js';
import { teamsAnswer } from '../teams/teams.query.js';

/** A report's sentences for two dates, written from the data: each says nothing that its entries do not. */
export function narrativeAnswer(db: Database.Database, dates: AsOfDates): NarrativeAnswer {
  const read = db.transaction((): NarrativeAnswer => {
    const teams = teamsAnswer(db, dates);
    const { blocks } = establishmentAnswer(db, dates);
    return {
      asOf: asOfAnswer(db, dates),
      sentences: [
        ...teamSentences(teams),
        ...blocks.flatMap(blockSentences),
        ...promiseSentences(promisesAnswer(db, { ...dates, overdue: true })),
      ],
    };
  });
  return read();
}

function teamSentences({ teams }: TeamsAnswer): readonly NarrativeSentence[] {
  return [...groupBy(teams, ({ kind }) => kind)].flatMap(([kind, all]) => {
    if (kind === null) return [];
    const begun = all.filter(({ statuses }) => statuses.includes('standing') || statuses.includes('stood down'));
    const standing = all.filter(isStanding);
    const only = begun.length === 1 && standing.length === 1 ? standing[0]! : null;
    return [...(only ? [firstTeam(kind, only)] : []), ...standingTeams(kind, all, standing, begun)];
  });
}

const isStanding = ({ statuses, certain }: TeamAnswer): boolean =>
  certain && statuses.length === 1 && statuses[0] === 'standing';

function firstTeam(kind: string, { stoodUp, because }: TeamAnswer): NarrativeSentence {
  return { sentence: `The first ${kind} was established${stoodUp ? saidWhen(stoodUp) : ''}.`, because };
}

function standingTeams(
  kind: string,
  all: readonly TeamAnswer[],
  standing: readonly TeamAnswer[],
  begun: readonly TeamAnswer[],
): readonly NarrativeSentence[] {
  const possibly = begun.filter(({ statuses }) => statuses.includes('standing')).length;
  const number = standing.length === possibly ? `${possibly}` : `${standing.length} to ${possibly}`;
  const teams = `${all.length} ${kind}${all.length === 1 ? '' : 's'}`;
  const because = all.flatMap((team) => team.because);
  return [{ sentence: `Of ${teams} told of, ${number} ${number === '1' ? 'stands' : 'stand'}.`, because }];
}

function blockSentences(block: BlockAnswer): readonly NarrativeSentence[] {
  const { name, approved, proposed, advertised, selected, onDuty, stillToReport, because } = block;
  if (approved.notReported) {
    const open = block.statuses.join(' or ');
    return [{ sentence: `${name}: ${saidNumber(proposed)} proposed; ${open}, not approved so far.`, because }];
  }
  const parts = [
    `${saidNumber(approved)} approved${proposed.notReported ? '' : ` of ${saidNumber(proposed)} proposed`}`,
    ...(advertised.notReported ? [] : [`${saidNumber(advertised)} advertised`]),
    ...(selected.notReported ? [] : [`${saidNumber(selected)} selected`]),
    onDuty.notReported ? 'number on duty not reported' : `${saidNumber(onDuty)} on duty`,
    ...(stillToReport.notReported ? [] : [`${saidNumber(stillToReport)} still to report`]),
  ];
  return [{ sentence: `${name}: ${parts.join(', ')}.`, because }];
}

function promiseSentences({ promises }: PromisesAnswer): readonly NarrativeSentence[] {
  return promises.map(({ what, due, overdue, because }) => ({
    sentence: `${overdue === 'yes' ? 'Overdue' : 'Possibly overdue'}: ${what.replace(/\.$/, '')} (due ${due.inWords}).`,
    because,
  }));
}

function saidNumber({ atLeast, atMost, notReported }: CountAnswer): string {
  if (notReported) return 'a number not reported';
  if (atMost === null) return `at least ${atLeast}`;
  return atLeast === atMost ? `${atLeast}` : `${atLeast} to ${atMost}`;
}

/** " at the end of October 2007", " on 1 July 2007", " in early 2008", " (date not given)". */
function saidWhen({ earliest, latest, inWords }: WindowAnswer): string {
  if (inWords.startsWith('date not given')) return ' (date not given)';
  if (earliest !== null && earliest === latest) return ` on ${inWords}`;
  if (earliest === null || latest === null || inWords.startsWith('between')) return ` ${inWords}`;
  if (inWords.startsWith('end of')) return ` at the ${inWords}`;
  return inWords.includes('quarter') ? ` in the ${inWords}` : ` in ${inWords}`;
}
