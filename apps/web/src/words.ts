// Every word the page says, in one place, ready for other languages. Sentences about facts come from the API.

const plural = (count: number, one: string, many: string) => (count === 1 ? one : many);

export const words = {
  /** The states a thing may be in; a single one that is not certain may also not be there at all. */
  state: (states: readonly string[], certain: boolean) =>
    states.length === 1 && !certain ? `possibly ${states[0]}` : states.join(' or '),

  posts: {
    measure: (wording: string, of: number, minimum: number) => `${wording} of ${of}; arithmetic minimum ${minimum}`,
  },
  commitments: {
    what: 'the commitments',
    empty: 'No commitment has been recorded. They appear here with the day each is due.',
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
