import type { PromisesAnswer, TeamsAnswer } from '../api/client';
import { civilDate, dayNumber } from '../dates/civil-date';
import type { UrlChanges } from '../shell/url';

/** What a tour of this log can show, taken from what it tells. */
export interface Told {
  readonly teams: TeamsAnswer['teams'];
  readonly promises: PromisesAnswer['promises'];
  /** The last day a document speaks for; null when there is no dated one. */
  readonly lastDocument: string | null;
}

/** A stop of the tour: a view, what its address says, and what the words beside it name. */
export interface Stop {
  readonly id: 'dates' | 'fuzzy' | 'unknown' | 'promises' | 'timeline' | 'replay' | 'record' | 'statement';
  readonly to: string;
  readonly dates: UrlChanges;
  readonly team: string;
  readonly phrase: string;
  readonly day: string;
}

/** The stops in order; what this log has no example of is passed over. */
export function stopsOf({ teams, promises, lastDocument }: Told): readonly Stop[] {
  const dates = { validOn: lastDocument, knownAt: lastDocument };
  const stop = (id: Stop['id'], to: string, more: Partial<Stop> = {}): Stop => ({
    ...{ id, to, dates, team: '', phrase: '', day: lastDocument ?? '' },
    ...more,
  });
  return [
    stop('dates', '/'),
    ...fuzzyStop(teams, (more) => stop('fuzzy', '/teams', more), lastDocument),
    stop('unknown', '/posts'),
    ...overdueStop(promises, (more) => stop('promises', '/commitments', more)),
    stop('timeline', '/timeline'),
    stop('replay', '/replay'),
    stop('record', '/record', { dates: { validOn: null, knownAt: null } }),
    stop('statement', '/statement'),
  ];
}

type Make = (more: Partial<Stop>) => Stop;

/** A day on which a team may or may not have stood up yet. */
function fuzzyStop(teams: Told['teams'], stop: Make, lastDocument: string | null): readonly Stop[] {
  for (const { name, kind, stoodUp } of teams) {
    const { earliest, latest, phrase } = stoodUp ?? { earliest: null, latest: null, phrase: null };
    if (!earliest || !latest || earliest === latest) continue;
    const day = civilDate(Math.floor((dayNumber(earliest) + dayNumber(latest)) / 2));
    const dates = { validOn: day, knownAt: lastDocument, teams: kind };
    return [stop({ dates, team: name, phrase: phrase ?? '', day })];
  }
  return [];
}

/** The first day on which something promised is overdue, if nothing more is recorded. */
function overdueStop(promises: Told['promises'], stop: Make): readonly Stop[] {
  const day = promises.flatMap(({ overdueFrom }) => overdueFrom ?? []).toSorted()[0];
  return day === undefined ? [] : [stop({ dates: { validOn: day, knownAt: null }, day })];
}
