import type { CandidacyAnswer, PeriodAnswer, PersonAnswer } from '@cadre/contract';
import { type CountRange, daysBetween, daysSince, type Instant, partsOf, type Window } from '@cadre/kernel';
import { sql } from 'kysely';
import { type AsOfDates, fromKnownAt } from '../as-of.js';
import { becauseOf, windowAnswer } from '../history/entry-rows.js';
import { type ToldEntry, toldOf } from '../history/placing.js';
import { namesOf } from '../staffing/post-rows.js';
import { asOfAnswer, causesOf, those, thingsOf, valuesIn } from '../table/possible.js';
import { first, type Snapshot, type Tables } from '../tables/tables.js';
import { actedFor, caseNames } from './people.query.js';

/** All that is told of one person up to the day asked for: posts held, reservations, acting cover, teams, candidacies. */
export function personAnswer(
  tables: Tables,
  { personId, ...dates }: AsOfDates & { readonly personId: string },
): Promise<PersonAnswer> {
  return tables.read(async (snapshot) => {
    const own = await toldOf(snapshot, `person-${personId}`, dates);
    const acted = await actedFor(snapshot, [personId], dates.knownAt);
    const teams = await teamsOf(snapshot, personId, dates.knownAt);
    const periods = engagements(own);
    for (const stream of acted) periods.push(...actingIn(stream, personId, await toldOf(snapshot, stream, dates)));
    for (const stream of teams) periods.push(...memberIn(stream, personId, await toldOf(snapshot, stream, dates)));
    const candidacies = await candidaciesOf(snapshot, personId, dates);
    return {
      asOf: await asOfAnswer(snapshot, dates),
      id: personId,
      isKnown:
        own.length + acted.length + teams.length + candidacies.length > 0 ||
        (await isCandidate(snapshot, personId, dates.knownAt)),
      erased: own.some(({ type, surely }) => type === 'SubjectErased' && surely),
      periods: await periodAnswers(snapshot, periods, dates),
      candidacies,
    };
  });
}

/** A stretch as it is read from entries: what began it, and what ended it. */
interface Period {
  readonly kind: PeriodAnswer['kind'];
  readonly stream: string;
  readonly share: number | null;
  readonly detail: string | null;
  readonly begins: ToldEntry;
  ends: ToldEntry | null;
}

/** Posts held and reserved, as the person's stream tells it; a reservation that ends in holding the post is no stretch of its own. */
function engagements(told: readonly ToldEntry[]): Period[] {
  const periods: Period[] = [];
  const open = (kind: Period['kind'], stream: string): number =>
    periods.findLastIndex((it) => it.kind === kind && it.stream === stream && it.ends === null);
  for (const entry of told) {
    const stream = `post-${String(entry.data['postId'])}`;
    const begun = (kind: Period['kind']): Period => {
      const share = (entry.data['share'] ?? null) as number | null;
      return { kind, stream, share, detail: null, begins: entry, ends: null };
    };
    if (entry.type === 'PostReserved') periods.push(begun('reserved'));
    if (entry.type === 'PostEncumbered') {
      const reserved = open('reserved', stream);
      periods.splice(reserved < 0 ? periods.length : reserved, reserved < 0 ? 0 : 1);
      periods.push(begun('holds'));
    }
    const ended = { ReservationReleased: 'reserved', PostReleased: 'holds' } as const;
    const kind = ended[entry.type as keyof typeof ended];
    const last = kind ? open(kind, stream) : -1;
    if (last >= 0) periods[last]!.ends = entry;
  }
  return periods;
}

/** Acting cover ends when it is ended, when somebody else acts, or when the post is filled. */
function actingIn(stream: string, personId: string, told: readonly ToldEntry[]): readonly Period[] {
  const periods: Period[] = [];
  for (const entry of told) {
    const isBeginning = entry.type === 'OfficerInChargeDesignated';
    if (!isBeginning && entry.type !== 'OfficerInChargeEnded' && entry.type !== 'PostFilled') continue;
    const last = periods.at(-1);
    if (last?.ends === null) last.ends = entry;
    if (!isBeginning || entry.data['personId'] !== personId) continue;
    const detail = entry.data['grade'] as string | null;
    periods.push({ kind: 'acts', stream, share: null, detail, begins: entry, ends: null });
  }
  return periods;
}

function memberIn(stream: string, personId: string, told: readonly ToldEntry[]): readonly Period[] {
  const periods: Period[] = [];
  for (const entry of told.filter(({ data }) => data['personId'] === personId)) {
    const last = periods.at(-1);
    if (entry.type === 'TeamMemberReleased' && last?.ends === null) last.ends = entry;
    if (entry.type !== 'TeamMemberAssigned') continue;
    const detail = entry.data['function'] as string | null;
    periods.push({ kind: 'member', stream, share: null, detail, begins: entry, ends: null });
  }
  return periods;
}

async function periodAnswers(
  snapshot: Snapshot,
  periods: readonly Period[],
  dates: AsOfDates,
): Promise<PeriodAnswer[]> {
  const streams = periods.map(({ stream }) => stream);
  const names = {
    post: await namesOf(snapshot, 'posts', streams, dates),
    team: await namesOf(snapshot, 'teams', streams, dates),
  };
  const answers = periods.map(({ kind, stream, share, detail, begins, ends }): PeriodAnswer => {
    const { category, id } = partsOf(stream);
    return {
      kind,
      stream,
      id,
      name: names[category as 'post' | 'team'].get(id)?.at(-1) ?? null,
      share,
      detail,
      from: windowAnswer(begins.window),
      begun: begins.surely,
      to: ends === null ? null : windowAnswer(ends.window),
      ended: ends?.surely ?? false,
      days: daysOf(begins.window, ends?.window ?? null, dates),
      because: ends === null ? [begins.because] : [begins.because, ends.because],
    };
  });
  return answers.toSorted((a, b) => (beginning(a) < beginning(b) ? -1 : Number(beginning(a) > beginning(b))));
}

const beginning = ({ from }: PeriodAnswer): string => `${from.earliest ?? ''} ${from.latest ?? ''}`;

function daysOf(from: Window, to: Window | null, { validOn }: AsOfDates): CountRange | null {
  if (from.earliest === null && from.latest === null) return null;
  return to === null ? daysSince(from, validOn) : daysBetween(from, to);
}

/** Teams that the person has been a member of, by the known moment. */
async function teamsOf(snapshot: Snapshot, personId: string, knownAt: Instant): Promise<readonly string[]> {
  const isMember = snapshot.words.holdsAny(sql`m.member_ids`, [personId]);
  const query = sql`select distinct m.stream ${fromKnownAt('teams', knownAt)} and ${isMember} order by m.stream`;
  return (await snapshot.all<{ stream: string }>(query)).map(({ stream }) => stream);
}

async function isCandidate(snapshot: Snapshot, personId: string, knownAt: Instant): Promise<boolean> {
  const query = sql`select 1 ${fromKnownAt('candidacies', knownAt)} and m.item = ${personId} limit 1`;
  return (await first(snapshot, query)) !== null;
}

async function candidaciesOf(snapshot: Snapshot, personId: string, dates: AsOfDates): Promise<CandidacyAnswer[]> {
  const things = await thingsOf(snapshot, 'candidacies', dates, those('item', [personId]));
  const names = await caseNames(
    snapshot,
    things.map(({ stream }) => stream),
    dates,
  );
  const causes = await becauseOf(snapshot, causesOf(things, ['stage']));
  return things.map((it) => {
    const { values } = it.states.findLast(({ present }) => present)!;
    const stages = [...valuesIn<string>(it, 'stage')];
    const since = {
      earliest: values['since_earliest'],
      latest: values['since_latest'],
      phrase: values['since_phrase'],
    };
    return {
      caseId: it.id,
      caseName: names.get(it.stream) ?? null,
      postId: values['post_id'] as string | null,
      stages,
      since: windowAnswer(since as Window),
      certain: it.surely && stages.length === 1,
      because: causesOf([it], ['stage']).map((id) => causes.get(id)!),
    };
  });
}
