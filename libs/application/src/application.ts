import { type CivilDate, type Environment } from '@cadre/kernel';

/** Injection token of the Application. */
export const APPLICATION = Symbol('Application');

/** What the tables can tell a rule that one stream cannot: answered as known now, at the head of the log. */
export interface Surroundings {
  /** How many posts surely or possibly stand in a unit on a day. */
  livePosts(unitId: string, validOn: CivilDate): Promise<number>;
  /** How many units surely or possibly stand under a unit on a day. */
  childUnits(unitId: string, validOn: CivilDate): Promise<number>;
}

/** Waits until policies have reacted to everything up to a position. @throws Error when they take longer than a few seconds. */
export interface PolicyProgress {
  waitFor(position: number): Promise<void>;
}

/** What command handlers and policies work with; composed by each app. */
export interface Application {
  readonly environment: Environment;
  readonly surroundings: Surroundings;
  readonly policies: PolicyProgress;
}
