import type { Because } from '../api/client';
import { apart } from './apart';
import { type Means, valueInWords, windowAsTold } from './values';

/** What of an entry is worded; an entry of a history serves as well. */
export type Told = Pick<Because, 'stream' | 'name' | 'type' | 'data' | 'windows' | 'sentence'>;

/** A field of an entry that its sentence leaves out, and what it says. */
export interface Detail {
  readonly name: string;
  readonly label: string;
  readonly text: string;
}

/** An entry as one sentence, without its dates and full stop; the server's English where the type is not known here. */
export function eventInWords(told: Told, means: Means): string {
  const { t, language } = means;
  const said = t(`events.${keyOf(told)}`, { ...holesOf(told, means), defaultValue: '' });
  return said || apart(told.sentence, language.dir);
}

/** What an entry says beyond its sentence, in the order of its data. What was not reported is left out. */
export function detailsInWords(told: Told, means: Means): readonly Detail[] {
  const holes = holesIn(told, means);
  if (holes.has('posts') || holes.has('members')) holes.add('count');
  return Object.entries(told.data)
    .filter(([name, value]) => !holes.has(name) && saysSomething(name, value))
    .map(([name, value]) => ({
      name,
      label: fieldInWords(name, means),
      text: valueInWords(name, value, means, { windows: told.windows }),
    }));
}

/** The label of a field; the field's own name where it is not known here. */
export function fieldInWords(name: string, { t, language }: Means): string {
  return t(`fields.${name}`, { defaultValue: '' }) || apart(name, language.dir);
}

function saysSomething(name: string, value: unknown): boolean {
  if (value === null || value === undefined || value === false) return false;
  return name === 'share' ? value !== 100 : !Array.isArray(value) || value.length > 0;
}

/** Events that need another sentence where a field is not reported. */
const OTHERWISE: Readonly<Record<string, readonly [field: string, variant: string]>> = {
  PostFilled: ['personId', 'unnamed'],
  PostVacated: ['personId', 'unnamed'],
  OfficerInChargeDesignated: ['personId', 'unnamed'],
  CandidateSelected: ['candidateId', 'unnamed'],
  CandidateAnnounced: ['candidateId', 'unnamed'],
  CandidateWithdrew: ['candidateId', 'unnamed'],
  OfferAccepted: ['candidateId', 'unnamed'],
  CandidateReported: ['candidateId', 'unnamed'],
  EvaluationPlanned: ['subject', 'unnamed'],
  OrgUnitTransferred: ['toParentId', 'top'],
  TeamDeployed: ['count', 'whole'],
};

function keyOf({ type, data }: Told): string {
  if (type === 'BlockProgressReported' && data['count'] === null && data['wording'] !== null) return `${type}_worded`;
  const [field, variant] = OTHERWISE[type] ?? [];
  return field !== undefined && data[field] === null ? `${type}_${variant}` : type;
}

/** What fills the holes of a sentence: every field in words, and the thing by its name where it has one. */
function holesOf(told: Told, means: Means): Readonly<Record<string, string>> {
  const { data, windows } = told;
  const id = apart(idOf(told), means.language.dir);
  const fields = Object.entries(data).map(([name, value]) => {
    const window = windows[name];
    const said = window ? windowAsTold(window, means) : valueInWords(name, value, means);
    return [name, value === null && (name === 'name' || name === 'from') ? id : withoutStop(said)];
  });
  const count = (data['count'] ?? null) as Range | null;
  return {
    ...Object.fromEntries(fields),
    id: thingInWords(told, means),
    posts: postsInWords(count, means),
    members: membersInWords(count, means),
  };
}

/** The thing of an entry by its name, a post by its id as well, for many have one title; by its id alone where the sentence gives the name anyway. */
function thingInWords(told: Told, means: Means): string {
  const { stream, name, data } = told;
  const { t, language } = means;
  const id = apart(idOf(told), language.dir);
  if (name === null || [...holesIn(told, means)].some((hole) => data[hole] === name)) return id;
  const quoted = t('named', { name: withoutStop(apart(name, language.dir)) });
  return stream.startsWith('post-') ? t('numbered', { id, name: quoted }) : quoted;
}

const idOf = ({ stream }: Told): string => stream.slice(stream.indexOf('-') + 1);

/** The names of the holes of an entry's sentence. */
function holesIn(told: Told, { t }: Means): Set<string> {
  const raw = t(`events.${keyOf(told)}`, { skipInterpolation: true, defaultValue: '' });
  return new Set([...raw.matchAll(/\{\{(\w+)\}\}/g)].map((it) => it[1]!));
}

/** The sentence brings its own end. */
const withoutStop = (text: string): string => text.replace(/[.。](?=\u2069?$)/, '');

interface Range {
  readonly atLeast: number;
  readonly atMost: number | null;
}

/** "25 posts", "10 to 12 posts", "at least 77 posts", "posts (number not reported)". */
function postsInWords(count: Range | null, { t }: Means): string {
  if (count === null) return t('counts.postsNotReported');
  const { atLeast, atMost } = count;
  if (atMost === null) return t('counts.postsAtLeast', { count: atLeast });
  if (atLeast === atMost) return t('counts.posts', { count: atMost });
  return t('counts.postsBetween', { atLeast, count: atMost });
}

/** The same of members; a team that went as a whole has a sentence of its own. */
function membersInWords(count: Range | null, { t }: Means): string {
  if (count === null) return '';
  const { atLeast, atMost } = count;
  if (atMost === null) return t('counts.membersAtLeast', { count: atLeast });
  if (atLeast === atMost) return t('counts.members', { count: atMost });
  return t('counts.membersBetween', { atLeast, count: atMost });
}
