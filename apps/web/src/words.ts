// Every word the page says, in one place, ready for other languages. Sentences about facts come from the API.

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const plural = (count: number, one: string, many: string) => (count === 1 ? one : many);

export const words = {
  /** The states a thing may be in; a single one that is not certain may also not be there at all. */
  state: (states: readonly string[], certain: boolean) =>
    states.length === 1 && !certain ? `possibly ${states[0]}` : states.join(' or '),

  teams: {
    what: 'the teams',
    empty: 'No team has been told of. Teams appear here once a plan for them is recorded.',
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
    measure: (wording: string, of: number, minimum: number) => `${wording} of ${of}; arithmetic minimum ${minimum}`,
  },
} as const;
