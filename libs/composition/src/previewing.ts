import {
  type Accepted,
  type Application,
  forkOf,
  NotSettled,
  type PolicyAlarm,
  policies,
  takeCommand,
} from '@cadre/application';
import { type CivilDate, type Command, commandIdReused, isRefusal, type Refusal, Rejected } from '@cadre/kernel';
import {
  type ChangesAnswer,
  createChangesOnFork,
  ForkDisturbed,
  type ReadModels,
  type TableProgress,
  tablesOnFork,
} from '@cadre/read-models';
import { surroundingsOf, toldHead } from './surroundings.js';

/** What a command would bring about, policies and all. */
export interface Previewed {
  /** As it would be answered. */
  readonly answer: Accepted;
  /** Revision of the thing's stream that was looked at; -1 when it has none. */
  readonly revision: number;
  readonly alarms: readonly PolicyAlarm[];
  readonly changes: ChangesAnswer;
}

/** How often a fork is begun anew when others moved what it rests on. */
const ATTEMPTS = 4;

/** Until the policies have reacted to all that stands. @throws ForkDisturbed when they are behind: nothing is recorded that could be settled */
async function reactedHead({ environment: { log }, policies: reacting }: Application): Promise<void> {
  const head = await log.head();
  if (head === null) return;
  await reacting.waitFor(head.position).catch((error: unknown) => {
    throw error instanceof NotSettled ? new ForkDisturbed('the policies are behind the log', { cause: error }) : error;
  });
}

/** A fork's tables are told whenever they are asked. */
const alwaysTold: TableProgress = { waitFor: async () => true };

/**
 * Takes a command on a fork of everything and compares the answers for a day; nothing is recorded.
 * @throws ForkDisturbed when others moved what it rests on again and again; Unavailable
 */
export function previewing(
  application: Application,
  tables: ReadModels,
  progress: TableProgress,
): (command: Command, validOn: CivilDate) => Promise<Previewed | Refusal> {
  const { log, codec } = application.environment;
  const changesOn = createChangesOnFork(tables, codec);

  async function attempt(command: Command, validOn: CivilDate): Promise<Previewed | Refusal> {
    await toldHead(log, progress); // also of what the policies have recorded meanwhile
    const fork = forkOf(application, policies, (overlay) =>
      surroundingsOf({ ...application.environment, log: overlay }, tablesOnFork(tables, codec, overlay), alwaysTold),
    );
    const answer = await takeCommand(fork.application, command);
    if (isRefusal(answer)) return answer;
    const changes = await changesOn(fork.log, validOn);
    const below = (await fork.log.readStream(answer.stream)).filter(({ eventId }) => !isOn(fork.log.kept(), eventId));
    return { answer, revision: below.at(-1)?.revision ?? -1, alarms: fork.alarms(), changes };
  }

  return async (command, validOn) => {
    await reactedHead(application);
    for (let tried = 1; ; tried++) {
      try {
        return await attempt(command, validOn);
      } catch (error) {
        if (error instanceof Rejected && error.code === 'EVENT_ID_TAKEN') return commandIdReused(command);
        if (!(error instanceof ForkDisturbed) || tried === ATTEMPTS) throw error;
      }
    }
  };
}

const isOn = (kept: readonly { readonly eventId: string }[], eventId: string): boolean =>
  kept.some((entry) => entry.eventId === eventId);
