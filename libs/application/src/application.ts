import { type CivilDate, type Environment, type Outcome } from '@cadre/kernel';
import { type Turns } from './turns.js';

/** Injection token of the Application. */
export const APPLICATION = Symbol('Application');

/** What the tables can tell a rule that one stream cannot: answered as known now, at the head of the log. */
export interface Surroundings {
  /** How many posts surely or possibly stand in a unit on a day or on any later one. */
  livePosts(unitId: string, from: CivilDate): Promise<number>;
  /** How many units surely or possibly stand under a unit on a day or on any later one. */
  childUnits(unitId: string, from: CivilDate): Promise<number>;
}

/** Entries of one stream, recorded together; `position` is that of the last. */
export type Recorded = Pick<Outcome, 'stream' | 'eventIds' | 'types' | 'position'>;

/** How far the policies have reacted. @throws Unavailable when they take longer than a few seconds. */
export interface PolicyProgress {
  /** Waits until everything up to a position was reacted to. */
  waitFor(position: number): Promise<void>;
  /** Waits until whatever follows from some entries was recorded too; answers the last position of it all. */
  settle(recorded: Recorded): Promise<number>;
}

/** What command handlers and policies work with; composed by each app. */
export interface Application {
  readonly environment: Environment;
  readonly surroundings: Surroundings;
  readonly policies: PolicyProgress;
  readonly turns: Turns;
}
