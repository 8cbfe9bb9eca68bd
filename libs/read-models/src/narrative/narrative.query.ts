import {
  type Because,
  type BlockAnswer,
  type ClaimsAnswer,
  type CountAnswer,
  type NarrativeAnswer,
  type NarrativeSentence,
  type PromisesAnswer,
  type TeamAnswer,
  type TeamsAnswer,
  type WindowAnswer,
} from '../answers.js';
import { type AsOfDates } from '../as-of.js';
import { claimsAnswer, figuresApart, sourcesOf } from '../claims/claims.query.js';
import { establishmentAnswer } from '../establishment/establishment.query.js';
import { groupBy } from '../group-by.js';
import { promisesAnswer } from '../promises/promises.query.js';
import { asOfAnswer } from '../table/possible.js';
import { type Tables } from '../tables/tables.js';
import { teamsAnswer } from '../teams/teams.query.js';

/** A report's sentences for two dates, written from the data: each says nothing that its entries do not. */
export function narrativeAnswer(tables: Tables, dates: AsOfDates): Promise<NarrativeAnswer> {
  return tables.read(async (snapshot) => {
    const teams = await teamsAnswer(snapshot, dates);
    const { blocks } = await establishmentAnswer(snapshot, dates);
    return {
      asOf: await asOfAnswer(snapshot, dates),
      sentences: [
        ...teamSentences(teams),
        ...blocks.flatMap(blockSentences),
        ...promiseSentences(await promisesAnswer(snapshot, { ...dates, overdue: true })),
        ...claimSentences(await claimsAnswer(snapshot, dates)),
      ],
    };
  });
}

function teamSentences({ teams }: TeamsAnswer): readonly NarrativeSentence[] {
  return [...groupBy(teams, ({ kind }) => kind)].flatMap(([kind, all]) => {
    if (kind === null) return [];
    const begun = all.filter(({ statuses }) => statuses.includes('standing') || statuses.includes('stood down'));
    const standing = all.filter(isStanding);
    const first = firstOf(begun);
    return [...(first ? [firstTeam(kind, first, begun)] : []), ...standingTeams(kind, all, standing, begun)];
  });
}

const isStanding = ({ statuses, certain }: TeamAnswer): boolean =>
  certain && statuses.length === 1 && statuses[0] === 'standing';

/** Has it surely stood up, whatever became of it since? */
const hasBegun = ({ statuses }: TeamAnswer): boolean =>
  statuses.every((status) => status === 'standing' || status === 'stood down');

/** The team that surely stood up before any other; null when the dates leave that open. */
function firstOf(begun: readonly TeamAnswer[]): TeamAnswer | null {
  const isBefore = (a: TeamAnswer, b: TeamAnswer): boolean => {
    const [latest, earliest] = [a.stoodUp?.latest ?? null, b.stoodUp?.earliest ?? null];
    return latest !== null && earliest !== null && latest < earliest;
  };
  return (
    begun.find((team) => hasBegun(team) && begun.every((other) => other === team || isBefore(team, other))) ?? null
  );
}

function firstTeam(kind: string, first: TeamAnswer, begun: readonly TeamAnswer[]): NarrativeSentence {
  const others = begun.filter((team) => team !== first);
  const surely = others.filter(hasBegun).length;
  const number = surely === others.length ? `${surely}` : `${surely} to ${others.length}`;
  const since = others.length === 0 ? '' : `; since then ${number} more`;
  const when = first.stoodUp ? saidWhen(first.stoodUp) : '';
  return {
    sentence: `The first ${kind} was established${when}${since}.`,
    because: [first, ...others].flatMap((team) => team.because),
  };
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

function claimSentences({ topics }: ClaimsAnswer): readonly NarrativeSentence[] {
  return topics
    .filter(({ disagree }) => disagree)
    .map((topic) => {
      const figures = figuresApart(topic.statements);
      const sources = sourcesOf(topic).map(saidSource).join('; ');
      const apart = figures.length === 0 ? '' : ` (${figures.join('; ')})`;
      const because = topic.statements.flatMap(({ states }) => states.slice(-1).map((state) => state.because));
      return { sentence: `Sources disagree on ${topic.topic.replaceAll('-', ' ')}: ${sources}${apart}.`, because };
    });
}

function saidSource({ document, paragraph, localKnowledge }: Because): string {
  if (document === null) return `local knowledge of ${localKnowledge}`;
  return /\d/.test(paragraph ?? '') ? `${document}, paragraph ${paragraph}` : document;
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
