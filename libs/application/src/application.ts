import { type CivilDate, type Environment } from '@cadre/kernel';

/** Injection token of the Application. */
export const APPLICATION = Symbol('Application');

/** What the tables can tell a rule that one stream cannot: answered as known now, at the head of the log. */
export interface Surroundings {
  /** How many posts surely or possibly stand in a unit on a day or on any later one. */
  livePosts(unitId: string, from: CivilDate): Promise<number>;
  /** How many units surely or possibly stand under a unit on a day or on any later one. */
  childUnits(unitId: string, from: CivilDate): Promise<number>;
}

/** How far the policies have reacted. @throws Error when they take longer than a few seconds. */
export interface PolicyProgress {
  /** Waits until everything up to a position was reacted to. */
  waitFor(position: number): Promise<void>;
  /** Waits until whatever follows from entries `first` to `last` was recorded too; answers the last position of it all. */
  settle(first: number, last: number): Promise<number>;
}

/** What command handlers and policies work with; composed by each app. */
export interface Application {
  readonly environment: Environment;
  readonly surroundings: Surroundings;
  readonly policies: PolicyProgress;
}
