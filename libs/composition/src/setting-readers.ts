import { DEFAULT_RECRUITMENT_TARGETS, type RecruitmentTargets, STAGES_WITH_TARGET } from '@cadre/read-models';
import { withoutSecrets } from './without-secrets.js';

/** A reason a program cannot start, in one sentence for the person who started it. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart';
}

/** Which log; the folder or prefix is a setting of its own. */
export type LogChoice = 'sqlite' | { readonly connectionString: string };
/** Where the tables are. */
export type ReadChoice = 'sqlite' | { readonly url: string };

/** @throws CannotStart */
export function portOf(text: string): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535) {
    throw new CannotStart(`PORT is "${text}"; give a number from 0 to 65535.`);
  }
  return Number(text);
}

/** The name of a folder of `data`, or null for none. @throws CannotStart */
export function exampleOf(text: string): string | null {
  if (!/^[a-z0-9-]+$/.test(text)) throw new CannotStart(`CADRE_EXAMPLE is "${text}"; give a-62-627 or none.`);
  return text === 'none' ? null : text;
}

/** @throws CannotStart */
export function containedOf(text: string): boolean {
  if (text !== 'yes' && text !== 'no') throw new CannotStart(`CADRE_CONTAINER is "${text}"; give yes or no.`);
  return text === 'yes';
}

/** @throws CannotStart that shows nothing of what may be a password */
export function logOf(text: string): LogChoice {
  if (text === 'sqlite') return text;
  if (/^esdb(\+discover)?:\/\/[^\s/]+/.test(text)) return { connectionString: text };
  throw new CannotStart(
    `CADRE_LOG is ${shown(text)}; give sqlite, or the address of EventStoreDB as in esdb://user:password@host:2113.`,
  );
}

/** @throws CannotStart that shows nothing of what may be a password */
export function readSideOf(text: string): ReadChoice {
  if (text === 'sqlite') return text;
  if (/^postgres(ql)?:\/\//.test(text) && URL.canParse(text)) {
    const { hostname, pathname } = new URL(text);
    if (hostname !== '' && pathname.length > 1) return { url: text };
  }
  throw new CannotStart(
    `CADRE_READ is ${shown(text)}; give sqlite, or the address of a PostgreSQL database as in postgres://user:password@host:5432/cadre.`,
  );
}

/** Only an address says where its password is; of any other text nothing is repeated. */
const shown = (text: string): string =>
  /^[\w+.-]+:\/\//.test(text) ? `"${withoutSecrets(text)}"` : 'neither an address nor a word this program knows';

/** What the names of our streams start with: one word and a dot, so that none is the beginning of another. @throws CannotStart */
export function prefixOf(text: string): string {
  if (!/^[A-Za-z0-9_]{1,50}\.$/.test(text)) {
    throw new CannotStart(
      `CADRE_LOG_PREFIX is "${text}"; give up to 50 letters, digits or "_", and a dot at the end, as in "cadre.".`,
    );
  }
  return text;
}

/** What a projector is called. @throws CannotStart */
export function projectorOf(text: string): string {
  if (!/^[\w.:-]{1,100}$/.test(text)) {
    throw new CannotStart(`CADRE_PROJECTOR_ID is "${text}"; give up to 100 letters, digits, ".", ":", "-" or "_".`);
  }
  return text;
}

const MOST_DAYS = 3_650;

/** Days in all, then stages with days of their own: "120, advertised=60"; 0 takes a stage's target away. @throws CannotStart */
export function targetsOf(text: string): RecruitmentTargets {
  const [overallDays, ...stages] = text.split(',').map((part) => part.trim());
  const stageDays = { ...DEFAULT_RECRUITMENT_TARGETS.stageDays };
  for (const part of stages) {
    const [stage, days] = part.split('=').map((it) => it.trim());
    if (!STAGES_WITH_TARGET.includes(stage!)) {
      throw wrongTargets(text, `"${stage}" is no stage that can have a target: ${STAGES_WITH_TARGET.join(', ')}`);
    }
    stageDays[stage!] = daysOf(days ?? '', text);
    if (stageDays[stage!] === 0) delete stageDays[stage!];
  }
  const inAll = daysOf(overallDays!, text);
  if (inAll === 0) throw wrongTargets(text, 'the days in all are at least 1');
  return { overallDays: inAll, stageDays };
}

function daysOf(days: string, text: string): number {
  if (/^\d{1,4}$/.test(days) && Number(days) <= MOST_DAYS) return Number(days);
  throw wrongTargets(text, `"${days}" is no whole number of days up to ${MOST_DAYS}`);
}

const wrongTargets = (text: string, why: string): CannotStart =>
  new CannotStart(`CADRE_RECRUITMENT_TARGET_DAYS is "${text}": ${why}; give days as in "120" or "120, advertised=60".`);
