import { type Application } from '@cadre/application';
import { type CivilDate, type Command, type Environment, type Refusal } from '@cadre/kernel';
import { type ProjectorStatus, type ReadModels, type StoredPolicyMemory, type TableProgress } from '@cadre/read-models';
import { type Previewed } from './previewing.js';
import { type TablesStatus } from './status.js';
import { type Where } from './where.js';

/** Everything a program works with: the log, the tables kept from it, the policies that react to it. */
export interface Cadre {
  readonly where: Where;
  readonly environment: Environment;
  readonly application: Application;
  readonly tables: ReadModels;
  readonly progress: TableProgress;
  readonly policyMemory: Pick<StoredPolicyMemory, 'alarms'>;
  /** All that a command would bring about, for a day; nothing is recorded. @throws ForkDisturbed, Unavailable */
  preview(command: Command, validOn: CivilDate): Promise<Previewed | Refusal>;
  /** How far the tables have come, as far as log and tables can be reached. */
  status(): Promise<TablesStatus>;
  /** Processes that keep tables and policies for this one, each with its shares; none when it does so itself. @throws Unavailable */
  projectors(): Promise<readonly ProjectorStatus[]>;
  /** Why tables or policies of this process cannot go on at the moment, or null. */
  trouble(): string | null;
  /** Lets the tables follow the log until the signal ends them; where other processes do that, only waits. */
  followTables(signal: AbortSignal): Promise<void>;
  /** Lets tables and policies follow the log until the signal ends them; where other processes do that, only waits. */
  follow(signal: AbortSignal): Promise<void>;
  close(): Promise<void>;
}
