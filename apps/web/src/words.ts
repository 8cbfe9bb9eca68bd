// Every word the page says, in one place, ready for other languages. Sentences about facts come from the API.

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const plural = (count: number, one: string, many: string) => (count === 1 ? one : many);

export const words = {
  title: 'Cadre',
  subtitle: 'Posts, people, teams and promises, for any day as known on any other',
  contents: 'On this page',
  skip: 'Skip to the content',
  screens: { teams: 'Teams', posts: 'Posts', commitments: 'Commitments' },
  /** The states a thing may be in; a single one that is not certain may also not be there at all. */
  state: (states: readonly string[], certain: boolean) =>
    states.length === 1 && !certain ? `possibly ${states[0]}` : states.join(' or '),

  dates: {
    title: 'The two dates this page is for',
    validOn: 'True on',
    validOnHint: 'The day in the world',
    knownAt: 'Known on',
    knownAtHint: 'What had been recorded by then',
    knownTime: 'Known at time of day (UTC)',
    knownTimeHint: 'Time of day in UTC; empty for the end of the day',
    reset: 'Back to now',
    unreadable: {
      validOn: (date: string) => `“${date}” in the address is no day. Choose one here; nothing is asked until then.`,
      knownAt: (date: string) =>
        `“${date}” in the address is no day and no UTC time as in 2007-12-31T12:00:00.000Z. Choose one here; nothing is asked until then.`,
    },
    repeated: 'The address gives this date more than once; the first is taken.',
  },
  banner: {
    asOf: (day: string) => `As of ${day}`,
    ahead: (day: string) => `Looking ahead to ${day}`,
    today: 'As of today',
    known: (day: string, exact: boolean) => `as known ${exact ? 'at' : 'on'} ${day}`,
    knownNow: 'as known now',
    unreadable: (date: string) => `“${date}” is no date`,
    notYetKnown: (day: string) => `What was recorded after ${day} is left out.`,
  },
  first: {
    otherDates: 'Something may be known for other dates.',
    record: 'Record the first with',
    then: ', then ',
    docs: 'How that is done',
  },
  states: {
    notAsked: (what: string) => `Nothing was asked about ${what}: a date above cannot be read.`,
    loading: (what: string) => `Loading ${what}`,
    updating: 'Updating …',
    failed: (what: string) => `There is no answer about ${what}`,
    stale: (what: string) => `The figures about ${what} may be out of date`,
    unreachable: 'The server could not be reached. Check that Cadre is running and the network is up, then try again.',
    retry: 'Try again',
    broken: (what: string) => `“${what}” could not be shown`,
    brokenHint: 'There may be a newer version of this page. Load it again; the two dates are kept.',
    reload: 'Load again',
  },
  live: {
    attention: 'This needs somebody to look at it:',
    waiting: 'Waiting for the server.',
    watching: (position: number) => `Kept up to date: log position ${position.toLocaleString('en-GB')}.`,
    behind: (entries: number) =>
      `The tables are ${entries === 1_000 ? 'at least 1,000' : entries} ${plural(entries, 'entry', 'entries')} behind the log and catching up.`,
    parked: (stream: string, reason: string) => `${stream} is not up to date: ${reason}`,
    away: 'Not kept up to date at the moment, for the reason given above. This page keeps trying.',
    lost: 'Not kept up to date at the moment: the server does not answer. This page keeps trying.',
  },

  count: {
    notReported: 'not reported',
    atLeast: (count: string) => `at least ${count}`,
    atMost: (count: string) => `at most ${count}`,
    eitherOr: (one: string, other: string) => `${one} or ${other}`,
    between: (least: string, most: string) => `between ${least} and ${most}`,
    outOf: (part: string, whole: string) => `${part} of ${whole}`,
  },
  why: {
    button: 'why?',
    ask: (label: string, text: string) => `why? ${label}: ${text}`,
    title: (label: string) => `Why: ${label}`,
    wording: 'In words:',
    nothing: 'No entry in the log says how many. That is not the same as none: it has not been reported.',
    bearing: (count: number) => `${count} ${plural(count, 'entry bears', 'entries bear')} on it`,
    restsOn: (count: number) => `Rests on ${count} ${plural(count, 'entry', 'entries')}`,
  },
  because: {
    source: 'Source',
    document: (document: string, paragraph: string | null) =>
      paragraph ? `${document}, paragraph ${paragraph}` : document,
    localKnowledge: (who: string) => `Local knowledge of ${who}`,
    noSource: 'No source given',
    fact: (reference: string) => `fact ${reference}`,
    effective: 'When',
    phrase: '; in the source:',
    recorded: 'Recorded',
    carriedOver: 'carried over',
    carriedOverHint: 'Entered later from a document of that date',
  },
  history: {
    what: 'the history',
    show: 'Show the whole history of this record',
    hide: 'Hide the history',
    label: (stream: string) => `Everything recorded in ${stream}`,
    empty: 'Nothing had been recorded here by then.',
    entry: (number: number) => (number > 0 ? `No. ${number}` : 'an entry recorded elsewhere'),
    current: 'this entry',
    takenBackBy: (entry: string) => `Taken back by ${entry}.`,
    retells: (entry: string) => `Corrects ${entry}.`,
    entered: (moment: string) => `Entered into the log on ${moment}.`,
    reason: (reason: string) => `Reason: ${reason}`,
    tightened: (earliest: string | null, latest: string | null) => {
      const ends = [earliest && `${earliest} at the earliest`, latest && `${latest} at the latest`];
      return `From the order of events: ${ends.filter(Boolean).join(', ')}.`;
    },
  },

  teams: {
    what: 'the teams',
    empty: 'No team has been told of. Teams appear here once a plan for them is recorded.',
    record: ['/api/teams/{id}/plan'],
    noneYet: 'On that day none of them is there yet.',
    chooseKind: 'Kind of team',
    /** A kind as a heading. Only a word known to be countable is made several. */
    kind: (kind: string | null) => capitalised(kind === null ? 'teams' : kind.replace(/\bteam$/i, '$&s')),
    standing: 'Teams standing',
    standingCaption: (kind: string | null): string => `${words.teams.kind(kind)} standing`,
    promised: 'Promised',
    known: 'Teams told of by then',
    unit: 'Planned by division',
    teams: 'Teams',
    subTeams: 'Sub-teams',
    teamsOf: (unit: string) => `Teams of ${unit}`,
    subTeamsOf: (unit: string) => `Sub-teams of ${unit}`,
    allUnits: 'All',
    noUnit: 'Unit not reported',
    asTable: 'The timeline as a table',
    columns: ['Team', 'Unit', 'Status', 'Promised', 'Planned composition', 'Members', 'Sources'],
    since: (when: string) => `stood up ${when}`,
    strength: 'Strength:',
    membersOf: (team: string) => `Members of ${team}`,
    subTeamsMark: (names: readonly string[], sharePool: boolean) =>
      `${names.length} ${plural(names.length, 'sub-team', 'sub-teams')}: ${names.join(', ')}${sharePool ? ' (one shared pool)' : ''}`,
  },
  timeline: {
    title: 'When the teams stand up',
    description: (standing: string, teams: string, day: string) =>
      `One row per team over the months. ${standing} of ${teams} standing on ${day}. The table below says the same in words.`,
    stoodUp: (when: string, phrase: string | null) => `Stood up ${when}${phrase ? ` (${phrase})` : ''}`,
    promised: (what: string, when: string, phrase: string | null) =>
      `Promised: ${what}, ${when}${phrase ? ` (${phrase})` : ''}`,
    overdue: (when: string) => `${when}, overdue`,
    legend: {
      fuzzy: 'stood up some day in this span',
      standing: 'standing',
      promised: 'promised for this span',
      overdue: 'promised, now overdue',
      validOn: 'the day asked for',
    },
  },

  posts: {
    what: 'the posts',
    empty: 'No posts have been proposed or approved. They appear here once a decision about them is recorded.',
    record: ['/api/blocks/{id}/propose', '/api/blocks/{id}/approve'],
    choose: 'Blocks of posts decided together',
    sizeApproved: (count: string) => `${count} approved`,
    sizeProposed: (count: string) => `${count} proposed`,
    groupApproved: (group: string) => `${group}: approved in all`,
    groupsApart: 'Other blocks are not added up: whether one contains another is not said.',
    stageOf: (stage: string, block: string) => `${stage}, ${block}`,
    stages: {
      proposed: 'Proposed',
      approved: 'Approved',
      notApproved: 'Not approved',
      identified: 'Identified',
      advertised: 'Advertised',
      selected: 'Selected',
      onDuty: 'On duty',
      stillToReport: 'Still to report for duty',
    },
    cellStages: {
      'not reported': 'not reported',
      approved: 'approved',
      identified: 'identified',
      advertised: 'advertised',
      selected: 'selected',
      'on duty': 'on duty',
    },
    possibleStages: {
      'not reported': 'perhaps not approved yet',
      approved: 'possibly approved',
      identified: 'possibly identified',
      advertised: 'possibly advertised',
      selected: 'possibly selected',
      'on duty': 'possibly on duty',
    },
    cells: (block: string, runs: readonly string[]) => `${block}, one cell per post: ${runs.join(', ')}`,
    absent: ' (none here)',
    noCells: 'There is a cell per approved post once it is reported how many are approved.',
    besideCells: (approved: string | null, onDuty: string | null) => {
      const first = approved === null ? 'How many are approved is not reported' : `${approved} approved`;
      return `${first}; ${onDuty === null ? 'how many are on duty is not reported' : `${onDuty} on duty`}.`;
    },
    promised: (what: string, when: string) => `Promised: ${what}, ${when}.`,
    measure: (wording: string, of: number, minimum: number) => `${wording} of ${of}; arithmetic minimum ${minimum}`,
  },
  commitments: {
    what: 'the commitments',
    empty: 'No commitment has been recorded. They appear here with the day each is due.',
    record: ['/api/commitments/{id}/make'],
    overdue: 'overdue',
    open: 'open',
    overdueOnly: 'Overdue only',
    noneOverdue: 'Nothing is overdue on that day.',
    next: (day: string, count: number) => `${count} more ${plural(count, 'becomes', 'become')} overdue on ${day}:`,
    nothingNext: 'Nothing further becomes overdue on a known day.',
    columns: ['Status', 'Promised', 'Due', 'Overdue from', 'Sources'],
    table: 'Table of commitments',
    redated: (first: string, times: number) =>
      `first promised for ${first}, re-dated ${times} ${plural(times, 'time', 'times')}`,
    noDate: 'day not known',
    overdueMark: { yes: 'overdue', possibly: 'possibly overdue' },
  },
} as const;
