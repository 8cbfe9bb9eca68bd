export interface paths {
  '/api/teams-overview': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Teams with their standing, members and promises */
    get: operations['teams_overview'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/establishment': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Post blocks with their counts by stage */
    get: operations['establishment'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/promises': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Promises with first and present window */
    get: operations['promises'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/history/{stream}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Everything ever recorded of one thing, with what became of it */
    get: operations['history'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/health': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Whether log and tables answer, and how far the tables have come */
    get: operations['health'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    Problem: {
      type: string;
      title: string;
      status: number;
      /** @description Stable code, as in POST_ALREADY_FILLED. */
      code: string;
      /** @description A sentence a person can act on. */
      detail: string;
      /** @description JSON pointer to the field at fault, or null. */
      pointer: string | null;
      details: {
        [key: string]: unknown;
      };
    };
    AsOf: {
      /** @description Civil date (YYYY-MM-DD): true in the world on that day. */
      validOn: string;
      /** @description UTC instant: as known at that moment. */
      knownAt: string;
      /** @description Log position the tables had reached. */
      position: number;
    };
    WindowAnswer: {
      earliest: string | null;
      latest: string | null;
      phrase: string | null;
      /** @description The same in plain English, as in "end of October 2007". */
      inWords: string;
    };
    Because: {
      eventId: string;
      stream: string;
      type: string;
      /** @description The entry in one plain sentence. */
      sentence: string;
      document: string | null;
      paragraph: string | null;
      /** @description Whose local knowledge it is, when it rests on no document. */
      localKnowledge: string | null;
      effective: components['schemas']['WindowAnswer'];
      recordedAt: string;
      /** @description True for a record carried over from a document older than its entering. */
      carriedOver: boolean;
      /** @description Reference of the fact in its source material, as in "T07". */
      fact: string | null;
    };
    CountAnswer: {
      atLeast: number | null;
      atMost: number | null;
      /** @description True when both ends are equal and reported. */
      certain: boolean;
      /** @description True when no entry speaks of it. Never the same as zero. */
      notReported: boolean;
      /** @description The source's own words for a number it does not give, or how a derived number was reached. */
      wording: string | null;
      because: components['schemas']['Because'][];
    };
    CellRun: {
      /** @enum {string} */
      stage: 'advertised' | 'selected' | 'on duty' | 'approved' | 'not reported' | 'identified';
      certain: boolean;
      count: number;
      /** @description The identified post a single cell stands for, or null. */
      postId: string | null;
    };
    PromiseSummary: {
      id: string;
      what: string;
      due: components['schemas']['WindowAnswer'];
      status: string;
      overdue: boolean;
    };
    BlockAnswer: {
      stream: string;
      id: string;
      name: string;
      group: string | null;
      grade: string | null;
      /** @description Every status possible on that day; one when certain. */
      statuses: string[];
      certain: boolean;
      proposed: components['schemas']['CountAnswer'];
      approved: components['schemas']['CountAnswer'];
      /** @description Proposed less approved, derived. */
      notApproved: components['schemas']['CountAnswer'];
      identified: components['schemas']['CountAnswer'];
      advertised: components['schemas']['CountAnswer'];
      selected: components['schemas']['CountAnswer'];
      onDuty: components['schemas']['CountAnswer'];
      /** @description Selected (else approved) less on duty, derived; not reported when either is. */
      stillToReport: components['schemas']['CountAnswer'];
      cells: components['schemas']['CellRun'][];
      promises: components['schemas']['PromiseSummary'][];
      because: components['schemas']['Because'][];
    };
    GroupTotals: {
      group: string;
      proposed: components['schemas']['CountAnswer'];
      approved: components['schemas']['CountAnswer'];
    };
    EstablishmentAnswer: {
      asOf: components['schemas']['AsOf'];
      blocks: components['schemas']['BlockAnswer'][];
      groups: components['schemas']['GroupTotals'][];
    };
    TeamsByUnit: {
      unitId: string | null;
      unitName: string | null;
      teams: components['schemas']['CountAnswer'];
      subTeams: components['schemas']['CountAnswer'];
    };
    SubTeamAnswer: {
      id: string;
      name: string;
      sharesPool: boolean;
    };
    TeamAnswer: {
      stream: string;
      id: string;
      name: string;
      kind: string | null;
      unitId: string | null;
      unitName: string | null;
      statuses: string[];
      certain: boolean;
      /** @description When it stood up, as told; null when that is not known. */
      stoodUp: components['schemas']['WindowAnswer'] | null;
      stoodDown: components['schemas']['WindowAnswer'] | null;
      composition: {
        what: string;
        atLeast: number;
        atMost: number | null;
      }[];
      /** @description The source's own word for its strength, never computed with. */
      strengthWording: string | null;
      members: components['schemas']['CountAnswer'];
      subTeams: components['schemas']['SubTeamAnswer'][];
      promises: components['schemas']['PromiseSummary'][];
      because: components['schemas']['Because'][];
    };
    TeamsAnswer: {
      asOf: components['schemas']['AsOf'];
      /** @description Teams standing on that day. */
      standing: components['schemas']['CountAnswer'];
      /** @description Teams told of by then, planned or standing or stood down. */
      known: components['schemas']['CountAnswer'];
      byUnit: components['schemas']['TeamsByUnit'][];
      teams: components['schemas']['TeamAnswer'][];
    };
    MeasureAnswer: {
      wording: string;
      of: number;
      arithmeticMinimum: number;
    };
    PromiseAnswer: {
      stream: string;
      id: string;
      what: string;
      ownerUnitId: string | null;
      about: string[];
      statuses: string[];
      certain: boolean;
      due: components['schemas']['WindowAnswer'];
      firstDue: components['schemas']['WindowAnswer'];
      redates: number;
      /** @description The first day it counts as overdue if nothing more is recorded; null when its end is open. */
      overdueFrom: string | null;
      /**
       * @description 'yes' when surely open past its due window, 'possibly' when it may have been met, 'no'.
       * @enum {string}
       */
      overdue: 'possibly' | 'yes' | 'no';
      measure: components['schemas']['MeasureAnswer'] | null;
      because: components['schemas']['Because'][];
    };
    PromisesAnswer: {
      asOf: components['schemas']['AsOf'];
      overdue: components['schemas']['CountAnswer'];
      open: components['schemas']['CountAnswer'];
      promises: components['schemas']['PromiseAnswer'][];
    };
    TightenedAnswer: {
      earliest: string;
      latest: string;
    };
    HistoryEntry: {
      eventId: string;
      stream: string;
      type: string;
      /** @description The entry in one plain sentence. */
      sentence: string;
      document: string | null;
      paragraph: string | null;
      /** @description Whose local knowledge it is, when it rests on no document. */
      localKnowledge: string | null;
      effective: components['schemas']['WindowAnswer'];
      recordedAt: string;
      /** @description True for a record carried over from a document older than its entering. */
      carriedOver: boolean;
      /** @description Reference of the fact in its source material, as in "T07". */
      fact: string | null;
      revision: number;
      position: number;
      data: {
        [key: string]: unknown;
      };
      actorId: string;
      actorRole: string;
      reason: string | null;
      enteredAt: string | null;
      commandId: string;
      /** @description Event id of the retraction that took it back as known at the question's moment, or null. */
      retractedBy: string | null;
      retells: string | null;
      /** @description Its window after the order of events was taken into account; null when it no longer counts. */
      tightened: components['schemas']['TightenedAnswer'] | null;
    };
    HistoryAnswer: {
      stream: string;
      knownAt: string;
      /** @description All entries in order of recording. */
      entries: components['schemas']['HistoryEntry'][];
      /** @description Event ids that count, in canonical order. */
      order: string[];
    };
    ParkedStreamAnswer: {
      stream: string;
      position: number;
      reason: string;
    };
    PolicyAlarmAnswer: {
      policy: string;
      /** @description Log position of the entry it reacted to. */
      position: number;
      sentence: string;
    };
    HealthAnswer: {
      /** @enum {string} */
      status: 'ok' | 'unavailable';
      /** @description Kind of log, as in "sqlite". */
      engine: string;
      /** @description Log position of the last entry; null when the log cannot be reached. */
      position: number | null;
      /** @description Log position the tables have reached. */
      tablesPosition: number;
      /** @description Entries of the log not yet told in the tables. */
      behind: number;
      parked: components['schemas']['ParkedStreamAnswer'][];
      alarms: components['schemas']['PolicyAlarmAnswer'][];
      /** @description What is in the way at the moment, in a sentence; null when nothing is. */
      trouble: string | null;
    };
  };
  responses: never;
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  teams_overview: {
    parameters: {
      query?: {
        /** @description True in the world on that day; today when left out. */
        validOn?: string;
        /** @description As known at that moment: a UTC instant, or a day for its end; now when left out. */
        knownAt?: string;
        /** @description Wait until the tables have reached this log position, as a command answers it. */
        after?: number;
        /** @description Only teams of this kind, as in "integrated operational team". */
        kind?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TeamsAnswer'];
        };
      };
      /** @description 422: a parameter cannot be read; the pointer names it. */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description 503: the tables cannot answer yet; ask again in a moment. */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  establishment: {
    parameters: {
      query?: {
        /** @description True in the world on that day; today when left out. */
        validOn?: string;
        /** @description As known at that moment: a UTC instant, or a day for its end; now when left out. */
        knownAt?: string;
        /** @description Wait until the tables have reached this log position, as a command answers it. */
        after?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EstablishmentAnswer'];
        };
      };
      /** @description 422: a parameter cannot be read; the pointer names it. */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description 503: the tables cannot answer yet; ask again in a moment. */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  promises: {
    parameters: {
      query?: {
        /** @description True in the world on that day; today when left out. */
        validOn?: string;
        /** @description As known at that moment: a UTC instant, or a day for its end; now when left out. */
        knownAt?: string;
        /** @description Wait until the tables have reached this log position, as a command answers it. */
        after?: number;
        /** @description Only those surely or possibly overdue. */
        overdue?: boolean;
        /** @description Only those about this stream, as in "block-additional". */
        about?: string;
        /** @description Only those that may fall due within so many days. */
        dueWithinDays?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PromisesAnswer'];
        };
      };
      /** @description 422: a parameter cannot be read; the pointer names it. */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description 503: the tables cannot answer yet; ask again in a moment. */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  history: {
    parameters: {
      query?: {
        /** @description As known at that moment: a UTC instant, or a day for its end; now when left out. */
        knownAt?: string;
        /** @description Wait until the tables have reached this log position, as a command answers it. */
        after?: number;
      };
      header?: never;
      path: {
        /** @description A stream, as in post-military-adviser */
        stream: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['HistoryAnswer'];
        };
      };
      /** @description 422: a parameter cannot be read; the pointer names it. */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description 503: the tables cannot answer yet; ask again in a moment. */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  health: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['HealthAnswer'];
        };
      };
      /** @description The log or the tables cannot answer. */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['HealthAnswer'];
        };
      };
    };
  };
}
