/** A day on which answers change, or the last of several taken together. */
export class DayOfChange {
  /** Civil date. */
  day: string;
  /** So many rows of the tables begin to answer on it. */
  changes: number;
}

/** A moment at which entries became known, or the last of several taken together. */
export class MomentOfRecording {
  /** UTC instant. */
  knownAt: string;
  entries: number;
}

/** Marks for two sliders: when things became true, and when they became known, up to a known moment. */
export class MomentsAnswer {
  knownAt: string;
  /** Log position the tables had reached. */
  position: number;
  days: DayOfChange[];
  /** How finely days are told apart: taken together by month or year where there would be too many. */
  daysBy: 'day' | 'month' | 'year';
  moments: MomentOfRecording[];
  momentsBy: 'moment' | 'day' | 'month' | 'year';
}
