import { type Entry, type Environment } from '@cadre/kernel';
import { type Application, type PolicyProgress, type Surroundings } from '../application.js';
import { type Policy } from '../policies/policy.js';
import { type PolicyAlarm } from '../policies/policy-memory.js';
import { reactionsTo } from '../policies/reactions.js';
import { overlayLog, type OverlayLog } from './overlay-log.js';

/**
 * Everything as it is, and from here on apart: what is recorded on it stands in a log of its own, laid over the real
 * one, where commands and policies see it and nobody else does. It is gone when nobody holds it any more.
 */
export interface Fork {
  /** Takes commands as ever; what follows from them is recorded before they are answered. */
  readonly application: Application;
  readonly log: OverlayLog;
  /** What policies could not do on it. */
  alarms(): readonly PolicyAlarm[];
}

/** Forks an application; `surroundingsOn` answers what tables would tell of the other streams with the fork's entries in them. */
export function forkOf(
  { environment }: Pick<Application, 'environment'>,
  policies: readonly Policy[],
  surroundingsOn: (log: OverlayLog) => Surroundings,
): Fork {
  const log = overlayLog(environment.log);
  const reacting = policiesOn(log, policies, () => application);
  const application: Application = {
    environment: standingStill(environment, log),
    surroundings: surroundingsOn(log),
    policies: reacting,
    turns: { take: (act) => act() }, // nobody else decides here
  };
  return { application, log, alarms: reacting.alarms };
}

/** Everything on a fork is recorded at one moment: nothing there is known before anything else. */
function standingStill({ clock, codec }: Environment, log: OverlayLog): Environment {
  const now = clock.now();
  return { log, codec, clock: { now: () => now } };
}

/** Policies that react whenever somebody waits for them, to all that was recorded since. */
function policiesOn(
  log: OverlayLog,
  policies: readonly Policy[],
  application: () => Application,
): PolicyProgress & { alarms(this: void): readonly PolicyAlarm[] } {
  const alarms: PolicyAlarm[] = [];
  let reactedTo = 0;
  const react = async (): Promise<void> => {
    for (; reactedTo < log.kept().length; reactedTo++) {
      const entry: Entry = log.kept()[reactedTo]!;
      alarms.push(...(await reactionsTo(entry, policies, application(), log)));
    }
  };
  return {
    waitFor: react,
    async settle({ position }) {
      await react();
      return Math.max(position, log.kept().at(-1)?.position ?? 0);
    },
    alarms: () => alarms,
  };
}
