/** A stream that the tables cannot take since a position; its rows stay as they were. */
export class ParkedStreamAnswer {
  stream: string;
  position: number;
  reason: string;
}

/** Something a policy could not finish by itself and a person should look at. */
export class PolicyAlarmAnswer {
  policy: string;
  /** Log position of the entry it reacted to. */
  position: number;
  sentence: string;
}

/** A process that keeps tables and policies for some shares of the log. */
export class ProjectorAnswer {
  holder: string;
  shares: number[];
  /** UTC instant of its last heartbeat. */
  seen: string;
}

/** Whether log and tables answer, and how far the tables have come. */
export class HealthAnswer {
  /** "unavailable" when the log or the tables cannot answer; what is not known then is null. */
  status: 'ok' | 'unavailable';
  /** Kind of log: "sqlite" or "eventstoredb". */
  engine: string;
  /** What keeps the tables: "sqlite" or "postgres". */
  tablesEngine: string;
  /** Log position of the last entry, 0 for an empty log; null when the log cannot be reached. */
  position: number | null;
  /** Log position the tables have reached; null when they cannot be asked. */
  tablesPosition: number | null;
  /** Entries of the log not yet told in the tables, counted up to 1,000; null unless both sides can be asked. */
  behind: number | null;
  /** How long the oldest of them has been waiting, in seconds; null unless both sides can be asked. */
  behindSeconds: number | null;
  /** Streams that cannot be told; null when the tables cannot be asked. */
  parked: ParkedStreamAnswer[] | null;
  /** Processes that keep tables and policies, none where the server does so itself; null when that cannot be asked. */
  projectors: ProjectorAnswer[] | null;
  /** What policies could not do; null when that cannot be asked. */
  alarms: PolicyAlarmAnswer[] | null;
  /** What is in the way at the moment, in a sentence; null when nothing is. */
  trouble: string | null;
}
