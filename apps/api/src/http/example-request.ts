const TELLING = {
  commandId: 'fresh-for-each-command-0001',
  actor: { id: 'officer-7', role: 'hr-officer' },
  effective: { earliest: '2007-10-21', latest: '2007-10-31', phrase: 'end of October 2007' },
  source: { document: 'A/62/627', paragraph: '12' },
};

/** A whole request for the documentation: the telling all commands share, and what this one says. */
export const exampleOf = (content: object | null): object => ({ ...TELLING, ...content });
