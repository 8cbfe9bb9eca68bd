// Every word the page says, in one place, ready for other languages. Sentences about facts come from the API.

const plural = (count: number, one: string, many: string) => (count === 1 ? one : many);

export const words = {
  /** The states a thing may be in; a single one that is not certain may also not be there at all. */
  state: (states: readonly string[], certain: boolean) =>
    states.length === 1 && !certain ? `possibly ${states[0]}` : states.join(' or '),

  posts: {
    measure: (wording: string, of: number, minimum: number) => `${wording} of ${of}; arithmetic minimum ${minimum}`,
  },
} as const;
